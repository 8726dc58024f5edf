package org.nabla.lti.deeplink;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.nabla.account.Token;
import org.nabla.lti.key.ToolKeys;
import org.nabla.lti.registration.Platform;

/** Writes and signs what was picked, by Deep Linking 2.0. */
@Singleton
class DeepLinkAnswer {
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final String DEEP = "https://purl.imsglobal.org/spec/lti-dl/claim/";

    private final ToolKeys keys;
    private final Clock clock;

    DeepLinkAnswer(ToolKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    String write(Platform platform, String deployment, DeepLinks.Wish wish, List<Map<String, Object>> links) {
        var now = clock.instant();
        var claims = new JwtClaims();
        claims.setIssuer(platform.clientId());
        claims.setAudience(platform.issuer());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(LIFE).getEpochSecond()));
        claims.setStringClaim("nonce", Token.random().value());
        claims.setStringClaim(LTI + "deployment_id", deployment);
        claims.setStringClaim(LTI + "message_type", "LtiDeepLinkingResponse");
        claims.setStringClaim(LTI + "version", "1.3.0");
        claims.setClaim(DEEP + "content_items", links);
        wish.data().ifPresent(data -> claims.setStringClaim(DEEP + "data", data));
        return keys.sign(claims);
    }
}
