package org.nabla.api.token;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nabla.account.Token;
import org.nabla.account.UserId;
import org.nabla.web.form.FormErrors;

/** Makes tokens, finds them by what a program sends, and ends them. */
@Singleton
class ApiTokens {
    private static final int MOST = 20;

    /** What a program sent. @param ended whether it opens nothing any more */
    record Found(ApiToken token, boolean ended) {}

    private final ApiTokenRepository tokens;
    private final Clock clock;

    ApiTokens(ApiTokenRepository tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Transactional
    List<ApiToken> of(UserId owner) {
        return tokens.of(owner);
    }

    /** What is wrong with wanting one more. */
    @Transactional
    FormErrors oneMore(UserId owner) {
        return tokens.open(owner, clock.instant()) < MOST
                ? FormErrors.none()
                : FormErrors.of("name", "You have " + MOST + " tokens. End one that you no longer need.");
    }

    /** @return what is shown once, and sent by programs */
    @Transactional
    String make(UserId owner, String name, Set<TokenScope> scopes, Duration life) {
        var secret = Token.random();
        tokens.persist(new ApiToken(owner, name, scopes, secret, clock.instant(), life));
        return ApiToken.START + secret.value();
    }

    /** Whose it is and what it opens; that it was used is noted. Empty for what is no token of ours. */
    @Transactional
    Optional<Found> use(String sent) {
        if (!sent.startsWith(ApiToken.START)) {
            return Optional.empty();
        }
        var now = clock.instant();
        return Token.parse(sent.substring(ApiToken.START.length()))
                .flatMap(tokens::with)
                .map(token -> {
                    var ended = token.hasEnded(now);
                    if (!ended) {
                        token.used(now);
                    }
                    return new Found(token, ended);
                });
    }

    @Transactional
    boolean isOpen(UserId owner) {
        return tokens.open(owner, clock.instant()) > 0;
    }

    @Transactional
    boolean end(UserId owner, long number) {
        return tokens.end(owner, number);
    }

    @Transactional
    void endAll(UserId owner) {
        tokens.endAll(owner);
    }
}
