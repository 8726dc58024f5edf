package org.nabla.signon.people;

import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.nabla.account.UserId;
import org.nabla.account.door.SignOn;
import org.nabla.account.door.SignOn.Passage;
import org.nabla.account.operator.Teachers;
import org.nabla.signon.provider.Provider;

/** Lets in whom a provider vouches for. */
@Singleton
public class SignOnAdmission {
    private final Identities identities;
    private final Sessions sessions;
    private final SignOn signOn;
    private final Teachers teachers;

    SignOnAdmission(Identities identities, Sessions sessions, SignOn signOn, Teachers teachers) {
        this.identities = identities;
        this.sessions = sessions;
        this.signOn = signOn;
        this.teachers = teachers;
    }

    /** From now on this browser is theirs, once the code has come that some want beside it. Who is new gets an account. */
    @Transactional
    public Passage admit(Provider provider, Person person) {
        identities.lock(person);
        var user = identities.find(person).orElseGet(() -> signOn.make(person.name()));
        identities.give(person, user);
        applyRule(provider, person, user);
        var passage = signOn.admit(user);
        sessions.begun(passage.token(), provider, person);
        return passage;
    }

    /** Only ever gives: whoever has the role by another way must not lose it by this one. */
    void applyRule(Provider provider, Person person, UserId user) {
        if (provider.rule().makesTeacherOf(person.claims()) && teachers.becomes(user)) {
            identities.madeTeacher(person);
            Log.infof(
                    "Account %s was made a teacher by the rule of the sign-on %s (%s).",
                    user, provider.slug(), provider.issuer());
        }
    }
}
