package org.nabla.classroom.assignment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.nabla.account.UserId;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.progress.store.ExerciseStore;
import org.nabla.progress.store.Shelves;
import org.nabla.progress.store.StoredExercise;

/** Draws exercises that count for marks: from seeds that nobody can ask for, each confirmed before it is kept. */
@Singleton
public class ExerciseDraw {
    /** How often another variant is tried: one cannot be made, is not confirmed, or asks what the learner knows. */
    private static final int LOOKS = 8;

    private final WorkRepository work;
    private final ExerciseStore exercises;
    private final Shelves shelves;
    private final FamilyRepository families;
    private final RandomGenerator chance;

    ExerciseDraw(
            WorkRepository work,
            ExerciseStore exercises,
            Shelves shelves,
            FamilyRepository families,
            RandomGenerator chance) {
        this.work = work;
        this.exercises = exercises;
        this.shelves = shelves;
        this.families = families;
        this.chance = chance;
    }

    /** One for all. Belongs outside any transaction: algebra takes its time. */
    public Optional<StoredExercise> draw(ExerciseId template) {
        return draw(template, Set.of());
    }

    /** One for all, where the parts of a whole share a seed: it is drawn when the first of them is. */
    public Optional<StoredExercise> draw(ExerciseId template, Map<String, Seed> drawn) {
        return shelves.family(template)
                .map(family -> exercises.find(template, drawn.computeIfAbsent(family, f -> Seed.secret(chance))))
                .orElseGet(() -> draw(template));
    }

    /** One for all of an assignment. */
    Optional<StoredExercise> drawShared(ExerciseId template, AssignmentKey assignment) {
        return shelves.family(template)
                .map(family -> exercises.find(template, seed(assignment, family, 0)))
                .orElseGet(() -> draw(template));
    }

    private Seed seed(AssignmentKey assignment, String family, long learner) {
        var secret = Seed.secret(chance);
        return QuarkusTransaction.joiningExisting().call(() -> families.seed(assignment, family, learner, secret));
    }

    /**
     * One for a learner: as part of a whole with the seed of its other parts, or else with a question that they have not met
     * yet, where there is one.
     */
    Optional<StoredExercise> draw(ExerciseId template, UserId learner, AssignmentKey assignment) {
        var family = shelves.family(template);
        if (family.isPresent()) {
            return exercises.find(template, seed(assignment, family.get(), learner.value()));
        }
        return draw(
                template,
                QuarkusTransaction.joiningExisting().call(() -> work.questionsMet(learner, template.value())));
    }

    private Optional<StoredExercise> draw(ExerciseId template, Set<String> met) {
        var last = Optional.<StoredExercise>empty();
        for (var look = 0; look < LOOKS; look++) {
            var made = exercises.find(template, Seed.secret(chance));
            if (made.filter(e -> !met.contains(e.exercise().prompt())).isPresent()) {
                return made;
            }
            last = made.isPresent() ? made : last;
        }
        return last;
    }
}
