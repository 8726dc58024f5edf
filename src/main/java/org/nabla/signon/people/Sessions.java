package org.nabla.signon.people;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.nabla.account.Token;
import org.nabla.account.door.SecondStepTaken;
import org.nabla.account.door.SignOn;
import org.nabla.signon.provider.Provider;
import org.nabla.signon.provider.Providers;

/** Which sessions began by which provider, so that it can end them. */
@Singleton
public class Sessions {
    private final EntityManager database;
    private final Providers providers;
    private final SignOn signOn;
    private final Clock clock;

    Sessions(EntityManager database, Providers providers, SignOn signOn, Clock clock) {
        this.database = database;
        this.providers = providers;
        this.signOn = signOn;
        this.clock = clock;
    }

    @Transactional
    void begun(Token token, Provider provider, Person person) {
        database.createNativeQuery("insert into sign_on_session (token_hash, provider_id, issuer, subject, sid, since)"
                        + " values (:hash, :provider, :issuer, :subject, :sid, :now)")
                .setParameter("hash", token.hash())
                .setParameter("provider", provider.id())
                .setParameter("issuer", person.issuer())
                .setParameter("subject", person.subject())
                .setParameter("sid", person.sid())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @Transactional
    void secondStepTaken(@Observes SecondStepTaken step) {
        database.createNativeQuery("update sign_on_session set token_hash = :session where token_hash = :half")
                .setParameter("session", step.session().hash())
                .setParameter("half", step.half().hash())
                .executeUpdate();
    }

    /** By whom the session of this request began, where they can be told that it ends. */
    @Transactional
    public Optional<Provider> withEnd() {
        return signOn.session()
                .flatMap(this::beganBy)
                .filter(provider -> !provider.endpoints().end().isEmpty());
    }

    private Optional<Provider> beganBy(Token token) {
        List<?> rows = database.createNativeQuery("select provider_id from sign_on_session where token_hash = :hash")
                .setParameter("hash", token.hash())
                .getResultList();
        return rows.stream().findFirst().flatMap(id -> providers.find(((Number) id).longValue()));
    }

    /**
     * Ends all that began by this provider with a session of its own, with a person, or with both. An empty text is any.
     *
     * @return how many
     */
    @Transactional
    public int end(Provider provider, String subject, String sid) {
        List<?> rows = database.createNativeQuery("""
                delete from sign_on_session
                where provider_id = :provider and issuer = :issuer and (:subject = '' or subject = :subject)
                  and (:sid = '' or sid = :sid)
                returning token_hash""", byte[].class)
                .setParameter("provider", provider.id())
                .setParameter("issuer", provider.issuer())
                .setParameter("subject", subject)
                .setParameter("sid", sid)
                .getResultList();
        var hashes = rows.stream().map(byte[].class::cast).toList();
        signOn.end(hashes);
        return hashes.size();
    }
}
