package org.nabla.signon.provider;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nabla.query.Rows;

/** Those who may say who somebody is. */
@Singleton
public class Providers {
    private static final String ALL = """
            select id, slug, label, issuer, client_id, secret, scopes, role_claim, role_values, authorization_url, token_url,
                   jwks_url, userinfo_url, end_url, algorithms, secret_in_form, says_issuer
            from sign_on_provider""";

    private final EntityManager database;
    private final Clock clock;

    Providers(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional
    public List<Provider> all() {
        return read(database.createNativeQuery(ALL + " order by lower(label), id"));
    }

    @Transactional
    public Optional<Provider> find(long id) {
        return read(database.createNativeQuery(ALL + " where id = :id").setParameter("id", id)).stream()
                .findFirst();
    }

    @Transactional
    public Optional<Provider> find(String slug) {
        return read(database.createNativeQuery(ALL + " where slug = :slug").setParameter("slug", slug)).stream()
                .findFirst();
    }

    /** Whether another one has this slug, or this client of this issuer. */
    @Transactional
    boolean isTaken(ProviderForm form, String issuer, long own) {
        return !database.createNativeQuery("select 1 from sign_on_provider where id <> :own"
                        + " and (slug = :slug or issuer = :issuer and client_id = :client)")
                .setParameter("own", own)
                .setParameter("slug", form.slug())
                .setParameter("issuer", issuer)
                .setParameter("client", form.clientId())
                .getResultList()
                .isEmpty();
    }

    @Transactional
    void add(ProviderForm form, Discovery.Found found) {
        fill(database.createNativeQuery("""
                        insert into sign_on_provider (slug, label, issuer, client_id, secret, scopes, role_claim, role_values,
                            authorization_url, token_url, jwks_url, userinfo_url, end_url, algorithms, secret_in_form,
                            says_issuer, created_at)
                        values (:slug, :label, :issuer, :client, :secret, :scopes, :claim, :values, :authorization, :token,
                            :jwks, :userinfo, :end, :algorithms, :inForm, :saysIssuer, :now)"""), form, found)
                .setParameter("slug", form.slug())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    @Transactional
    void change(long id, ProviderForm form, Discovery.Found found) {
        fill(database.createNativeQuery("""
                        update sign_on_provider set label = :label, issuer = :issuer, client_id = :client,
                            secret = coalesce(nullif(:secret, ''), secret), scopes = :scopes, role_claim = :claim,
                            role_values = :values, authorization_url = :authorization, token_url = :token, jwks_url = :jwks,
                            userinfo_url = :userinfo, end_url = :end, algorithms = :algorithms, secret_in_form = :inForm,
                            says_issuer = :saysIssuer
                        where id = :id"""), form, found)
                .setParameter("id", id)
                .executeUpdate();
    }

    @Transactional
    void remove(long id) {
        database.createNativeQuery("delete from sign_on_provider where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    private static Query fill(Query query, ProviderForm form, Discovery.Found found) {
        var endpoints = found.endpoints();
        return query.setParameter("label", form.label())
                .setParameter("issuer", found.issuer())
                .setParameter("client", form.clientId())
                .setParameter("secret", form.secret())
                .setParameter("scopes", form.scopes())
                .setParameter("claim", form.claim())
                .setParameter("values", String.join("\n", form.rule().values()))
                .setParameter("authorization", endpoints.authorization())
                .setParameter("token", endpoints.token())
                .setParameter("jwks", endpoints.jwks())
                .setParameter("userinfo", endpoints.userinfo())
                .setParameter("end", endpoints.end())
                .setParameter("algorithms", String.join(" ", endpoints.algorithms()))
                .setParameter("inForm", endpoints.secretInForm())
                .setParameter("saysIssuer", endpoints.saysIssuer());
    }

    private static List<Provider> read(Query query) {
        return Rows.all(query, Row.class).stream().map(Row::provider).toList();
    }

    private record Row(
            long id,
            String slug,
            String label,
            String issuer,
            Provider.Client client,
            String claim,
            String values,
            RowOfEndpoints endpoints) {

        Provider provider() {
            var rule = new TeacherRule(claim, ProviderForm.lines(values));
            return new Provider(id, slug, label, issuer, client, rule, endpoints.endpoints());
        }
    }

    private record RowOfEndpoints(
            String authorization,
            String token,
            String jwks,
            String userinfo,
            String end,
            String algorithms,
            boolean secretInForm,
            boolean saysIssuer) {

        Provider.Endpoints endpoints() {
            return new Provider.Endpoints(
                    authorization, token, jwks, userinfo, end, Set.of(algorithms.split(" ")), secretInForm, saysIssuer);
        }
    }
}
