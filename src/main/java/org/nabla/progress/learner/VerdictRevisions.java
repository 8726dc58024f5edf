package org.nabla.progress.learner;

import java.util.Map;
import java.util.UUID;
import org.nabla.account.UserId;
import org.nabla.grading.Outcome;

/** Verdicts in whose place another one counts. The attempt keeps its own. Each feature that knows some is a bean of this type. */
public interface VerdictRevisions {

    /** What counts, by the form that was sent. */
    Map<UUID, Outcome> of(UserId learner);
}
