package org.nabla.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.generator.ExerciseGenerator;
import org.nabla.exercise.template.BrokenTemplateException;
import org.nabla.exercise.template.ExerciseTemplate;

/**
 * Exercises by their address. Each is generated once, kept in the database and served from there and from a cache, so that
 * a page waits for algebra only when nobody has seen the exercise before.
 */
@ApplicationScoped
public class ExerciseStore {
    private static final int CACHED = 5_000;

    private final ExerciseRepository exercises;
    private final ExerciseCatalogue catalogue;
    private final Shelves shelves;
    private final ExerciseGenerator generator;
    private final ObjectMapper json;
    private final Clock clock;
    private final Cache<Address, StoredExercise> cache =
            Caffeine.newBuilder().maximumSize(CACHED).build();

    private final Failures failures;

    private record Address(ExerciseId template, int version, Seed seed) {}

    ExerciseStore(
            ExerciseRepository exercises,
            ExerciseCatalogue catalogue,
            Shelves shelves,
            ExerciseGenerator generator,
            ObjectMapper json,
            Clock clock) {
        this.exercises = exercises;
        this.catalogue = catalogue;
        this.shelves = shelves;
        this.generator = generator;
        this.json = json;
        this.clock = clock;
        this.failures = new Failures(clock);
    }

    /**
     * The exercise at an address, in the template's present version.
     *
     * @return empty where there is no such template, or the exercise cannot be generated; a template that fails again and
     *     again is left out of the catalogue for some minutes
     */
    public Optional<StoredExercise> find(ExerciseId template, Seed seed) {
        failures.rested().forEach(catalogue::takeBack);
        return template(template).flatMap(found -> {
            var address = new Address(template, found.version(), seed);
            // Not cache.get(key, loader): a loader that generates would lock its part of the cache for as long.
            var cached = Optional.ofNullable(cache.getIfPresent(address));
            var exercise = cached.or(() -> load(address)).or(() -> make(found, address));
            exercise.ifPresent(ready -> cache.put(address, ready));
            return exercise;
        });
    }

    /** The variants of a template that can be served at once. */
    public List<Seed> ready(ExerciseId template) {
        return template(template)
                .map(found -> QuarkusTransaction.joiningExisting()
                        .call(() -> exercises.seedsOf(template, found.version()).stream()
                                .map(Seed::new)
                                .toList()))
                .orElse(List.of());
    }

    /** The exercise with this key, in whatever version the learner saw it. */
    public Optional<StoredExercise> find(long id) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> exercises.findByIdOptional(id).map(this::read));
    }

    /** One that has failed again and again rests; the catalogue leaves its own out by itself. */
    private Optional<ExerciseTemplate> template(ExerciseId id) {
        return catalogue.find(id).or(() -> failures.isResting(id) ? Optional.empty() : shelves.find(id));
    }

    private Optional<StoredExercise> load(Address address) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> exercises
                        .find(address.template(), address.version(), address.seed())
                        .map(this::read));
    }

    private Optional<StoredExercise> make(ExerciseTemplate template, Address address) {
        String body;
        try {
            // Outside any transaction: algebra may take a while, and a connection is dear.
            body = write(generator.generate(template, address.seed()));
        } catch (BrokenTemplateException e) {
            giveUp(address, e);
            return Optional.empty();
        }
        QuarkusTransaction.joiningExisting()
                .run(() ->
                        exercises.keep(address.template(), address.version(), address.seed(), body, clock.instant()));
        return load(address);
    }

    private void giveUp(Address address, BrokenTemplateException why) {
        Log.errorf("variant %s cannot be made: %s", address.seed(), why.getMessage());
        if (failures.add(address.template())) {
            Log.errorf("%s is left out of the catalogue for a while", address.template());
            catalogue.leaveOut(address.template());
        }
    }

    private StoredExercise read(ExerciseRow row) {
        try {
            return new StoredExercise(row.id(), json.readValue(row.body(), Exercise.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("exercise " + row.id() + " cannot be read", e);
        }
    }

    private String write(Exercise exercise) {
        try {
            return json.writeValueAsString(exercise);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an exercise cannot be written as JSON", e);
        }
    }
}
