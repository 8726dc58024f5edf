package org.nabla.project.progress;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.database.glance.Glance;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.query.Rows;

/** The runs of learners in the database. */
@Singleton
public class RunRepository {
    private static final String LEARNER = "learner";
    private static final String PROJECT = "project";

    private final EntityManager database;

    RunRepository(EntityManager database) {
        this.database = database;
    }

    public Optional<Run> find(UserId learner, String project) {
        return of(learner).stream().filter(run -> run.project().equals(project)).findFirst();
    }

    private record Begun(UserId learner) {}

    List<Run> of(UserId learner) {
        return Glance.once(new Begun(learner), () -> read(learner));
    }

    private List<Run> read(UserId learner) {
        return Rows.all(
                database.createNativeQuery("select project, seed, data_seed, renewed, started_at from project_run"
                                + " where learner_id = :learner order by started_at, id")
                        .setParameter(LEARNER, learner.value()),
                Run.class);
    }

    /** The first stays, where a form arrives twice. */
    void start(UserId learner, String project, Seed seed, Instant now) {
        database.createNativeQuery(
                        "insert into project_run (learner_id, project, seed, data_seed, started_at)"
                                + " values (:learner, :project, :seed, :seed, :now) on conflict (learner_id, project) do nothing")
                .setParameter(LEARNER, learner.value())
                .setParameter(PROJECT, project)
                .setParameter("seed", seed.value())
                .setParameter("now", now)
                .executeUpdate();
    }

    void renew(UserId learner, String project, Seed seed) {
        database.createNativeQuery("update project_run set data_seed = :seed, renewed = renewed + 1"
                        + " where learner_id = :learner and project = :project")
                .setParameter(LEARNER, learner.value())
                .setParameter(PROJECT, project)
                .setParameter("seed", seed.value())
                .executeUpdate();
    }

    void sawValues(UserId learner, ExerciseId template, Seed seed, Instant now) {
        database.createNativeQuery("insert into project_values_seen values (:learner, :template, :seed, :now)"
                        + " on conflict (learner_id, template, seed) do nothing")
                .setParameter(LEARNER, learner.value())
                .setParameter("template", template.value())
                .setParameter("seed", seed.value())
                .setParameter("now", now)
                .executeUpdate();
    }

    boolean hasSeenValues(UserId learner, ExerciseId template, Seed seed) {
        return !database.createNativeQuery("select 1 from project_values_seen"
                        + " where learner_id = :learner and template = :template and seed = :seed")
                .setParameter(LEARNER, learner.value())
                .setParameter("template", template.value())
                .setParameter("seed", seed.value())
                .getResultList()
                .isEmpty();
    }

    /** Whether anybody works with these data: others are not computed for whoever asks. */
    boolean isKnown(String templatePrefix, Seed seed) {
        return !database.createNativeQuery("select 1 from project_run where seed = :seed or data_seed = :seed union all"
                        + " select 1 from exercise where template like :prefix and seed = :seed limit 1")
                .setParameter("seed", seed.value())
                .setParameter("prefix", templatePrefix + "-%")
                .getResultList()
                .isEmpty();
    }

    /** What the account has already stays. */
    void merge(UserId guest, UserId into) {
        database.createNativeQuery("insert into project_run (learner_id, project, seed, data_seed, renewed, started_at)"
                        + " select :into, project, seed, data_seed, renewed, started_at from project_run"
                        + " where learner_id = :guest on conflict (learner_id, project) do nothing")
                .setParameter("guest", guest.value())
                .setParameter("into", into.value())
                .executeUpdate();
        database.createNativeQuery("insert into project_values_seen select :into, template, seed, seen_at"
                        + " from project_values_seen where learner_id = :guest"
                        + " on conflict (learner_id, template, seed) do nothing")
                .setParameter("guest", guest.value())
                .setParameter("into", into.value())
                .executeUpdate();
    }
}
