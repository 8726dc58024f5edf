package org.nabla.lti.deeplink;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.nabla.account.Token;
import org.nabla.account.UserId;
import org.nabla.query.Rows;

/** Teachers who are picking links for a platform. */
@Singleton
public class DeepLinks {
    private static final Duration LIFE = Duration.ofHours(1);

    /** How the platform wants the links. @param data to be sent back as it is */
    public record Wish(String returnUrl, boolean multiple, boolean lineItems, Optional<String> data) {}

    /** One who picks. */
    record Picking(long context, Wish wish) {}

    private final EntityManager database;
    private final Clock clock;

    DeepLinks(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return the address of the page on which they pick */
    @Transactional
    public String begin(long context, UserId user, Wish wish) {
        var token = Token.random();
        database.createNativeQuery(
                        "insert into lti_deep_link (token_hash, context_id, account_id, return_url, multiple,"
                                + " line_items, data, expires_at) values (:hash, :context, :user, :url, :multiple, :items,"
                                + " cast(:data as varchar), :until)")
                .setParameter("hash", token.hash())
                .setParameter("context", context)
                .setParameter("user", user.value())
                .setParameter("url", wish.returnUrl())
                .setParameter("multiple", wish.multiple())
                .setParameter("items", wish.lineItems())
                .setParameter("data", wish.data().orElse(null))
                .setParameter("until", clock.instant().plus(LIFE))
                .executeUpdate();
        return "/lti/deeplink/" + token.value();
    }

    /** Only for whoever began. */
    @Transactional
    Optional<Picking> find(String typed, UserId user) {
        return Token.parse(typed).flatMap(token -> {
            return Rows.first(
                    database.createNativeQuery(
                                    "select context_id, return_url, multiple, line_items, data"
                                            + " from lti_deep_link where token_hash = :hash and account_id = :user and expires_at > :now")
                            .setParameter("hash", token.hash())
                            .setParameter("user", user.value())
                            .setParameter("now", clock.instant()),
                    Picking.class);
        });
    }

    /** Says whether it was still open: of two answers one is sent. */
    @Transactional
    boolean end(String typed) {
        return Token.parse(typed)
                .filter(token -> database.createNativeQuery("delete from lti_deep_link where token_hash = :hash")
                                .setParameter("hash", token.hash())
                                .executeUpdate()
                        > 0)
                .isPresent();
    }
}
