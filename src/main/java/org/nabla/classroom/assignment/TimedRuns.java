package org.nabla.classroom.assignment;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nabla.account.UserId;
import org.nabla.classroom.marking.TimedRun;
import org.nabla.query.Rows;

/** Who has started an assignment that runs against the clock, and when. */
@Singleton
class TimedRuns {
    private static final String RUNS = """
            select r.learner_id, r.started_at, r.promised_at, a.minutes, e.time_factor
            from timed_run r join assignment a on a.id = r.assignment_id
            join enrolment e on e.course_id = a.course_id and e.learner_id = r.learner_id
            where a.minutes is not null and r.assignment_id = :assignment""";

    private final EntityManager database;

    TimedRuns(EntityManager database) {
        this.database = database;
    }

    /** A run that may have to be finished. */
    record Open(long assignment, UserId learner) {}

    @Transactional
    Optional<TimedRun> of(long assignment, UserId learner) {
        return Rows.first(
                        database.createNativeQuery(RUNS + " and r.learner_id = :learner")
                                .setParameter("assignment", assignment)
                                .setParameter("learner", learner.value()),
                        RunOf.class)
                .map(RunOf::run);
    }

    /** Of all who have started. */
    @Transactional
    Map<UserId, TimedRun> of(long assignment) {
        var query = database.createNativeQuery(RUNS + " order by r.learner_id").setParameter("assignment", assignment);
        var runs = new LinkedHashMap<UserId, TimedRun>();
        for (var row : Rows.all(query, RunOf.class)) {
            runs.put(row.learner(), row.run());
        }
        return runs;
    }

    /** Starts once: who presses twice, or in two windows, has started when they did first. */
    @Transactional
    void start(long assignment, UserId learner, TimedRun run) {
        database.createNativeQuery("insert into timed_run (assignment_id, learner_id, started_at, promised_at)"
                        + " values (:assignment, :learner, :started, :promised) on conflict do nothing")
                .setParameter("assignment", assignment)
                .setParameter("learner", learner.value())
                .setParameter("started", run.started())
                .setParameter("promised", run.promised())
                .executeUpdate();
    }

    /** Who started what is gone. */
    void forget(Set<Long> assignments) {
        database.createNativeQuery("delete from timed_run where assignment_id = any (cast(:assignments as bigint[]))")
                .setParameter("assignments", assignments.toArray(Long[]::new))
                .executeUpdate();
    }

    /** Time until then, if that is later than what they were told; what was over runs again. */
    @Transactional
    void promise(long assignment, UserId learner, Instant until) {
        database.createNativeQuery("update timed_run set promised_at = greatest(promised_at, :until),"
                        + " finished_at = case when promised_at < :until then null else finished_at end"
                        + " where assignment_id = :assignment and learner_id = :learner")
                .setParameter("until", until)
                .setParameter("assignment", assignment)
                .setParameter("learner", learner.value())
                .executeUpdate();
    }

    /** Those whose time may be over, and from whose boxes nothing was handed in yet. */
    @Transactional
    List<Open> open(Instant now) {
        return Rows.all(
                database.createNativeQuery("select r.assignment_id, r.learner_id from timed_run r"
                                + " join assignment a on a.id = r.assignment_id"
                                + " where r.finished_at is null and least(r.promised_at, a.closes_at) < :now"
                                + " order by r.assignment_id, r.learner_id")
                        .setParameter("now", now),
                Open.class);
    }

    @Transactional
    void finished(long assignment, UserId learner, Instant now) {
        database.createNativeQuery("update timed_run set finished_at = :now"
                        + " where assignment_id = :assignment and learner_id = :learner and finished_at is null")
                .setParameter("now", now)
                .setParameter("assignment", assignment)
                .setParameter("learner", learner.value())
                .executeUpdate();
    }

    private record RunOf(UserId learner, TimedRun run) {}
}
