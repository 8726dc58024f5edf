package org.nabla.progress.mastery;

import java.time.Instant;
import java.util.Optional;
import org.nabla.exercise.curriculum.SkillId;

/**
 * What is known of a learner in one skill.
 *
 * @param ability beyond their general one, in logits; where there is no answer yet, what the check-in guesses
 * @param difficulty of the skill as it was held to be at the last answer, so that the state changes by own answers alone
 * @param variety the templates that were answered
 * @param success when it was shown to be known
 * @param card empty until the first unaided success
 * @param peak the highest level so far, and what happened since
 */
public record SkillState(
        SkillId skill,
        double ability,
        double difficulty,
        Counts counts,
        Variety variety,
        Success success,
        Optional<Instant> lastAt,
        Optional<Card> card,
        Peak peak) {

    /**
     * @param right unaided first answers that were right
     * @param wrong and those that were not
     * @param aided first answers with help open, right or wrong
     * @param missesInRow wrong ones, with or without help, since the last right one without; a right one with help clears one
     */
    public record Counts(int right, int wrong, int aided, int missesInRow) {
        static final Counts NONE = new Counts(0, 0, 0, 0);

        /** What says something about what they can do. */
        public int answers() {
            return right + wrong;
        }

        Counts plus(Answer answer) {
            if (!answer.unaided()) {
                var misses = answer.right() ? Math.max(0, missesInRow - 1) : missesInRow + 1;
                return new Counts(right, wrong, aided + 1, misses);
            }
            return answer.right()
                    ? new Counts(right + 1, wrong, aided, 0)
                    : new Counts(right, wrong + 1, aided, missesInRow + 1);
        }
    }

    /** @param first the first template that was answered without help; empty where there is none */
    public record Variety(String first, boolean several) {
        static final Variety NONE = new Variety("", false);

        Variety plus(String template) {
            return first.isEmpty()
                    ? new Variety(template, false)
                    : new Variety(first, several || !first.equals(template));
        }
    }

    /** @param onLaterDay whether there was another one on a later day than the first */
    public record Success(Optional<Instant> first, boolean onLaterDay) {
        static final Success NONE = new Success(Optional.empty(), false);

        Success plus(Instant at) {
            return first.map(f -> new Success(first, onLaterDay || Card.day(at).isAfter(Card.day(f))))
                    .orElseGet(() -> new Success(Optional.of(at), false));
        }
    }

    /**
     * @param slips own unaided answers that were wrong since the level was last confirmed
     * @param learnerWrong how many answers of the learner, whatever the skill, had been wrong when it was last confirmed
     */
    public record Peak(
            Level level, int slips, Optional<Instant> firstSlip, Optional<Instant> lastSlip, int learnerWrong) {
        static final Peak NONE = new Peak(Level.NEW, 0, Optional.empty(), Optional.empty(), 0);

        static Peak at(Level level, int learnerWrong) {
            return new Peak(level, 0, Optional.empty(), Optional.empty(), learnerWrong);
        }

        Peak slipped(Instant at) {
            return new Peak(level, slips + 1, firstSlip.or(() -> Optional.of(at)), Optional.of(at), learnerWrong);
        }
    }

    static SkillState unknown(SkillId skill) {
        return new SkillState(
                skill, 0, 0, Counts.NONE, Variety.NONE, Success.NONE, Optional.empty(), Optional.empty(), Peak.NONE);
    }

    /** Whether only the check-in speaks for it. */
    public boolean guessed() {
        return counts.answers() == 0;
    }

    SkillState withAbility(double newAbility) {
        return new SkillState(skill, newAbility, difficulty, counts, variety, success, lastAt, card, peak);
    }

    SkillState withCard(Card newCard) {
        return new SkillState(skill, ability, difficulty, counts, variety, success, lastAt, Optional.of(newCard), peak);
    }

    SkillState withPeak(Peak newPeak) {
        return new SkillState(skill, ability, difficulty, counts, variety, success, lastAt, card, newPeak);
    }

    /** Counted, but with the ability and card of before. */
    SkillState counting(Answer answer, double metDifficulty) {
        return new SkillState(
                skill,
                ability,
                answer.unaided() ? metDifficulty : difficulty,
                counts.plus(answer),
                answer.unaided() ? variety.plus(answer.template()) : variety,
                answer.success() ? success.plus(answer.at()) : success,
                Optional.of(answer.at()),
                card,
                answer.unaided() && !answer.right() ? peak.slipped(answer.at()) : peak);
    }
}
