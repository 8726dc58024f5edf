package org.nabla.classroom.assignment;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nabla.account.UserId;
import org.nabla.practice.answer.PracticeService;
import org.nabla.progress.attempt.FormName;
import org.nabla.progress.store.StoredExercise;

/** Learners by the hundred, who answer without a browser; for tests alone. */
@ApplicationScoped
public class Crowd {
    private static final ZoneId ZONE = ZoneId.of("Europe/Vienna");

    private final EntityManager database;
    private final AssignmentService assignments;
    private final WorkService work;
    private final PracticeService practice;
    private final Clock clock;

    Crowd(
            EntityManager database,
            AssignmentService assignments,
            WorkService work,
            PracticeService practice,
            Clock clock) {
        this.database = database;
        this.assignments = assignments;
        this.work = work;
        this.practice = practice;
        this.clock = clock;
    }

    /** Makes so many learners of a course, who cannot sign in. */
    public List<UserId> join(long course, int learners) {
        var prefix = "crowd-" + UUID.randomUUID() + "-";
        return QuarkusTransaction.requiringNew().call(() -> {
            database.createNativeQuery("""
                            insert into account (name, login, password_hash, created_at)
                            select 'Learner ' || i, :prefix || i, '-', now() from generate_series(1, :learners) i""")
                    .setParameter("prefix", prefix)
                    .setParameter("learners", learners)
                    .executeUpdate();
            List<?> ids = database.createNativeQuery("""
                            insert into enrolment (course_id, learner_id, joined_at)
                            select :course, id, now() from account where login like :prefix || '%' order by id
                            returning learner_id""")
                    .setParameter("course", course)
                    .setParameter("prefix", prefix)
                    .getResultList();
            return ids.stream().map(id -> new UserId(((Number) id).longValue())).toList();
        });
    }

    /** What a learner finds at a problem. */
    public StoredExercise open(long course, long number, int position, UserId learner) {
        var assignment = assignments.find(course, number).orElseThrow();
        return work.open(assignment, problem(course, number, position), learner).orElseThrow();
    }

    /** Answers after a while. */
    public void answer(long course, long number, int position, UserId learner, String typed, Duration after) {
        var assignment = assignments.find(course, number).orElseThrow();
        var form = FormName.shownAt(clock.instant().minus(after));
        var attempt = practice.answer(learner, open(course, number, position, learner), form, Map.of("a", typed));
        work.handIn(assignment, problem(course, number, position), learner, attempt, ZONE);
    }

    private Problem problem(long course, long number, int position) {
        return assignments.find(course, number).orElseThrow().problem(position).orElseThrow();
    }
}
