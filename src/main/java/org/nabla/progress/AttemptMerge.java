package org.nabla.progress;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.nabla.account.GuestMerge;
import org.nabla.account.UserId;
import org.nabla.progress.attempt.FormName;
import org.nabla.progress.learner.MasteryLog;

/** Gives what a guest did to the account into which they sign in. */
@Singleton
@Priority(AttemptMerge.BEFORE_OTHERS)
class AttemptMerge implements GuestMerge {
    /** What others keep of a guest leads to attempts. */
    static final int BEFORE_OTHERS = 100;

    private final EntityManager database;
    private final MasteryLog mastery;

    AttemptMerge(EntityManager database, MasteryLog mastery) {
        this.database = database;
        this.mastery = mastery;
    }

    @Override
    public void merge(UserId guest, UserId into) {
        keepFormsApart(guest, into);
        for (var table : List.of("attempt", "response", "evidence", "submission")) {
            copy(table, guest, into);
        }
        move(
                "insert into help_opened as h (learner_id, exercise_id, hints, solution)"
                        + " select :into, exercise_id, hints, solution from help_opened where learner_id = :guest"
                        + " on conflict (learner_id, exercise_id) do update"
                        + " set hints = greatest(h.hints, excluded.hints), solution = h.solution or excluded.solution",
                guest,
                into);
        move(
                "insert into help_step select :into, exercise_id, step, opened_at from help_step"
                        + " where learner_id = :guest on conflict (learner_id, exercise_id, step) do nothing",
                guest,
                into);
        // Only one check-in is open: that of the account.
        move(
                "update check_in c set ended_at = greatest(c.begun_at, (select max(q.replied_at) from check_in_question q"
                        + " where q.learner_id = c.learner_id and q.check_in_id = c.id)) where c.learner_id = :guest and c.ended_at is null"
                        + " and exists (select 1 from check_in o where o.learner_id = :into and o.ended_at is null)",
                guest,
                into);
        copy("check_in", guest, into);
        copy("check_in_question", guest, into);
        // Both may have tried the same exercise: only the earliest attempt is the first.
        for (var statement : List.of(
                "update attempt a set first = false where a.learner_id = :into and a.first"
                        + " and exists (select 1 from attempt b where b.learner_id = :into and b.first"
                        + " and b.exercise_id = a.exercise_id and (b.submitted_at, b.id) < (a.submitted_at, a.id))",
                "update evidence e set first = false where e.learner_id = :into and e.first"
                        + " and not exists (select 1 from attempt a where a.learner_id = :into and a.first"
                        + " and a.id = e.attempt_id and a.submitted_at = e.submitted_at)")) {
            database.createNativeQuery(statement)
                    .setParameter("into", into.value())
                    .executeUpdate();
        }
        database.flush();
        database.clear(); // what was read before the moves is stale
        mastery.rebuild(into);
    }

    /**
     * Copies rows whole, but for whose they are; those of the guest go with the guest. They are not moved: whose a row is says on which
     * machine of a database of many it is, and there that cannot be changed.
     */
    private void copy(String table, UserId guest, UserId into) {
        move(
                ("insert into %1$s select n.* from %1$s g, lateral jsonb_populate_record(g,"
                                + " jsonb_build_object('learner_id', cast(:into as bigint))) n where g.learner_id = :guest")
                        .formatted(table),
                guest,
                into);
    }

    /** A form that both sent, as by the browser's way back, becomes another one of the guest's. */
    private void keepFormsApart(UserId guest, UserId into) {
        List<?> both = database.createNativeQuery("select g.id from submission g join submission o on o.id = g.id"
                        + " and o.learner_id = :into where g.learner_id = :guest")
                .setParameter("guest", guest.value())
                .setParameter("into", into.value())
                .getResultList();
        for (var form : both) {
            for (var statement : List.of(
                    "insert into submission (learner_id, id, attempt_id, submitted_at, exercise_id) select learner_id, :other,"
                            + " attempt_id, submitted_at, exercise_id from submission where learner_id = :guest and id = :form",
                    "update disagreement set submission = :other where learner_id = :guest and submission = :form",
                    "update report set submission = :other where learner_id = :guest and submission = :form",
                    "update check_in_question set submission = :other where learner_id = :guest and submission = :form",
                    "update attempt set submission = :other where learner_id = :guest and submission = :form",
                    "delete from submission where learner_id = :guest and id = :form and id <> :other")) {
                database.createNativeQuery(statement)
                        .setParameter("guest", guest.value())
                        .setParameter("form", form)
                        .setParameter("other", FormName.edited((UUID) form, Map.of("guest", guest.toString())))
                        .executeUpdate();
            }
        }
    }

    private void move(String statement, UserId guest, UserId into) {
        database.createNativeQuery(statement)
                .setParameter("guest", guest.value())
                .setParameter("into", into.value())
                .executeUpdate();
    }
}
