package org.nabla.account.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nabla.account.Token;
import org.nabla.account.User;
import org.nabla.account.UserId;

@Singleton
public class SessionRepository implements PanacheRepositoryBase<Session, byte[]> {

    Optional<Session> withToken(Token token, Instant now) {
        return find("from Session s join fetch s.user where s.tokenHash = ?1 and s.expiresAt > ?2", token.hash(), now)
                .firstResultOptional();
    }

    void end(Token token) {
        end(token.hash());
    }

    void end(byte[] hash) {
        delete("tokenHash", (Object) hash);
    }

    public void endAll(User user) {
        delete("user", user);
    }

    /** Where somebody is known now, the latest first. */
    List<Session> of(UserId user, Instant now) {
        return list("user.id = ?1 and expiresAt > ?2 order by lastSeenAt desc, number desc", user.value(), now);
    }

    /** Ends one of somebody's own. Whether there was such a one. */
    boolean end(UserId user, long number) {
        return delete("user.id = ?1 and number = ?2", user.value(), number) == 1;
    }

    void endOthers(UserId user, Token here) {
        delete("user.id = ?1 and tokenHash <> ?2", user.value(), here.hash());
    }
}
