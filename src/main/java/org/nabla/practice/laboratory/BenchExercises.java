package org.nabla.practice.laboratory;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nabla.account.UserId;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.progress.attempt.Reservations;
import org.nabla.progress.store.ExerciseStore;
import org.nabla.progress.store.StoredExercise;

/** The exercises of the laboratory as exercises that can be answered and found again. Whoever sets the same gets the same. */
@Singleton
class BenchExercises implements Reservations {
    private static final ExerciseId NAME = new ExerciseId("laboratory-step");
    private static final int VERSION = 1;
    private static final int LEVEL = 2;

    private final ExerciseStore exercises;
    private final EntityManager database;

    BenchExercises(ExerciseStore exercises, EntityManager database) {
        this.exercises = exercises;
        this.database = database;
    }

    /** Keeps the exercise with the address that leads to it. */
    @Transactional
    public StoredExercise keep(NextStep step, Settings settings) {
        var address = settings.address() + "&from=" + step.from();
        var stored = exercises.keep(exercise(step, address));
        database.createNativeQuery("insert into laboratory_exercise (exercise_id, address) values (:exercise, :address)"
                        + " on conflict do nothing")
                .setParameter("exercise", stored.id())
                .setParameter("address", address)
                .executeUpdate();
        return stored;
    }

    /** Without skills: whoever sets the numbers could set easy ones, so nothing of it enters mastery. */
    private static Exercise exercise(NextStep step, String address) {
        return new Exercise(
                NAME,
                VERSION,
                seed(address + "\n" + step.prompt()),
                "Gradient descent in the laboratory",
                List.of(),
                LEVEL,
                step.prompt(),
                step.parts(),
                List.of(),
                step.solution(),
                Optional.empty(),
                Optional.empty());
    }

    /** By what is asked, beyond the seeds of practice. */
    private static Seed seed(String text) {
        var hash = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits() >>> 1;
        return new Seed(Math.max(hash, Seed.COUNT));
    }

    @Override
    public Optional<String> address(UserId learner, StoredExercise exercise) {
        return Optional.empty();
    }

    @Override
    @Transactional
    public Optional<String> home(UserId learner, StoredExercise exercise) {
        List<?> addresses = database.createNativeQuery(
                        "select address from laboratory_exercise where exercise_id = :exercise", String.class)
                .setParameter("exercise", exercise.id())
                .getResultList();
        return addresses.stream().findFirst().map(String.class::cast);
    }
}
