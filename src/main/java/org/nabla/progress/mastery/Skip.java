package org.nabla.progress.mastery;

import java.time.Instant;
import org.nabla.exercise.SkillId;

/**
 * "I do not know this", said in the check-in.
 *
 * @param position the number of the question: the order of what was said at the same time
 */
public record Skip(Instant at, long position, SkillId skill) implements Event {

    @Override
    public long exercise() {
        return position;
    }

    @Override
    public LearnerState on(LearnerState state, LearnerModel model) {
        return model.after(state, this);
    }
}
