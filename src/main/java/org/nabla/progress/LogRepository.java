package org.nabla.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.nabla.exercise.ExerciseId;
import org.nabla.progress.mastery.Calibration;
import org.nabla.progress.mastery.Difficulties;
import org.nabla.progress.mastery.Mastery;

/** What all learners' first unaided answers say together: how hard things are, and how good the predictions were. */
@ApplicationScoped
class LogRepository {
    /** The space of the locks under which one instance does what all would do. */
    private static final int WORK_FOR_ONE = 2;

    private final EntityManager database;
    private final ObjectMapper json;

    LogRepository(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** What was measured, and when. */
    record Measured(Instant at, Calibration calibration) {}

    /** Whether no other instance does this work at the moment. Held to the end of the transaction. */
    boolean takeWork(int work) {
        return (Boolean) database.createNativeQuery("select pg_try_advisory_xact_lock(:space, :work)")
                .setParameter("space", WORK_FOR_ONE)
                .setParameter("work", work)
                .getSingleResult();
    }

    /** From all answers anew, in the order in which they were given, so that the same log gives the same bits. */
    Difficulties difficulties(ToIntFunction<ExerciseId> level) {
        var learnt = new Difficulties();
        try (var rows = database.createQuery(
                        "select e, a from Evidence e join Attempt a on a.id = e.attemptId and a.submittedAt ="
                                + " e.submittedAt where a.first and a.unaided and not exists (select 1 from User u where u.id ="
                                + " a.learnerId and u.demoCourseId is not null) order by e.submittedAt, e.attemptId",
                        Object[].class)
                .getResultStream()) {
            rows.forEach(row -> {
                var evidence = (Evidence) row[0];
                var attempt = (Attempt) row[1];
                learnt.learn(evidence.observation(
                        attempt, Mastery.authorsGuess(level.applyAsInt(new ExerciseId(evidence.template())))));
                database.detach(evidence);
                database.detach(attempt);
            });
        }
        return learnt;
    }

    void keep(Difficulties learnt) {
        learnt.skills().forEach((skill, rating) -> keep("skill", skill.value(), rating));
        learnt.templates().forEach((template, rating) -> keep("template", template, rating));
    }

    private void keep(String kind, String name, Difficulties.Rating rating) {
        database.createNativeQuery(
                        "insert into %1$s_difficulty (%1$s, difficulty, answers) values (:name, :difficulty, :answers) on conflict (%1$s) do update set difficulty = excluded.difficulty, answers = excluded.answers"
                                .formatted(kind))
                .setParameter("name", name)
                .setParameter("difficulty", rating.difficulty())
                .setParameter("answers", rating.answers())
                .executeUpdate();
    }

    List<Calibration.Outcome> outcomes() {
        List<?> rows = database.createNativeQuery("select e.prediction, a.outcome = 'CORRECT' from evidence e"
                        + " join attempt a on a.id = e.attempt_id and a.submitted_at = e.submitted_at"
                        + " where a.first and a.unaided and not exists (select 1 from account d where d.id = a.learner_id"
                        + " and d.demo_course_id is not null)")
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Calibration.Outcome(((Number) row[0]).doubleValue(), (Boolean) row[1]))
                .toList();
    }

    void keep(Calibration found, Instant now) {
        database.createNativeQuery("insert into calibration values"
                        + " (:now, :answers, :right, :loss, :constant, :auc, :error, cast(:bins as jsonb))"
                        + " on conflict (measured_at) do nothing")
                .setParameter("now", now)
                .setParameter("answers", found.answers())
                .setParameter("right", found.right())
                .setParameter("loss", found.logLoss())
                .setParameter("constant", found.constantLogLoss())
                .setParameter("auc", found.auc())
                .setParameter("error", found.calibrationError())
                .setParameter("bins", write(found.bins()))
                .executeUpdate();
    }

    Optional<Measured> latest() {
        List<?> rows = database.createNativeQuery(
                        "select measured_at, answers, answered_right, log_loss, constant_log_loss, auc,"
                                + " calibration_error, cast(bins as text) from calibration order by measured_at desc limit"
                                + " 1")
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> (Object[]) row)
                .map(row -> new Measured(
                        (Instant) row[0],
                        new Calibration(
                                ((Number) row[1]).intValue(),
                                ((Number) row[2]).intValue(),
                                ((Number) row[3]).doubleValue(),
                                ((Number) row[4]).doubleValue(),
                                ((Number) row[5]).doubleValue(),
                                ((Number) row[6]).doubleValue(),
                                read((String) row[7]))));
    }

    private String write(List<Calibration.Bin> bins) {
        try {
            return json.writeValueAsString(bins);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("bins cannot be written as JSON", e);
        }
    }

    private List<Calibration.Bin> read(String bins) {
        try {
            return json.readValue(bins, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("bins cannot be read", e);
        }
    }
}
