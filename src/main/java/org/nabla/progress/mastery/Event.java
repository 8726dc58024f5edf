package org.nabla.progress.mastery;

import java.time.Instant;
import java.util.Comparator;

/** What changes what is known of a learner. The state is a fold over these. */
public sealed interface Event permits Answer, Skip {

    /** The order of the log. It does not depend on which of two answers of the same moment was written first. */
    Comparator<Event> ORDER = Comparator.comparing(Event::at).thenComparing(Event::exercise);

    Instant at();

    /** Breaks ties of time. */
    long exercise();

    LearnerState on(LearnerState state, LearnerModel model);
}
