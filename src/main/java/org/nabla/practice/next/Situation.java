package org.nabla.practice.next;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.SkillId;
import org.nabla.exercise.Track;
import org.nabla.progress.mastery.LearnerState;

/**
 * Where a learner stands when he asks what comes next.
 *
 * @param track what he has chosen to learn
 * @param postponed what he does not want now
 * @param last the template answered last; it does not come twice in a row
 * @param seen how often each template was answered
 */
public record Situation(
        LearnerState state,
        Track track,
        Set<SkillId> postponed,
        Optional<ExerciseId> last,
        Map<ExerciseId, Integer> seen,
        Instant now) {}
