package org.nabla.progress;

import java.util.Set;
import java.util.UUID;

/** Verdicts that are not certain any more. Each feature that knows some is a bean of this type. */
public interface VerdictDoubts {

    /** The parts of a form of which the verdict is looked at again. */
    Set<String> parts(UUID submission);
}
