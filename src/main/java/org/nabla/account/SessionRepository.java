package org.nabla.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

@ApplicationScoped
class SessionRepository implements PanacheRepositoryBase<Session, byte[]> {

    Optional<Session> withToken(Token token, Instant now) {
        return find("from Session s join fetch s.user where s.tokenHash = ?1 and s.expiresAt > ?2", token.hash(), now)
                .firstResultOptional();
    }

    void end(Token token) {
        delete("tokenHash", (Object) token.hash());
    }

    void endAll(User user) {
        delete("user", user);
    }

    void deleteExpired(Instant now) {
        delete("expiresAt <= ?1", now);
    }
}
