package org.nabla.signon.people;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.account.door.SignOn;
import org.nabla.signon.provider.Provider;

/** Lets somebody who is signed in come in by a provider too, from now on. */
@Singleton
public class Linking {
    private final Identities identities;
    private final SignOnAdmission admission;
    private final WaysOf ways;
    private final SignOn signOn;
    private final EntityManager database;

    Linking(Identities identities, SignOnAdmission admission, WaysOf ways, SignOn signOn, EntityManager database) {
        this.identities = identities;
        this.admission = admission;
        this.ways = ways;
        this.signOn = signOn;
        this.database = database;
    }

    /**
     * Where an account came to be by this way in alone, it goes to the one of now: its owner has shown that both are theirs.
     *
     * @return why it cannot be done, in a sentence; empty where it is done
     */
    @Transactional
    public Optional<String> link(UserId user, Provider provider, Person person) {
        identities.lock(person);
        var other = identities.find(person).filter(found -> !found.equals(user));
        var objection = other.flatMap(this::objection);
        if (objection.isEmpty()) {
            identities.give(person, user);
            admission.applyRule(provider, person, user);
            other.ifPresent(from -> signOn.absorb(from, user));
        }
        return objection;
    }

    private Optional<String> objection(UserId other) {
        if (!signOn.isWithoutPassword(other) || ways.count(other) > 1) {
            return Optional.of(
                    "It leads to another account already, which has other ways in. Sign in to that one, and unlink it"
                            + " there first.");
        }
        return isInCourses(other)
                ? Optional.of(
                        "It leads to another account already, which has a place in a course. That one stays as it is.")
                : Optional.empty();
    }

    /** What is done in courses is for marks, and does not move. */
    private boolean isInCourses(UserId user) {
        return !database.createNativeQuery("""
                        select 1 from course_teacher where teacher_id = :user
                        union all select 1 from enrolment where learner_id = :user
                        union all select 1 from assigned_exercise where learner_id = :user limit 1""")
                .setParameter("user", user.value())
                .getResultList()
                .isEmpty();
    }
}
