package org.nabla.progress.mastery;

import java.time.Instant;
import org.nabla.exercise.curriculum.SkillId;

/**
 * "I do not know this", said in the check-in.
 *
 * @param exercise the key of the exercise that was not answered: the order of what was said at the same time
 */
public record Skip(Instant at, long exercise, SkillId skill) implements Event {

    @Override
    public LearnerState on(LearnerState state, LearnerModel model) {
        return model.after(state, this);
    }
}
