package org.nabla.lti.key;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;
import org.nabla.lti.LtiConfig;
import org.nabla.query.Rows;

/** The two keys of this site, the one that signs and the next: platforms read both, so that a change surprises none. */
@Singleton
public class ToolKeys {
    /** The same for all instances: only one of them makes a key at a time. */
    private static final long LOCK = 7_115_001;

    /** A key, for people. */
    public record Key(String kid, Instant createdAt, boolean signs, Instant since) {}

    private record Stored(String kid, String jwk, Instant createdAt, boolean signs, Instant since) {}

    private final EntityManager database;
    private final LtiConfig config;
    private final Clock clock;

    ToolKeys(EntityManager database, LtiConfig config, Clock clock) {
        this.database = database;
        this.config = config;
        this.clock = clock;
    }

    /** What platforms read, as JSON. */
    @Transactional
    public String publicKeys() {
        var keys =
                both().stream().map(stored -> (JsonWebKey) parse(stored.jwk())).toList();
        return new JsonWebKeySet(keys).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /** Both, the one that signs first. */
    @Transactional
    public List<Key> keys() {
        return both().stream()
                .map(k -> new Key(k.kid(), k.createdAt(), k.signs(), k.since()))
                .toList();
    }

    /** These claims, signed. */
    @Transactional
    public String sign(JwtClaims claims) {
        var key = parse(both().get(0).jwk());
        var signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setHeader("typ", "JWT");
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        signature.setAlgorithmConstraints(new AlgorithmConstraints(
                AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256));
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a key of ours does not sign", e);
        }
    }

    /** The next key signs from now on, the old one is gone, and there is a new next one. */
    @Transactional
    public void rotate() {
        lock();
        var before = both();
        database.createNativeQuery("delete from lti_key where kid = :kid")
                .setParameter("kid", before.get(0).kid())
                .executeUpdate();
        database.createNativeQuery("update lti_key set signs_since = :now where kid = :kid")
                .setParameter("now", clock.instant())
                .setParameter("kid", before.get(1).kid())
                .executeUpdate();
        make(false);
    }

    @Scheduled(every = "${nabla.lti.rotate-every:6h}", delayed = "5m")
    void rotateWhenDue() {
        rotateIfOlderThan(clock.instant().minus(config.keyLife()));
    }

    /** Says whether it did. */
    @Transactional
    boolean rotateIfOlderThan(Instant moment) {
        lock();
        var due = both().get(0).since().isBefore(moment);
        if (due) {
            rotate();
        }
        return due;
    }

    private List<Stored> both() {
        var found = read();
        if (found.size() < 2) {
            lock();
            found = read();
            for (int i = found.size(); i < 2; i++) {
                make(i == 0);
            }
            found = read();
        }
        return found;
    }

    private void lock() {
        database.createNativeQuery("select 1 from (select pg_advisory_xact_lock(:lock)) as locked")
                .setParameter("lock", LOCK)
                .getResultList();
    }

    private List<Stored> read() {
        return Rows.all(
                database.createNativeQuery(
                        "select kid, jwk, created_at, signs_since is not null, coalesce(signs_since, created_at)"
                                + " from lti_key order by signs_since is null, created_at"),
                Stored.class);
    }

    private void make(boolean signs) {
        try {
            var key = RsaJwkGenerator.generateJwk(config.keyBits());
            key.setKeyId(UUID.randomUUID().toString());
            key.setUse("sig");
            key.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
            database.createNativeQuery("insert into lti_key (kid, jwk, created_at, signs_since)"
                            + " values (:kid, :jwk, :now, cast(:since as timestamptz))")
                    .setParameter("kid", key.getKeyId())
                    .setParameter("jwk", key.toJson(OutputControlLevel.INCLUDE_PRIVATE))
                    .setParameter("now", clock.instant())
                    .setParameter("since", signs ? clock.instant().toString() : null)
                    .executeUpdate();
        } catch (JoseException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }

    private static PublicJsonWebKey parse(String jwk) {
        try {
            return PublicJsonWebKey.Factory.newPublicJwk(jwk);
        } catch (JoseException e) {
            throw new IllegalStateException("a key in the database cannot be read", e);
        }
    }
}
