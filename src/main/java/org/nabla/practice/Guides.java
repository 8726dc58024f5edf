package org.nabla.practice;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nabla.account.UserId;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.practice.desk.Guidance;
import org.nabla.practice.next.VariantOrder;
import org.nabla.progress.ProgressService;
import org.nabla.progress.checkin.CheckIns;
import org.nabla.progress.learner.SkillStates;
import org.nabla.progress.mastery.Fading;
import org.nabla.progress.mastery.LearnerState;
import org.nabla.progress.store.ExerciseStore;
import org.nabla.progress.store.StoredExercise;
import org.nabla.query.Select;

/** Decides what is shown before a learner goes on alone, unless they decide it themselves. */
@Singleton
class Guides {
    private final SkillStates states;
    private final CheckIns checkIns;
    private final ProgressService progress;
    private final ExerciseStore exercises;

    Guides(SkillStates states, CheckIns checkIns, ProgressService progress, ExerciseStore exercises) {
        this.states = states;
        this.checkIns = checkIns;
        this.progress = progress;
        this.exercises = exercises;
    }

    /** @param asked what the learner chose; null where they left it to us */
    Guidance of(Optional<UserId> learner, StoredExercise stored, @Nullable String asked) {
        var exercise = stored.exercise();
        var wish =
                Optional.ofNullable(asked).filter(List.of(Guidance.EXAMPLE, Guidance.START, Guidance.ALONE)::contains);
        var chosen = wish.isPresent();
        var stage = wish.orElseGet(() -> Guidance.word(fading(learner, exercise)));
        var steps = Guidance.firstSteps(exercise.solution());
        var example = stage.equals(Guidance.EXAMPLE) ? example(learner, exercise) : Optional.<Guidance.Example>empty();
        if (stage.equals(Guidance.EXAMPLE) && example.isEmpty()) {
            stage = Guidance.START;
        }
        if (stage.equals(Guidance.START) && steps.isEmpty()) {
            stage = Guidance.ALONE;
        }
        return new Guidance(stage, chosen, "", example, stage.equals(Guidance.START) ? steps : List.of());
    }

    /** What is asked of a learner who leaves it to us. */
    static Select<?> asked(UserId learner, Exercise exercise) {
        return SkillStates.asked(learner, mainSkill(exercise));
    }

    private static SkillId mainSkill(Exercise exercise) {
        return new SkillId(exercise.skills().get(0));
    }

    private Fading fading(Optional<UserId> learner, Exercise exercise) {
        var skill = mainSkill(exercise);
        if (learner.isEmpty()) {
            return Fading.of(LearnerState.NEWCOMER, skill, exercise.level());
        }
        // Whom the check-in takes to know it is not shown an example first; after two misses the first steps are.
        var known = checkIns.placed(learner.get()).known().contains(skill)
                && states.of(learner.get(), skill).missesInRow() == 0;
        return known ? Fading.UNAIDED : states.fading(learner.get(), skill, exercise.level());
    }

    /** Another variant that is there already: nobody waits for an example. None that was answered. */
    private Optional<Guidance.Example> example(Optional<UserId> learner, Exercise exercise) {
        var order = new VariantOrder(learner.map(UserId::value).orElse(0L), exercise.template());
        var seen = learner.map(id -> progress.seen(id, exercise.template())).orElse(Set.of());
        var ready = exercises.ready(exercise.template()).stream()
                .filter(seed -> !seed.equals(exercise.seed()))
                .toList();
        return order.example(ready, seen)
                .or(() -> ready.stream().findFirst())
                .flatMap(seed -> exercises.find(exercise.template(), seed))
                .map(other -> Guidance.Example.of(other.exercise()));
    }
}
