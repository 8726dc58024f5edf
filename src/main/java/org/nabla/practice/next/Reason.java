package org.nabla.practice.next;

import java.time.Duration;
import java.util.List;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.practice.next.Suggestion.Kind;

/** Says in one sentence why a skill is worth practising now. */
final class Reason {
    private final Curriculum curriculum;
    private final SkillStandings standing;
    private final Situation situation;
    private final Skill skill;

    Reason(Curriculum curriculum, SkillStandings standing, Situation situation, Skill skill) {
        this.curriculum = curriculum;
        this.standing = standing;
        this.situation = situation;
        this.skill = skill;
    }

    String sentence(Kind kind) {
        var view = standing.view(skill);
        return switch (kind) {
            case REVIEW ->
                "You last answered this %s. Of ten people, about %s would still know it: time to review it."
                        .formatted(ago(), tenth(view.recall()));
            case STEP_BACK ->
                "%s did not work out three times in a row, and it builds on this. So this comes first."
                        .formatted(standing.last()
                                .flatMap(curriculum::skill)
                                .map(s -> "“" + s.name() + "”")
                                .orElse("The last skill"));
            case LEARNING -> learning();
            case NEW -> fresh();
            case SKIP_AHEAD ->
                "This is new, and it starts with a harder exercise, since you did well so far. Get it right, and"
                        + " you can go on with what builds on it.";
            case KEEP ->
                "No review is due. This keeps fresh what you have practiced: of ten people, about %s would still know it."
                        .formatted(tenth(view.recall()));
        };
    }

    private String learning() {
        var view = standing.view(skill);
        if (view.missesInRow() >= SkillStandings.STUCK) {
            return "This did not work out lately. Now there is an example first, and a fresh try.";
        }
        return view.answers() == 0
                ? "You have begun this with help; now it goes on with less of it."
                : "You are learning this: " + view.right() + " of " + view.answers() + " answers were right so far.";
    }

    private String fresh() {
        var missing = standing.missing(skill);
        if (!missing.isEmpty()) {
            return "This is new. It builds on " + joined(missing) + ", which you have not practiced enough here yet.";
        }
        var needs = curriculum.needs(skill);
        var answered = needs.stream()
                .filter(need -> situation
                        .state()
                        .skill(need.id())
                        .filter(state -> state.counts().right() > 0)
                        .isPresent())
                .toList();
        if (!answered.isEmpty()) {
            return "This is new, and you can do what it needs: " + joined(answered) + ".";
        }
        var guessed = needs.stream()
                .filter(need -> situation.placed().known().contains(need.id()))
                .toList();
        if (!guessed.isEmpty()) {
            return "This is new, and the check-in takes you to know what it needs: " + joined(guessed) + ".";
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
        var days = standing.view(skill)
                .lastAt()
                .map(at -> Duration.between(at, situation.now()).toDays())
                .orElse(0L);
        return days == 0 ? "today" : days == 1 ? "yesterday" : days + " days ago";
    }

    private static String tenth(double share) {
        return switch ((int) Math.round(10 * share)) {
            case 0 -> "none";
            case 1 -> "one";
            case 2 -> "two";
            case 3 -> "three";
            case 4 -> "four";
            case 5 -> "five";
            case 6 -> "six";
            case 7 -> "seven";
            case 8 -> "eight";
            case 9 -> "nine";
            default -> "all";
        };
    }
}
