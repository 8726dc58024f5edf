package org.nabla.progress;

import java.util.Map;
import java.util.Set;
import org.nabla.progress.attempt.FormOf;

/** Verdicts that are not certain any more. Each feature that knows some is a bean of this type. */
public interface VerdictDoubts {

    /** The parts of which the verdict is looked at again, by the form; forms without such a part are left out. */
    Map<FormOf, Set<String>> parts(Set<FormOf> forms);
}
