package org.nabla.progress.prediction;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nabla.progress.mastery.Calibration;
import org.nabla.query.Rows;

/** How good the predictions were, night by night, and which instance does what all would do. */
@Singleton
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

    /** The same, waiting until no other instance does. */
    void waitForWork(int work) {
        database.createNativeQuery("select 1 from (select pg_advisory_xact_lock(:space, :work)) as turn")
                .setParameter("space", WORK_FOR_ONE)
                .setParameter("work", work)
                .getSingleResult();
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
        return Rows.first(
                        database.createNativeQuery(
                                "select measured_at, answers, answered_right, log_loss, constant_log_loss, auc,"
                                        + " calibration_error, cast(bins as text) from calibration order by measured_at desc limit"
                                        + " 1"),
                        Row.class)
                .map(row -> new Measured(
                        row.at(),
                        new Calibration(
                                row.answers(),
                                row.right(),
                                row.logLoss(),
                                row.constantLogLoss(),
                                row.auc(),
                                row.error(),
                                read(row.bins()))));
    }

    private record Row(
            Instant at,
            int answers,
            int right,
            double logLoss,
            double constantLogLoss,
            double auc,
            double error,
            String bins) {}

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
