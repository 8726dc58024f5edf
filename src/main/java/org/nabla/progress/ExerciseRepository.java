package org.nabla.progress;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;

/** The generated exercises in the database. */
@ApplicationScoped
class ExerciseRepository implements PanacheRepository<ExerciseRow> {

    Optional<ExerciseRow> find(ExerciseId template, int version, Seed seed) {
        return find("template = ?1 and version = ?2 and seed = ?3", template.value(), version, seed.value())
                .firstResultOptional();
    }

    /** Keeps an exercise, unless another instance kept it first: then that one stands. */
    void keep(ExerciseId template, int version, Seed seed, String body, Instant now) {
        getEntityManager()
                .createNativeQuery("insert into exercise (template, version, seed, body, created_at)"
                        + " values (:template, :version, :seed, cast(:body as jsonb), :now)"
                        + " on conflict (template, version, seed) do nothing")
                .setParameter("template", template.value())
                .setParameter("version", version)
                .setParameter("seed", seed.value())
                .setParameter("body", body)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** The seeds of a template's version that are kept already. */
    List<Integer> seedsOf(ExerciseId template, int version) {
        return getEntityManager()
                .createQuery(
                        "select e.seed from ExerciseRow e where e.template = :template and e.version = :version",
                        Integer.class)
                .setParameter("template", template.value())
                .setParameter("version", version)
                .getResultList();
    }
}
