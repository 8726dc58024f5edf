package org.nabla.practice.next;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.exercise.curriculum.Track;
import org.nabla.progress.checkin.Placed;
import org.nabla.progress.mastery.LearnerState;
import org.nabla.progress.mastery.MasteryView;

/**
 * Where a learner stands when he asks what comes next.
 *
 * @param views of all skills of which something is known
 * @param placed what the check-in takes him to know
 * @param track what he has chosen to learn
 * @param postponed what he does not want now
 * @param last the template answered last; it does not come twice in a row
 * @param seen how often each template was answered
 */
public record Situation(
        LearnerState state,
        Map<SkillId, MasteryView> views,
        Placed placed,
        Track track,
        Set<SkillId> postponed,
        Optional<ExerciseId> last,
        Map<ExerciseId, Integer> seen,
        Instant now) {
    /** Whether the check-in takes the skill for known, and no answer since says otherwise. */
    boolean guessesKnown(MasteryView view) {
        return placed.known().contains(view.skill()) && view.right() == view.answers();
    }

    /** Whether nothing but the check-in has asked for it, and found it to be new. */
    boolean guessesNew(MasteryView view) {
        return placed.unknown().contains(view.skill()) && view.answers() <= 1 && view.right() == 0;
    }
}
