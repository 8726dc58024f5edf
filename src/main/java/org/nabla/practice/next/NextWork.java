package org.nabla.practice.next;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.Skill;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.practice.next.Suggestion.Kind;
import org.nabla.progress.mastery.LearnerModel;
import org.nabla.progress.mastery.Level;
import org.nabla.progress.mastery.Mastery;
import org.nabla.progress.mastery.MasteryView;

/**
 * Chooses what comes next: reviews that are due, the least likely known first, then what was begun, then new work at the edge
 * of what is known. Never the same skill or template twice in a row where there is another; skills that are easily taken for
 * each other come one after the other. Without chance: in the same situation it says the same.
 */
public final class NextWork {
    /** In one session. Whoever was away for a month shall not only repeat. */
    static final int MOST_REVIEWS = 6;
    /** An exercise teaches most where it is mostly, not always, answered rightly. */
    private static final double BEST_CHANCE = .75;

    private final Curriculum curriculum;
    private final ExerciseCatalogue catalogue;
    private final LearnerModel model;
    private final Set<String> withExercises;

    public NextWork(Curriculum curriculum, ExerciseCatalogue catalogue, LearnerModel model) {
        this.curriculum = curriculum;
        this.catalogue = catalogue;
        this.model = model;
        withExercises = catalogue.all().stream()
                .flatMap(template -> template.skills().stream())
                .collect(Collectors.toSet());
    }

    /** What is worth practising, the best first, each with a skill of its own. */
    public List<Suggestion> suggest(Situation situation, int most) {
        var ranked = new ArrayList<Skill>();
        if (situation.state().reviewsInSession(situation.now()) < MOST_REVIEWS) {
            ranked.addAll(sorted(
                    due(situation),
                    situation,
                    Comparator.comparing(s -> view(s, situation).recall())));
        }
        var begun = sorted(
                begun(situation),
                situation,
                Comparator.comparing(s -> view(s, situation).lastAt().orElse(situation.now())));
        var fresh = fresh(situation, true);
        // What was answered last is at the end of what was begun: rather something new than twice the same.
        var onlyLast = begun.stream().allMatch(skill -> isLast(skill, situation));
        ranked.addAll(onlyLast ? fresh : begun);
        ranked.addAll(onlyLast ? begun : fresh);
        ranked.addAll(sorted(
                confirming(situation),
                situation,
                Comparator.comparing(s -> view(s, situation).lastAt().orElse(situation.now()))));
        ranked.addAll(sorted(
                known(situation),
                situation,
                Comparator.comparing(s -> view(s, situation).recall())));
        // Stable: what was answered last moves behind all else that is ready.
        ranked.sort(Comparator.comparing(skill -> isLast(skill, situation)));
        ranked.addAll(fresh(situation, false));
        ranked.addAll(tooEarly(situation));
        return ranked.stream()
                .filter(skill -> !situation.postponed().contains(skill.id()))
                .distinct()
                .flatMap(skill -> of(skill, situation).stream())
                .limit(most)
                .toList();
    }

    /** This skill as a suggestion; empty where there is no template but the one answered last. */
    public Optional<Suggestion> of(Skill skill, Situation situation) {
        return template(skill, situation).map(template -> suggestion(skill, template.id(), situation));
    }

    /** Why this skill is worth practising now. */
    public Suggestion suggestion(Skill skill, ExerciseId template, Situation situation) {
        var view = view(skill, situation);
        var kind = view.due()
                ? Kind.REVIEW
                : view.level() == Level.NEW ? Kind.NEW : view.level() == Level.LEARNING ? Kind.LEARNING : Kind.KEEP;
        return new Suggestion(
                skill,
                template,
                kind,
                new Reason(curriculum, skill, view, situation, missing(skill, situation)).sentence(kind));
    }

    private List<Skill> due(Situation situation) {
        return curriculum.skills().stream()
                .filter(skill -> view(skill, situation).due())
                .toList();
    }

    private List<Skill> begun(Situation situation) {
        return learning(situation)
                .filter(skill -> !situation.guessesKnown(view(skill, situation)))
                .filter(skill -> !isTooEarly(skill, situation))
                .toList();
    }

    /** Answered rightly in the check-in, which takes it for known: to be confirmed, but nothing waits for it. */
    private List<Skill> confirming(Situation situation) {
        return learning(situation)
                .filter(skill -> situation.guessesKnown(view(skill, situation)))
                .toList();
    }

    /** Asked in the check-in, before what it needs was known. */
    private List<Skill> tooEarly(Situation situation) {
        return learning(situation).filter(skill -> isTooEarly(skill, situation)).toList();
    }

    private boolean isTooEarly(Skill skill, Situation situation) {
        return situation.guessesNew(view(skill, situation))
                && !missing(skill, situation).isEmpty();
    }

    private Stream<Skill> learning(Situation situation) {
        return curriculum.skills().stream()
                .filter(skill -> view(skill, situation).level() == Level.LEARNING)
                .filter(skill -> !view(skill, situation).due());
    }

    private List<Skill> known(Situation situation) {
        return curriculum.skills().stream()
                .filter(skill -> view(skill, situation).level().compareTo(Level.PRACTISED) >= 0)
                .filter(skill -> !view(skill, situation).due())
                .toList();
    }

    /**
     * What is new, in the order of the track.
     *
     * @param atEdge whether all that it needs is known, or else not all
     */
    private List<Skill> fresh(Situation situation, boolean atEdge) {
        return situation.track().skills().stream()
                .flatMap(id -> curriculum.skill(id).stream())
                .filter(skill -> view(skill, situation).level() == Level.NEW)
                .filter(skill -> !opens(skill, situation))
                .filter(skill -> missing(skill, situation).isEmpty() == atEdge)
                .toList();
    }

    private List<Skill> missing(Skill skill, Situation situation) {
        return curriculum.needs(skill).stream()
                .filter(need -> !isOpen(need, situation))
                .toList();
    }

    /** What lies outside the chosen track is taken for known until it shows that it is not; so is what has no exercises. */
    private boolean isOpen(Skill need, Situation situation) {
        var outside = !situation.track().skills().contains(need.id())
                && situation.state().skill(need.id()).isEmpty();
        return outside || !withExercises.contains(need.id().value()) || opens(need, situation);
    }

    private boolean opens(Skill skill, Situation situation) {
        var view = view(skill, situation);
        return view.opens() || situation.guessesKnown(view);
    }

    private List<Skill> sorted(List<Skill> skills, Situation situation, Comparator<Skill> order) {
        return skills.stream()
                .sorted(Comparator.comparing((Skill skill) -> isLast(skill, situation))
                        .thenComparing(skill -> !isAlike(skill, situation))
                        .thenComparing(order)
                        .thenComparing(skill -> skill.id().value()))
                .toList();
    }

    private boolean isLast(Skill skill, Situation situation) {
        return lastSkill(situation).filter(skill.id()::equals).isPresent();
    }

    private boolean isAlike(Skill skill, Situation situation) {
        return lastSkill(situation)
                .filter(last -> curriculum.alike(last).contains(skill.id()))
                .isPresent();
    }

    private Optional<SkillId> lastSkill(Situation situation) {
        return situation
                .last()
                .flatMap(catalogue::find)
                .map(template -> new SkillId(template.skills().get(0)));
    }

    /** One that was seen least, at the level that fits best; those of which the skill is the main one first. */
    private Optional<ExerciseTemplate> template(Skill skill, Situation situation) {
        var ability = situation.state().ability()
                + situation
                        .state()
                        .skill(skill.id())
                        .map(s -> s.ability() - s.difficulty())
                        .orElse(0.0);
        return catalogue.bySkill(skill.id().value()).stream()
                .filter(template -> !situation.last().equals(Optional.of(template.id())))
                .min(Comparator.comparing((ExerciseTemplate t) ->
                                t.skills().indexOf(skill.id().value()) > 0)
                        .thenComparing(t -> situation.seen().getOrDefault(t.id(), 0))
                        .thenComparing(
                                t -> Math.abs(Mastery.chance(ability - Mastery.authorsGuess(t.level())) - BEST_CHANCE))
                        .thenComparing(t -> t.id().value()));
    }

    private MasteryView view(Skill skill, Situation situation) {
        // Nothing is known of the others, so that looking at them costs nothing.
        return Optional.ofNullable(situation.views().get(skill.id()))
                .orElseGet(() -> MasteryView.of(model, situation.state(), skill.id(), situation.now()));
    }
}
