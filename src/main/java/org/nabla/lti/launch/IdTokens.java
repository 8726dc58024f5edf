package org.nabla.lti.launch;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.nabla.lti.registration.Platform;

/** Whether a message is from the platform, for this site, of now. */
@ApplicationScoped
class IdTokens {
    private static final AlgorithmConstraints ONLY_RS256 =
            new AlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256);
    private static final int SKEW_SECONDS = 60;
    private static final int OLDEST_SECONDS = 600;
    private static final int LONGEST = 100_000;

    /** The reasons that jose4j knows, in words; the first one that applies is told. */
    private static final Map<Integer, String> WORDS = Map.of(
            ErrorCodes.SIGNATURE_INVALID, "The signature is not the platform’s.",
            ErrorCodes.EXPIRED, "The message is too old. Open the link in your course again.",
            ErrorCodes.ISSUED_AT_INVALID_PAST, "The message is too old. Open the link in your course again.",
            ErrorCodes.ISSUED_AT_INVALID_FUTURE, "The clocks of the platform and of Nabla differ too much.",
            ErrorCodes.AUDIENCE_INVALID, "The message is meant for another tool.",
            ErrorCodes.AUDIENCE_MISSING, "The message does not say for whom it is.",
            ErrorCodes.ISSUER_INVALID, "The message is from another platform.",
            ErrorCodes.ISSUER_MISSING, "The message does not say from whom it is.");

    private final PlatformKeys keys;
    private final Clock clock;

    IdTokens(PlatformKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** The claims. @throws LaunchRefused where it is not what it should be */
    JwtClaims verify(Platform platform, String token) {
        var key = keyOf(platform, token);
        var consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(ONLY_RS256)
                .setVerificationKey(key)
                .setExpectedIssuer(platform.issuer())
                .setExpectedAudience(platform.clientId())
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setIssuedAtRestrictions(SKEW_SECONDS, OLDEST_SECONDS)
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .setEvaluationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond()))
                .build();
        try {
            var claims = consumer.processToClaims(token);
            checkParty(platform, claims);
            return claims;
        } catch (InvalidJwtException e) {
            throw new LaunchRefused(
                    List.of(
                                    ErrorCodes.SIGNATURE_INVALID,
                                    ErrorCodes.EXPIRED,
                                    ErrorCodes.ISSUED_AT_INVALID_PAST,
                                    ErrorCodes.ISSUED_AT_INVALID_FUTURE,
                                    ErrorCodes.AUDIENCE_INVALID,
                                    ErrorCodes.AUDIENCE_MISSING,
                                    ErrorCodes.ISSUER_INVALID,
                                    ErrorCodes.ISSUER_MISSING)
                            .stream()
                            .filter(e::hasErrorCode)
                            .map(code -> WORDS.getOrDefault(code, ""))
                            .findFirst()
                            .orElse("The message cannot be read, or something in it is missing."),
                    e);
        }
    }

    private Key keyOf(Platform platform, String token) {
        if (token.length() > LONGEST || token.chars().filter(c -> c == '.').count() != 2) {
            throw new LaunchRefused("What came is no signed message.");
        }
        try {
            var jws = new JsonWebSignature();
            jws.setCompactSerialization(token);
            if (!AlgorithmIdentifiers.RSA_USING_SHA256.equals(jws.getAlgorithmHeaderValue())) {
                throw new LaunchRefused("The message is not signed as the standard asks (RS256).");
            }
            @Nullable String kid = jws.getKeyIdHeaderValue();
            if (kid == null) {
                throw new LaunchRefused("The message does not say with which key it is signed.");
            }
            return keys.key(platform.endpoints().jwks(), kid);
        } catch (JoseException e) {
            throw new LaunchRefused("What came is no signed message.", e);
        }
    }

    /** Where a message is for several, it says for whom it was made. */
    private static void checkParty(Platform platform, JwtClaims claims) {
        try {
            @Nullable String party = claims.getStringClaimValue("azp");
            if (party == null ? claims.getAudience().size() > 1 : !party.equals(platform.clientId())) {
                throw new LaunchRefused("The message was made for another tool.");
            }
        } catch (MalformedClaimException e) {
            throw new LaunchRefused("The message was made for another tool.", e);
        }
    }
}
