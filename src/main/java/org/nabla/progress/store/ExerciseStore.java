package org.nabla.progress.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.template.BrokenTemplateException;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.exercise.template.NotMadeException;
import org.nabla.query.Select;

/**
 * Exercises by their address. Each is generated once, confirmed by another route, kept in the database and served from there
 * and from a cache, so that a page waits for algebra only when nobody has seen the exercise before.
 */
@Singleton
public class ExerciseStore {
    private static final int CACHED = 5_000;

    private final ExerciseRepository exercises;
    private final ExerciseKeeper keeper;
    private final ExerciseCatalogue catalogue;
    private final Shelves shelves;
    private final ExerciseMaker maker;
    private final Cache<Variant, StoredExercise> cache =
            Caffeine.newBuilder().maximumSize(CACHED).build();
    /** What a row says is written once. */
    private final Cache<Long, StoredExercise> byKey =
            Caffeine.newBuilder().maximumSize(CACHED).build();

    private final Failures failures;

    ExerciseStore(
            ExerciseRepository exercises,
            ExerciseKeeper keeper,
            ExerciseCatalogue catalogue,
            Shelves shelves,
            ExerciseMaker maker,
            Clock clock) {
        this.exercises = exercises;
        this.keeper = keeper;
        this.catalogue = catalogue;
        this.shelves = shelves;
        this.maker = maker;
        this.failures = new Failures(clock);
    }

    /**
     * The exercise at an address, in the template's present version.
     *
     * @return empty where {@link #look} has none now
     */
    public Optional<StoredExercise> find(ExerciseId template, Seed seed) {
        return look(template, seed).found();
    }

    /**
     * Looks for the exercise at an address, in the template's present version, and makes it where there is none. A template
     * that fails again and again is left out of the catalogue for some minutes; that algebra is away is no such failure.
     */
    public Lookup look(ExerciseId template, Seed seed) {
        return look(template, seed, maker);
    }

    Lookup look(ExerciseId template, Seed seed, ExerciseMaker by) {
        failures.rested().forEach(catalogue::takeBack);
        var found = template(template);
        if (found.isEmpty()) {
            return new Lookup.Nothing();
        }
        var variant = new Variant(template, found.get().version(), seed);
        // Not cache.get(key, loader): a loader that generates would lock its part of the cache for as long.
        var cached = cache.getIfPresent(variant);
        if (cached != null) {
            return new Lookup.Found(cached);
        }
        var lookup = kept(variant).orElseGet(() -> make(found.get(), variant, by));
        lookup.found().ifPresent(exercise -> cache.put(variant, exercise));
        return lookup;
    }

    /** The variants of a template that can be served at once. */
    public List<Seed> ready(ExerciseId template) {
        return template(template)
                .map(found -> exercises.ready(template, found.version()))
                .orElse(List.of());
    }

    /** What {@link #ready} asks the database. */
    public List<Select<?>> readyAsked(ExerciseId template) {
        return template(template).stream()
                .<Select<?>>map(found -> ExerciseRepository.readyAsked(template, found.version()))
                .toList();
    }

    /** Keeps an exercise that was made without a template; the same one again is the one that is kept. */
    public StoredExercise keep(Exercise exercise) {
        var variant = new Variant(exercise.template(), exercise.version(), exercise.seed());
        keeper.keep(variant, new ExerciseMaker.Made(exercise, ""));
        return kept(variant).flatMap(Lookup::found).orElseThrow();
    }

    /** The exercise with this key, in whatever version the learner saw it. */
    public Optional<StoredExercise> find(long id) {
        var known = byKey.getIfPresent(id);
        if (known != null) {
            return Optional.of(known);
        }
        var found = QuarkusTransaction.joiningExisting()
                .call(() -> exercises.findByIdOptional(id).map(keeper::read));
        found.ifPresent(exercise -> byKey.put(id, exercise));
        return found;
    }

    /** The same for many, by their keys: those that nobody asked for lately by one query. */
    public Map<Long, StoredExercise> find(Collection<Long> ids) {
        var found = new HashMap<>(byKey.getAllPresent(ids));
        var missing = ids.stream().filter(id -> !found.containsKey(id)).collect(Collectors.toSet());
        if (!missing.isEmpty()) {
            var read = QuarkusTransaction.joiningExisting()
                    .call(() -> exercises.all(missing).stream()
                            .map(keeper::read)
                            .collect(Collectors.toMap(StoredExercise::id, stored -> stored)));
            byKey.putAll(read);
            found.putAll(read);
        }
        return found;
    }

    /** What another route finds of exercises that are therefore not served, by their names, the latest first. */
    public Map<String, String> disputes(int limit) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            var disputes = new LinkedHashMap<String, String>();
            for (var row : exercises.disputed(limit)) {
                disputes.put(
                        row.variant() + ", version " + row.variant().version(),
                        row.dispute().orElse(""));
            }
            return disputes;
        });
    }

    /**
     * A template as learners get it, of the catalogue or written by somebody. One that has failed again and again rests; the
     * catalogue leaves its own out by itself.
     */
    public Optional<ExerciseTemplate> template(ExerciseId id) {
        return catalogue.find(id).or(() -> failures.isResting(id) ? Optional.empty() : shelves.find(id));
    }

    /** What was found of it before; empty where it is to be made, or to be made again because nobody has confirmed it. */
    private Optional<Lookup> kept(Variant variant) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> exercises
                        .find(variant.template(), variant.version(), variant.seed())
                        .flatMap(row -> switch (row.standing()) {
                            case CONFIRMED -> Optional.of(new Lookup.Found(keeper.read(row)));
                            case DISPUTED -> Optional.of(new Lookup.Nothing());
                            case OPEN, WITHDRAWN -> Optional.empty();
                        }));
    }

    private Lookup make(ExerciseTemplate template, Variant variant, ExerciseMaker by) {
        try {
            // Outside any transaction: algebra may take a while, and a connection is dear.
            keeper.keep(
                    variant,
                    shelves.make(template, variant.seed())
                            .map(made -> new ExerciseMaker.Made(made, ""))
                            .orElseGet(() -> by.make(template, variant.seed())));
        } catch (NotMadeException e) {
            Log.infof("not now: %s", e.getMessage());
            return new Lookup.NotYet();
        } catch (BrokenTemplateException e) {
            giveUp(variant, e);
            return new Lookup.Nothing();
        }
        return kept(variant).orElseGet(Lookup.NotYet::new);
    }

    private void giveUp(Variant variant, BrokenTemplateException why) {
        Log.errorf("variant %s cannot be made: %s", variant.seed(), why.getMessage());
        if (failures.add(variant.template())) {
            Log.errorf("%s is left out of the catalog for a while", variant.template());
            catalogue.leaveOut(variant.template());
        }
    }
}
