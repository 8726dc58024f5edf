package org.nabla.progress.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.nabla.exercise.generator.ExerciseGenerator;
import org.nabla.exercise.template.BrokenTemplateException;
import org.nabla.exercise.template.NotMadeException;
import org.nabla.query.Rows;

/** What was drawn for exercises, by the names of their templates' parameters. */
@Singleton
public class DrawnValues {

    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final EntityManager database;
    private final ExerciseStore store;
    private final ExerciseGenerator generator;
    private final ObjectMapper json;

    DrawnValues(EntityManager database, ExerciseStore store, ExerciseGenerator generator, ObjectMapper json) {
        this.database = database;
        this.store = store;
        this.generator = generator;
        this.json = json;
    }

    private record Kept(long id, Variant variant, @Nullable String drawn) {}

    /**
     * By the key of the exercise. Of one that was made before values were kept they are computed and kept, as long as its
     * template is still the one that made it; where it is not, nobody knows them and the map is empty.
     */
    public Map<Long, Map<String, String>> of(Collection<Long> exercises) {
        if (exercises.isEmpty()) {
            return Map.of();
        }
        var all = new HashMap<Long, Map<String, String>>();
        for (var kept : QuarkusTransaction.joiningExisting().call(() -> kept(exercises))) {
            all.put(kept.id(), kept.drawn() == null ? compute(kept).orElse(Map.of()) : read(kept.drawn()));
        }
        return all;
    }

    private List<Kept> kept(Collection<Long> exercises) {
        return Rows.all(
                database.createNativeQuery(
                                "select id, template, version, seed, cast(drawn as text) from exercise where id in (:ids)")
                        .setParameter("ids", new TreeSet<>(exercises)),
                Kept.class);
    }

    /** Empty where algebra is needed and away: then it is tried again another time. */
    private Optional<Map<String, String>> compute(Kept kept) {
        var variant = kept.variant();
        try {
            // Outside any transaction: conditions of a template may need algebra.
            var drawn = store.template(variant.template())
                    .filter(template -> template.version() == variant.version())
                    .map(template -> generator.drawn(template, variant.seed()))
                    .orElse(Map.of());
            QuarkusTransaction.joiningExisting().run(() -> keep(kept.id(), drawn));
            return Optional.of(drawn);
        } catch (NotMadeException | BrokenTemplateException e) {
            return Optional.empty();
        }
    }

    private void keep(long exercise, Map<String, String> drawn) {
        try {
            database.createNativeQuery("update exercise set drawn = cast(:drawn as jsonb) where id = :id")
                    .setParameter("drawn", json.writeValueAsString(drawn))
                    .setParameter("id", exercise)
                    .executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("values cannot be written as JSON", e);
        }
    }

    private Map<String, String> read(String drawn) {
        try {
            return json.readValue(drawn, VALUES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("values cannot be read", e);
        }
    }
}
