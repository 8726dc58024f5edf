package org.nabla.progress.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.Optional;

/** Writes exercises that were made into the database, and settles what was open there. */
@Singleton
class ExerciseKeeper {
    private final ExerciseRepository exercises;
    private final ObjectMapper json;
    private final Clock clock;

    ExerciseKeeper(ExerciseRepository exercises, ObjectMapper json, Clock clock) {
        this.exercises = exercises;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Keeps an exercise that was made. One that was open at its place is confirmed where it says the same; where it says
     * something else this one takes its place, and it stays for the history where somebody has met it.
     */
    void keep(Variant variant, ExerciseMaker.Made made) {
        if (!made.dispute().isEmpty()) {
            Log.errorf("exercise %s is not served, because another route disagrees: %s", variant, made.dispute());
        }
        var replaced = QuarkusTransaction.joiningExisting().call(() -> settle(variant, made));
        replaced.ifPresent(id -> {
            Log.warnf("exercise %s is made anew: it was kept in another form", variant);
            takeAway(id);
        });
        if (replaced.isPresent()) {
            QuarkusTransaction.joiningExisting().run(() -> insert(variant, made));
        }
    }

    /** Returns the key of the one that says something else. */
    private Optional<Long> settle(Variant variant, ExerciseMaker.Made made) {
        var before = exercises.find(variant.template(), variant.version(), variant.seed());
        if (before.isEmpty()) {
            insert(variant, made);
            return Optional.empty();
        }
        var row = before.get();
        if (row.standing() != ExerciseStanding.OPEN) {
            return Optional.empty(); // another instance was first
        }
        if (read(row).exercise().equals(made.exercise())) {
            row.settle(made);
            return Optional.empty();
        }
        return Optional.of(row.id());
    }

    private void insert(Variant variant, ExerciseMaker.Made made) {
        exercises.keep(variant, write(made.exercise()), write(made.drawn()), made, clock.instant());
    }

    /** The keys of other tables tell whether somebody has met it. */
    private void takeAway(long id) {
        try {
            QuarkusTransaction.requiringNew().run(() -> exercises.remove(id));
        } catch (PersistenceException met) {
            QuarkusTransaction.requiringNew().run(() -> exercises.withdraw(id));
        }
    }

    StoredExercise read(ExerciseRow row) {
        try {
            return new StoredExercise(row.id(), new ExerciseJson(json).read(row.body()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("exercise " + row.id() + " cannot be read", e);
        }
    }

    private String write(Object part) {
        try {
            return json.writeValueAsString(part);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an exercise cannot be written as JSON", e);
        }
    }
}
