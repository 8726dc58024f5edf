package org.nabla.progress.mastery;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.nabla.exercise.curriculum.SkillId;

/**
 * All that is known of a learner, derived from the log of his answers alone.
 *
 * @param ability in general, in logits
 * @param answers what moved it so far
 * @param wrong unaided first answers that were wrong
 * @param last the newest event of the log; empty where there is none
 * @param sessionReviews how many of the answers since the last long pause were due reviews
 * @param skills those of which something is known
 */
public record LearnerState(
        double ability,
        int answers,
        int wrong,
        Optional<Last> last,
        int sessionReviews,
        Map<SkillId, SkillState> skills) {
    /** A pause that is longer ends the session. */
    private static final Duration PAUSE = Duration.ofMinutes(30);

    public static final LearnerState NEWCOMER = new LearnerState(0, 0, 0, Optional.empty(), 0, Map.of());

    /** A place in the log. */
    public record Last(Instant at, long exercise) {}

    public LearnerState {
        skills = Map.copyOf(skills);
    }

    public Optional<SkillState> skill(SkillId id) {
        return Optional.ofNullable(skills.get(id));
    }

    /** How likely he gets an average exercise of the skill right. */
    public double chance(SkillId id) {
        return chance(skill(id).orElseGet(() -> SkillState.unknown(id)));
    }

    double chance(SkillState skill) {
        return Mastery.chance(ability + skill.ability() - skill.difficulty());
    }

    /** Whether an event stands after all that made this state. */
    public boolean precedes(Event event) {
        return last.isEmpty()
                || event.at().isAfter(last.get().at())
                || event.at().equals(last.get().at())
                        && event.exercise() > last.get().exercise();
    }

    /** How many due reviews the session has had by now. */
    public int reviewsInSession(Instant now) {
        return last.filter(l -> !l.at().plus(PAUSE).isBefore(now)).isPresent() ? sessionReviews : 0;
    }
}
