package org.nabla.account.mail;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import org.nabla.account.Token;
import org.nabla.account.UserId;
import org.nabla.query.Rows;

/** The links in letters: each holds a secret, of which only the hash is stored. */
@Singleton
class MailLinks {
    /** What a link is good for. */
    enum Purpose {
        CONFIRM,
        RECOVER,
        UNSUBSCRIBE
    }

    /** Whose link it is. @param address to which it went */
    record Link(UserId user, String address) {}

    private final EntityManager database;

    MailLinks(EntityManager database) {
        this.database = database;
    }

    @Transactional
    Token make(Purpose purpose, Link link, Instant until) {
        var token = Token.random();
        database.createNativeQuery("insert into mail_link (token_hash, purpose, account_id, address, expires_at)"
                        + " values (:hash, :purpose, :user, :address, :until)")
                .setParameter("hash", token.hash())
                .setParameter("purpose", purpose.name())
                .setParameter("user", link.user().value())
                .setParameter("address", link.address())
                .setParameter("until", until)
                .executeUpdate();
        return token;
    }

    /** Empty where it is of no use (any more): used, too old, or the account has another address by now. */
    @Transactional
    Optional<Link> find(String token, Purpose purpose, Instant now) {
        var parsed = Token.parse(token);
        if (parsed.isEmpty()) {
            return Optional.empty();
        }
        return Rows.first(
                database.createNativeQuery("""
                        select l.account_id, l.address from mail_link l join account a on a.id = l.account_id
                        where l.token_hash = :hash and l.purpose = :purpose and l.expires_at > :now
                              and (a.email = l.address or l.purpose = 'UNSUBSCRIBE')""")
                        .setParameter("hash", parsed.get().hash())
                        .setParameter("purpose", purpose.name())
                        .setParameter("now", now),
                Link.class);
    }

    /** Uses a link up, and with it all others of this person for the same. Says whether it was good. */
    @Transactional
    boolean use(String token, Purpose purpose, Instant now) {
        var link = find(token, purpose, now);
        var used = link.isPresent()
                && database.createNativeQuery("delete from mail_link where token_hash = :hash")
                                .setParameter("hash", new Token(token).hash())
                                .executeUpdate()
                        > 0;
        if (used) {
            database.createNativeQuery("delete from mail_link where account_id = :user and purpose = :purpose")
                    .setParameter("user", link.get().user().value())
                    .setParameter("purpose", purpose.name())
                    .executeUpdate();
        }
        return used;
    }

    @Transactional
    void clean(Instant now) {
        database.createNativeQuery("delete from mail_link where expires_at <= :now")
                .setParameter("now", now)
                .executeUpdate();
    }
}
