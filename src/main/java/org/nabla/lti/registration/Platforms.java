package org.nabla.lti.registration;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nabla.query.Rows;

/** The registered platforms. */
@Singleton
public class Platforms {
    private static final String PLATFORMS = """
            select p.id, p.name, p.issuer, p.client_id, p.authorization_url, p.token_url, p.jwks_url, p.frames,
                   coalesce((select string_agg(d.deployment, chr(10) order by d.deployment) from lti_deployment d
                             where d.platform_id = p.id), '')
            from lti_platform p""";

    private final EntityManager database;
    private final Clock clock;

    Platforms(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional
    public List<Platform> all() {
        return read(database.createNativeQuery(PLATFORMS + " order by lower(p.name), p.id"));
    }

    @Transactional
    public Optional<Platform> find(long id) {
        return read(database.createNativeQuery(PLATFORMS + " where p.id = :id").setParameter("id", id)).stream()
                .findFirst();
    }

    /** Those of an issuer; there can be several, each with its client. */
    @Transactional
    public List<Platform> of(String issuer) {
        return read(database.createNativeQuery(PLATFORMS + " where p.issuer = :issuer order by p.id")
                .setParameter("issuer", issuer));
    }

    /** Empty where the issuer has this client already. @return its number */
    @Transactional
    public Optional<Long> add(PlatformForm form) {
        if (others(form, 0)) {
            return Optional.empty();
        }
        var id = ((Number) database.createNativeQuery(
                                "insert into lti_platform (name, issuer, client_id, authorization_url, token_url, jwks_url,"
                                        + " frames, created_at) values (:name, :issuer, :client, :authorization, :token,"
                                        + " :jwks, :frames, :now) returning id")
                        .setParameter("name", form.name())
                        .setParameter("issuer", form.issuer())
                        .setParameter("client", form.clientId())
                        .setParameter("authorization", form.authorization())
                        .setParameter("token", form.token())
                        .setParameter("jwks", form.jwks())
                        .setParameter("frames", String.join(" ", form.frameList()))
                        .setParameter("now", clock.instant())
                        .getSingleResult())
                .longValue();
        deploy(id, form.deploymentList());
        return Optional.of(id);
    }

    /** Says whether it could: not where another has the same client of the same issuer. */
    @Transactional
    boolean change(long id, PlatformForm form) {
        if (others(form, id)) {
            return false;
        }
        database.createNativeQuery("update lti_platform set name = :name, issuer = :issuer, client_id = :client,"
                        + " authorization_url = :authorization, token_url = :token, jwks_url = :jwks, frames = :frames"
                        + " where id = :id")
                .setParameter("name", form.name())
                .setParameter("issuer", form.issuer())
                .setParameter("client", form.clientId())
                .setParameter("authorization", form.authorization())
                .setParameter("token", form.token())
                .setParameter("jwks", form.jwks())
                .setParameter("frames", String.join(" ", form.frameList()))
                .setParameter("id", id)
                .executeUpdate();
        database.createNativeQuery("delete from lti_deployment where platform_id = :id")
                .setParameter("id", id)
                .executeUpdate();
        deploy(id, form.deploymentList());
        return true;
    }

    @Transactional
    boolean remove(long id) {
        return database.createNativeQuery("delete from lti_platform where id = :id")
                        .setParameter("id", id)
                        .executeUpdate()
                > 0;
    }

    private boolean others(PlatformForm form, long own) {
        return of(form.issuer()).stream().anyMatch(p -> p.clientId().equals(form.clientId()) && p.id() != own);
    }

    private void deploy(long id, List<String> deployments) {
        deployments.forEach(deployment -> database.createNativeQuery(
                        "insert into lti_deployment (platform_id, deployment) values (:id, :deployment)")
                .setParameter("id", id)
                .setParameter("deployment", deployment)
                .executeUpdate());
    }

    private record Row(
            long id,
            String name,
            String issuer,
            String clientId,
            Platform.Endpoints endpoints,
            String frames,
            String deployments) {

        Platform platform() {
            return new Platform(id, name, issuer, clientId, endpoints, parts(deployments, "\n"), parts(frames, " "));
        }
    }

    private static List<Platform> read(Query query) {
        return Rows.all(query, Row.class).stream().map(Row::platform).toList();
    }

    private static List<String> parts(String text, String separator) {
        return Arrays.stream(text.split(separator))
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
