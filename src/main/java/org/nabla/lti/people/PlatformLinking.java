package org.nabla.lti.people;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.account.door.SignOn;
import org.nabla.lti.place.Contexts;
import org.nabla.lti.place.Seating;

/** Gives what a platform vouches for to an account that its owner had before, who has proven that it is theirs. */
@Singleton
class PlatformLinking {
    private final SignOn signOn;
    private final Contexts contexts;
    private final Seating seating;
    private final EntityManager database;

    PlatformLinking(SignOn signOn, Contexts contexts, Seating seating, EntityManager database) {
        this.signOn = signOn;
        this.contexts = contexts;
        this.seating = seating;
        this.database = database;
    }

    /** Why the account of now cannot go to another one, in a sentence; empty where it can. */
    @Transactional
    Optional<String> objection(UserId from) {
        if (has("select 1 from course_teacher where teacher_id = :user and role = 'TEACHER'", from)) {
            return Optional.of("The account of now has courses of its own. Hand them over to the other one first.");
        }
        return has("select 1 from assigned_exercise where learner_id = :user", from)
                ? Optional.of("The account of now has work in a course already, and marks for it. It stays as it is.")
                : Optional.empty();
    }

    /** The account of now ends. Whatever it was vouched for, the other one is from now on. */
    @Transactional
    void link(UserId from, UserId into) {
        List<?> places = database.createNativeQuery(
                        "select context_id from lti_member where account_id = :user and left_at is null")
                .setParameter("user", from.value())
                .getResultList();
        for (var place : places) {
            var context = contexts.find(((Number) place).longValue()).orElseThrow();
            contexts.member(context.id(), from)
                    .ifPresent(member -> seating.take(context, into, member.subject(), member.teaches()));
        }
        database.createNativeQuery("update lti_identity set account_id = :into where account_id = :from")
                .setParameter("into", into.value())
                .setParameter("from", from.value())
                .executeUpdate();
        signOn.absorb(from, into);
    }

    private boolean has(String query, UserId user) {
        return !database.createNativeQuery(query + " limit 1")
                .setParameter("user", user.value())
                .getResultList()
                .isEmpty();
    }
}
