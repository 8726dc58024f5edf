package org.nabla.practice.next;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.exercise.curriculum.Track;
import org.nabla.progress.checkin.Placed;
import org.nabla.progress.learner.Trail;
import org.nabla.progress.mastery.LearnerState;
import org.nabla.progress.mastery.MasteryView;

/**
 * Where a learner stands who asks what comes next.
 *
 * @param views of all skills of which something is known
 * @param placed what the check-in takes them to know
 * @param track what they have chosen to learn
 * @param postponed what they do not want now
 * @param trail what they answered
 */
public record Situation(
        LearnerState state,
        Map<SkillId, MasteryView> views,
        Placed placed,
        Track track,
        Set<SkillId> postponed,
        Trail trail,
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
