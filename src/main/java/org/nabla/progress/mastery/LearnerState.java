package org.nabla.progress.mastery;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.nabla.exercise.curriculum.SkillId;

/**
 * All that is known of a learner, derived from the log of their answers alone.
 *
 * @param ability in general, in logits
 * @param answers what moved it so far
 * @param wrong unaided first answers that were wrong
 * @param last the newest event of the log; empty where there is none
 * @param sitting what was done since the last long pause, or since the aim was reached
 * @param skills those of which something is known
 */
public record LearnerState(
        double ability, int answers, int wrong, Optional<Last> last, Sitting sitting, Map<SkillId, SkillState> skills) {
    /** A pause that is longer ends the sitting. */
    private static final Duration PAUSE = Duration.ofMinutes(30);

    /** So many answers are a good piece of work. */
    public static final int AIM = 10;

    public static final LearnerState NEWCOMER = new LearnerState(0, 0, 0, Optional.empty(), Sitting.NONE, Map.of());

    /**
     * Work without a long pause, up to the aim; whoever goes on after it begins another.
     *
     * @param answers first answers to exercises
     * @param reviews how many of them were due reviews
     */
    public record Sitting(int answers, int reviews) {
        public static final Sitting NONE = new Sitting(0, 0);

        public boolean reached() {
            return answers >= AIM;
        }

        Sitting plus(boolean review) {
            return new Sitting(answers + 1, reviews + (review ? 1 : 0));
        }
    }

    /** A place in the log. */
    public record Last(Instant at, long exercise) {}

    public LearnerState {
        skills = Map.copyOf(skills);
    }

    public Optional<SkillState> skill(SkillId id) {
        return Optional.ofNullable(skills.get(id));
    }

    /** How likely they get an average exercise of the skill right. */
    public double chance(SkillId id) {
        return chance(skill(id).orElseGet(() -> SkillState.unknown(id)));
    }

    double chance(SkillState skill) {
        return Mastery.chance(ability + skill.ability() - skill.difficulty());
    }

    /** How likely they get an exercise of the skill right that its author gave this level. */
    public double chance(SkillId id, int level) {
        var skill = skill(id).orElseGet(() -> SkillState.unknown(id));
        return Mastery.chance(ability + skill.ability() - skill.difficulty() - Mastery.authorsGuess(level));
    }

    /** Whether an event stands after all that made this state. */
    public boolean precedes(Event event) {
        return last.isEmpty()
                || event.at().isAfter(last.get().at())
                || event.at().equals(last.get().at())
                        && event.exercise() > last.get().exercise();
    }

    /** The sitting that goes on at this time, its aim reached perhaps; {@link Sitting#NONE} after a long pause. */
    public Sitting sitting(Instant now) {
        return last.filter(l -> !l.at().plus(PAUSE).isBefore(now)).isPresent() ? sitting : Sitting.NONE;
    }

    /** Of which an answer at this time is a part. */
    Sitting sittingOf(Instant answer) {
        var open = sitting(answer);
        return open.reached() ? Sitting.NONE : open;
    }
}
