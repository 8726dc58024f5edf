package org.nabla.practice.checkin;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.nabla.account.UserId;
import org.nabla.exercise.Seed;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.progress.ProgressService;
import org.nabla.progress.attempt.Untold;
import org.nabla.progress.checkin.CheckIn;
import org.nabla.progress.checkin.CheckIns;
import org.nabla.progress.store.ExerciseStore;
import org.nabla.progress.store.StoredExercise;

/** Finds the exercise that asks for a skill, and asks it. */
@Singleton
class Questions {
    private static final int AVERAGE_LEVEL = 3;

    /** So many questions are easy ones. */
    private static final int FIRST = 2;
    /** How many variants are tried, before another skill is asked. */
    private static final int TRIES = 3;

    private final CheckIns checkIns;
    private final ExerciseCatalogue catalogue;
    private final ExerciseStore exercises;
    private final ProgressService progress;
    private final Untold untold;
    private final RandomGenerator chance;

    Questions(
            CheckIns checkIns,
            ExerciseCatalogue catalogue,
            ExerciseStore exercises,
            ProgressService progress,
            Untold untold,
            RandomGenerator chance) {
        this.checkIns = checkIns;
        this.catalogue = catalogue;
        this.exercises = exercises;
        this.progress = progress;
        this.untold = untold;
        this.chance = chance;
    }

    /**
     * The check-in with a question that waits for a reply. Ends it where there is nothing more to ask.
     *
     * @return the check-in; ended, or with a current question
     */
    Optional<CheckIn> goOn(UserId learner) {
        var found = checkIns.latest(learner);
        if (found.isEmpty() || !found.get().open() || found.get().current().isPresent()) {
            return found;
        }
        var possible = askable();
        var next = checkIns.next(found.get(), possible);
        while (next.isPresent()) {
            var skill = next.get();
            var exercise = exerciseFor(learner, skill, found.get().questions().size());
            if (exercise.isPresent()) {
                checkIns.ask(learner, skill, exercise.get());
                return checkIns.latest(learner);
            }
            possible.remove(skill);
            next = checkIns.next(found.get(), possible);
        }
        checkIns.end(learner);
        return checkIns.latest(learner);
    }

    /** What is the main skill of some template. */
    Set<SkillId> askable() {
        return catalogue.all().stream()
                .map(template -> new SkillId(template.skills().get(0)))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * An exercise that asks for little else, quick to answer, and not a matter of luck: at first what is easiest to be sure of,
     * and never a story around it where there is another.
     */
    private Optional<StoredExercise> exerciseFor(UserId learner, SkillId skill, int asked) {
        var level = asked < FIRST ? 1 : AVERAGE_LEVEL;
        return catalogue.bySkill(skill.value()).stream()
                .filter(template -> template.skills().get(0).equals(skill.value()))
                .filter(template -> !template.task().showsSlip())
                .sorted(Comparator.comparing((ExerciseTemplate t) -> isChoice(t))
                        .thenComparing(t -> t.partCount() > 1)
                        .thenComparing(t -> Stories.isOne(t))
                        .thenComparing(t -> t.skills().size())
                        .thenComparing(t -> Math.abs(t.level() - level))
                        .thenComparing(t -> t.id().value()))
                .limit(TRIES)
                .flatMap(template -> variantFor(learner, template).stream())
                .findFirst();
    }

    private static boolean isChoice(ExerciseTemplate template) {
        return template.parts().stream().anyMatch(part -> part.answer().kind().startsWith("choice"));
    }

    private Optional<StoredExercise> variantFor(UserId learner, ExerciseTemplate template) {
        var seen = progress.seen(learner, template.id());
        var ready = exercises.ready(template.id()).stream()
                .filter(seed -> !seen.contains(seed))
                .toList();
        for (var i = 0; i < TRIES; i++) {
            var seed = ready.isEmpty() ? new Seed(chance.nextInt(Seed.COUNT)) : ready.get(chance.nextInt(ready.size()));
            var found = exercises.find(template.id(), seed).filter(exercise -> isFree(learner, exercise));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private boolean isFree(UserId learner, StoredExercise exercise) {
        return untold.elsewhere(learner, exercise).isEmpty();
    }
}
