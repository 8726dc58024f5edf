package org.nabla.progress.mastery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.nabla.progress.mastery.SkillState.Peak;

/** The sentence that goes with a level that fell or a review that is due: what caused it, and what restores it. */
final class LevelNote {
    private static final List<String> NUMBERS = List.of(
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    /** Beyond so many right answers nobody wants a number. */
    private static final int FEW = 8;

    private final LearnerModel model;
    private final LearnerState state;
    private final SkillState skill;
    private final Instant now;

    LevelNote(LearnerModel model, LearnerState state, SkillState skill, Instant now) {
        this.model = model;
        this.state = state;
        this.skill = skill;
        this.now = now;
    }

    String text() {
        var level = model.level(state, skill);
        var peak = skill.peak();
        if (peak.level().compareTo(Level.PRACTISED) >= 0 && level.compareTo(peak.level()) < 0) {
            return fallen(peak, level);
        }
        if (skill.card().filter(card -> card.isDue(now)).isPresent()) {
            return "You were right %s, the last answer was %s: one review keeps it."
                    .formatted(times(skill.counts().right()), ago());
        }
        return "";
    }

    private String fallen(Peak peak, Level level) {
        var elsewhere = state.wrong() - peak.learnerWrong() - peak.slips();
        var cause = peak.slips() > 0
                ? slips(peak)
                : elsewhere > 0
                        ? count(elsewhere, "slip", "slips") + " in other skills"
                        : "newer answers in other skills";
        return "You were right %s; %s brought it from %s down to %s; %s."
                .formatted(
                        times(skill.counts().right()), cause, peak.level().word(), level.word(), remedy(peak.level()));
    }

    private static String slips(Peak peak) {
        var days =
                Duration.between(peak.firstSlip().orElseThrow(), peak.lastSlip().orElseThrow())
                                .toHours()
                        / 24;
        if (peak.slips() == 1) {
            return "one slip";
        }
        return number(peak.slips()) + " slips "
                + (days == 0 ? "within a day" : "in " + count((int) days + 1, "day", "days"));
    }

    /** How many right answers it takes, by the model itself. */
    private String remedy(Level wanted) {
        // What other skills are has no part in it, and there are many to copy for each answer.
        var after = new LearnerState(
                state.ability(),
                state.answers(),
                state.wrong(),
                state.last(),
                state.sitting(),
                Map.of(skill.skill(), skill));
        for (var n = 1; n <= FEW; n++) {
            after = model.afterRight(after, skill.skill());
            if (model.level(after, skill.skill()).compareTo(wanted) >= 0) {
                return n == 1 ? "one right answer restores it" : number(n) + " right answers restore it";
            }
        }
        return "practice restores it";
    }

    private String ago() {
        var days = skill.lastAt().map(at -> Duration.between(at, now).toDays()).orElse(0L);
        return days == 0 ? "today" : days == 1 ? "yesterday" : days + " days ago";
    }

    private static String times(int count) {
        return count == 1 ? "once" : count == 2 ? "twice" : number(count) + " times";
    }

    private static String count(int count, String one, String many) {
        return number(count) + " " + (count == 1 ? one : many);
    }

    private static String number(int count) {
        return count < NUMBERS.size() ? NUMBERS.get(count) : Integer.toString(count);
    }
}
