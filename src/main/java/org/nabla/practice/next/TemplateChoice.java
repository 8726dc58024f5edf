package org.nabla.practice.next;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.progress.mastery.Fading;

/** Chooses among the templates of a skill. */
final class TemplateChoice {
    /** An exercise teaches most where it is mostly, not always, answered rightly. */
    private static final double BEST_CHANCE = .75;

    /** What having seen a template once more is worth, in chance; beyond some times it makes no difference. */
    private static final double SEEN = .2;

    private static final int MANY = 5;

    /** And what having seen it a moment ago is. */
    private static final double LATELY = .2;

    private static final int A_MOMENT = 6;

    /** So often somebody solves exercises of a skill alone before they look for slips. */
    private static final int ENOUGH_RIGHT = 2;

    private final SkillStandings standing;
    private final Situation situation;

    TemplateChoice(SkillStandings standing, Situation situation) {
        this.standing = standing;
        this.situation = situation;
    }

    /**
     * The one that fits best.
     *
     * @param asked whether the learner wants this skill, whatever was before
     * @return empty where there is none, or none that was not answered twice in a row just now
     */
    Optional<ExerciseTemplate> of(Skill skill, boolean asked) {
        var all = fit(skill);
        var others = all.stream()
                .filter(t -> !situation.trail().last().equals(Optional.of(t.id())))
                .toList();
        var possible = others.isEmpty() && (asked || !isThird(all)) ? all : others;
        var entry = standing.met(skill.id())
                ? Optional.<ExerciseTemplate>empty()
                : possible.stream()
                        .filter(t -> t.level() == standing.entryLevel(skill.id()))
                        .filter(t -> chance(skill, t) >= Fading.ALONE_CHANCE)
                        .min(Comparator.comparing(t -> t.id().value()));
        return entry.or(() -> possible.stream()
                .min(Comparator.<ExerciseTemplate>comparingDouble(t -> misfit(skill, t))
                        .thenComparing(t -> t.id().value())));
    }

    /** Somebody else's slips teach those who have done it rightly themselves; to others they are wrong examples. */
    private List<ExerciseTemplate> fit(Skill skill) {
        var all = standing.templates(skill.id());
        var straight = all.stream().filter(t -> !t.task().showsSlip()).toList();
        return straight.isEmpty() || standing.successes(straight) >= ENOUGH_RIGHT ? all : straight;
    }

    private boolean isThird(List<ExerciseTemplate> templates) {
        var steps = situation.trail().steps();
        return templates.stream()
                .anyMatch(t -> steps.size() >= 2
                        && steps.get(0).template().equals(t.id())
                        && steps.get(1).template().equals(t.id()));
    }

    private double chance(Skill skill, ExerciseTemplate template) {
        return situation.state().chance(skill.id(), template.level());
    }

    private double misfit(Skill skill, ExerciseTemplate template) {
        var seen = Math.min(MANY, situation.trail().of(template.id()).answers());
        var lately = situation.trail().steps().stream()
                .limit(A_MOMENT)
                .anyMatch(step -> step.template().equals(template.id()));
        // What builds on the skill waits for a harder one, for those who can.
        var waits = !standing.isOpen(skill.id())
                && template.level() < standing.entryLevel(skill.id())
                && chance(skill, template) >= BEST_CHANCE;
        return Math.abs(chance(skill, template) - BEST_CHANCE)
                + SEEN * seen
                + (lately ? LATELY : 0)
                + (waits ? LATELY : 0);
    }
}
