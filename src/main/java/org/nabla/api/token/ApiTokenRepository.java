package org.nabla.api.token;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nabla.account.Token;
import org.nabla.account.UserId;

@Singleton
class ApiTokenRepository implements PanacheRepository<ApiToken> {

    Optional<ApiToken> with(Token secret) {
        return find("tokenHash", (Object) secret.hash()).firstResultOptional();
    }

    /** The newest first, those that have run out too. */
    List<ApiToken> of(UserId owner) {
        return list("accountId = ?1 order by createdAt desc, id desc", owner.value());
    }

    /** How many of somebody's open something now. */
    long open(UserId owner, Instant now) {
        return count("accountId = ?1 and expiresAt > ?2", owner.value(), now);
    }

    /** Whether there was such a one. */
    boolean end(UserId owner, long number) {
        return delete("accountId = ?1 and id = ?2", owner.value(), number) == 1;
    }

    void endAll(UserId owner) {
        delete("accountId", owner.value());
    }
}
