package org.nabla.progress;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.nabla.account.UserId;
import org.nabla.query.Select;
import org.nabla.query.Statements;

/** Which helps each learner has opened. */
@Singleton
class HelpRepository {
    private final EntityManager database;
    private final Statements statements;

    HelpRepository(EntityManager database, Statements statements) {
        this.database = database;
        this.statements = statements;
    }

    Help of(UserId learner, long exercise) {
        return statements.read(asked(learner, exercise)).stream().findFirst().orElse(Help.NONE);
    }

    static Select<Help> asked(UserId learner, long exercise) {
        return Select.of(
                Help.class,
                "select hints, solution from help_opened where learner_id = ? and exercise_id = ?",
                learner.value(),
                exercise);
    }

    /** Opens at least so many hints and, if asked, the solution; what is open stays open. */
    void open(UserId learner, long exercise, Help help) {
        database.createNativeQuery("insert into help_opened as h (learner_id, exercise_id, hints, solution)"
                        + " values (:learner, :exercise, :hints, :solution)"
                        + " on conflict (learner_id, exercise_id) do update"
                        + " set hints = greatest(h.hints, excluded.hints), solution = h.solution or excluded.solution")
                .setParameter("learner", learner.value())
                .setParameter("exercise", exercise)
                .setParameter("hints", help.hints())
                .setParameter("solution", help.solution())
                .executeUpdate();
    }

    /** Notes when each piece was opened first. */
    void note(UserId learner, long exercise, Help help, Instant now) {
        database.createNativeQuery("insert into help_step (learner_id, exercise_id, step, opened_at)"
                        + " select cast(:learner as bigint), cast(:exercise as bigint), step, cast(:now as timestamptz)"
                        + " from generate_series(cast(:first as integer), cast(:hints as integer)) as step"
                        + " where step > 0 or cast(:solution as boolean)"
                        + " on conflict (learner_id, exercise_id, step) do nothing")
                .setParameter("learner", learner.value())
                .setParameter("exercise", exercise)
                .setParameter("first", 0)
                .setParameter("hints", help.hints())
                .setParameter("solution", help.solution())
                .setParameter("now", now)
                .executeUpdate();
    }
}
