package org.nabla.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.nabla.account.GuestMerge;
import org.nabla.account.UserId;

/** Gives what a guest did to the account into which they sign in. */
@ApplicationScoped
class AttemptMerge implements GuestMerge {
    private final EntityManager database;
    private final MasteryLog mastery;

    AttemptMerge(EntityManager database, MasteryLog mastery) {
        this.database = database;
        this.mastery = mastery;
    }

    @Override
    public void merge(UserId guest, UserId into) {
        move("update submission set learner_id = :into where learner_id = :guest", guest, into);
        move("update attempt set learner_id = :into where learner_id = :guest", guest, into);
        move("update evidence set learner_id = :into where learner_id = :guest", guest, into);
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
                        + " where q.check_in_id = c.id)) where c.learner_id = :guest and c.ended_at is null"
                        + " and exists (select 1 from check_in o where o.learner_id = :into and o.ended_at is null)",
                guest,
                into);
        move("update check_in set learner_id = :into where learner_id = :guest", guest, into);
        // Both may have tried the same exercise: only the earliest attempt is the first.
        database.createNativeQuery("update attempt a set first = false where a.learner_id = :into and a.first"
                        + " and exists (select 1 from attempt b where b.learner_id = :into and b.first"
                        + " and b.exercise_id = a.exercise_id and (b.submitted_at, b.id) < (a.submitted_at, a.id))")
                .setParameter("into", into.value())
                .executeUpdate();
        database.flush();
        database.clear(); // what was read before the moves is stale
        mastery.rebuild(into);
    }

    private void move(String statement, UserId guest, UserId into) {
        database.createNativeQuery(statement)
                .setParameter("guest", guest.value())
                .setParameter("into", into.value())
                .executeUpdate();
    }
}
