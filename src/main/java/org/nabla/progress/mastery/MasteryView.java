package org.nabla.progress.mastery;

import java.time.Instant;
import java.util.Optional;
import org.nabla.exercise.curriculum.SkillId;

/**
 * What a page says of a learner in one skill.
 *
 * @param chance that they get an average exercise right
 * @param guessed whether only the check-in speaks, or nothing at all
 * @param due whether a review is due
 * @param dueAt when it is or was; empty where nothing has been learnt yet that could be forgotten
 * @param recall how likely it is still known; 1 where there is nothing to forget
 * @param answers unaided first answers, of which so many were right
 * @param missesInRow what went wrong since it last went right
 * @param note why the level fell or a review is due, and what restores it; empty where there is nothing to explain
 */
public record MasteryView(
        SkillId skill,
        Level level,
        double chance,
        boolean guessed,
        boolean due,
        Optional<Instant> dueAt,
        double recall,
        int answers,
        int right,
        Optional<Instant> lastAt,
        int missesInRow,
        LevelNote reason) {

    public static MasteryView of(LearnerModel model, LearnerState state, SkillId id, Instant now) {
        var skill = state.skill(id).orElseGet(() -> SkillState.unknown(id));
        var card = skill.card();
        return new MasteryView(
                id,
                model.level(state, skill),
                state.chance(skill),
                skill.guessed(),
                card.filter(c -> c.isDue(now)).isPresent(),
                card.map(Card::due),
                card.map(c -> c.recall(now)).orElse(1.0),
                skill.counts().answers(),
                skill.counts().right(),
                skill.lastAt(),
                skill.counts().missesInRow(),
                new LevelNote(model, state, skill, now));
    }

    /** What caused a level that fell or a review that is due, and what restores it; empty where there is neither. */
    public String note() {
        return reason.text();
    }

    /** The level in a word, or that a review is due. */
    public String label() {
        return due ? "Review due" : level.word();
    }

    /** The name of the label in style sheets. */
    public String tone() {
        return due ? "due" : level.name().toLowerCase(java.util.Locale.ROOT);
    }

    public int percent() {
        return (int) Math.round(100 * chance);
    }

    /** Whether it is practised, so that what builds on it may begin. */
    public boolean opens() {
        return level.compareTo(Level.PRACTISED) >= 0;
    }
}
