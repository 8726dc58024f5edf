package org.nabla.practice.next;

import java.time.Duration;
import java.util.List;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.practice.next.Suggestion.Kind;
import org.nabla.progress.mastery.MasteryView;

/** Says in one sentence why a skill is worth practising now. */
final class Reason {
    private final Curriculum curriculum;
    private final Skill skill;
    private final MasteryView view;
    private final Situation situation;
    private final List<Skill> missing;

    /** @param missing what the skill needs and the learner has not practised */
    Reason(Curriculum curriculum, Skill skill, MasteryView view, Situation situation, List<Skill> missing) {
        this.curriculum = curriculum;
        this.skill = skill;
        this.view = view;
        this.situation = situation;
        this.missing = missing;
    }

    String sentence(Kind kind) {
        return switch (kind) {
            case REVIEW ->
                "You last answered this %s, and would still know it with a chance of %d %%: time to review it."
                        .formatted(ago(), percent(view.recall()));
            case LEARNING ->
                view.answers() == 0
                        ? "You have begun this with help; now it is about doing it alone."
                        : "You are learning this: %d of %d answers were right, and the next one will be with a chance of %d %%."
                                .formatted(view.right(), view.answers(), view.percent());
            case NEW -> fresh();
            case KEEP ->
                "Nothing is due. This keeps fresh what you have practised: a chance of %d %% that you still know it."
                        .formatted(percent(view.recall()));
        };
    }

    private String fresh() {
        if (!missing.isEmpty()) {
            return "This is new. It builds on %s, which you have not practised enough here yet."
                    .formatted(joined(missing));
        }
        var needs = curriculum.needs(skill);
        var answered = needs.stream()
                .filter(need -> situation
                        .state()
                        .skill(need.id())
                        .filter(state -> state.counts().answers() > 0)
                        .isPresent())
                .toList();
        if (!answered.isEmpty()) {
            return "This is new, and what it needs you can do: %s.".formatted(joined(answered));
        }
        var guessed = needs.stream()
                .filter(need -> situation.placed().known().contains(need.id()))
                .toList();
        if (!guessed.isEmpty()) {
            return "This is new, and the check-in takes you to know what it needs: %s.".formatted(joined(guessed));
        }
        return "This is new, and a place to start in the track “%s”."
                .formatted(situation.track().name());
    }

    private static String joined(List<Skill> skills) {
        var names = skills.stream().map(named -> "“" + named.name() + "”").toList();
        return names.size() == 1
                ? names.get(0)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.get(names.size() - 1);
    }

    private String ago() {
        var days = view.lastAt()
                .map(at -> Duration.between(at, situation.now()).toDays())
                .orElse(0L);
        return days == 0 ? "today" : days == 1 ? "yesterday" : days + " days ago";
    }

    private static int percent(double share) {
        return (int) Math.round(100 * share);
    }
}
