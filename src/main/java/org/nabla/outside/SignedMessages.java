package org.nabla.outside;

import jakarta.inject.Singleton;
import java.security.Key;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** Whether a message is from whom it says, for this site, of now. */
@Singleton
public class SignedMessages {
    private static final int SKEW_SECONDS = 60;
    private static final int OLDEST_SECONDS = 600;
    private static final int LONGEST = 100_000;

    /**
     * Who may send it.
     *
     * @param name what people call such a one: {@code platform}
     * @param receiver what this site is to it: {@code tool}
     * @param audience as what it knows this site
     * @param keys where it shows its keys
     * @param algorithms with which it may sign
     * @param namesKeys whether it must say with which key it signed, even if it has but one
     */
    public record Sender(
            String name,
            String receiver,
            String issuer,
            String audience,
            String keys,
            Set<String> algorithms,
            boolean namesKeys) {}

    private final PublicKeys keys;
    private final Clock clock;

    SignedMessages(PublicKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** The claims. @throws OutsideException where it is not what it should be */
    public JwtClaims verify(Sender sender, String token) {
        var consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(
                        ConstraintType.PERMIT, sender.algorithms().toArray(String[]::new)))
                .setVerificationKey(keyOf(sender, token))
                .setExpectedIssuer(sender.issuer())
                .setExpectedAudience(sender.audience())
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setIssuedAtRestrictions(SKEW_SECONDS, OLDEST_SECONDS)
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .setEvaluationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond()))
                .build();
        try {
            var claims = consumer.processToClaims(token);
            checkParty(sender, claims);
            return claims;
        } catch (InvalidJwtException e) {
            throw new OutsideException(words(sender, e), e);
        }
    }

    /** The first reason that applies, of those that jose4j knows. */
    private static String words(Sender sender, InvalidJwtException e) {
        record Reason(int code, String words) {}
        var old = "The message is too old. Go back to where you began, and begin again.";
        var reasons = List.of(
                new Reason(ErrorCodes.SIGNATURE_INVALID, "The signature is not the " + sender.name() + "’s."),
                new Reason(ErrorCodes.EXPIRED, old),
                new Reason(ErrorCodes.ISSUED_AT_INVALID_PAST, old),
                new Reason(
                        ErrorCodes.ISSUED_AT_INVALID_FUTURE,
                        "The clocks of the " + sender.name() + " and of Nabla differ too much."),
                new Reason(ErrorCodes.AUDIENCE_INVALID, "The message is meant for another " + sender.receiver() + "."),
                new Reason(ErrorCodes.AUDIENCE_MISSING, "The message does not say for whom it is."),
                new Reason(ErrorCodes.ISSUER_INVALID, "The message is from another " + sender.name() + "."),
                new Reason(ErrorCodes.ISSUER_MISSING, "The message does not say from whom it is."));
        return reasons.stream()
                .filter(reason -> e.hasErrorCode(reason.code()))
                .map(Reason::words)
                .findFirst()
                .orElse("The message cannot be read, or something in it is missing.");
    }

    private Key keyOf(Sender sender, String token) {
        if (token.length() > LONGEST || token.chars().filter(c -> c == '.').count() != 2) {
            throw new OutsideException("What came is no signed message.");
        }
        try {
            var jws = new JsonWebSignature();
            jws.setCompactSerialization(token);
            @Nullable String algorithm = jws.getAlgorithmHeaderValue();
            if (algorithm == null || !sender.algorithms().contains(algorithm)) {
                throw new OutsideException("The message is not signed as the standard asks ("
                        + String.join(
                                ", ", sender.algorithms().stream().sorted().toList()) + ").");
            }
            @Nullable String kid = jws.getKeyIdHeaderValue();
            if (kid == null && sender.namesKeys()) {
                throw new OutsideException("The message does not say with which key it is signed.");
            }
            return keys.key(sender.keys(), Optional.ofNullable(kid), algorithm)
                    .orElseThrow(() -> new OutsideException(
                            "The message is signed with a key that the " + sender.name() + " does not show."));
        } catch (JoseException e) {
            throw new OutsideException("What came is no signed message.", e);
        }
    }

    /** Where a message is for several, it says for whom it was made. */
    private static void checkParty(Sender sender, JwtClaims claims) {
        var another = "The message was made for another " + sender.receiver() + ".";
        try {
            @Nullable String party = claims.getStringClaimValue("azp");
            if (party == null ? claims.getAudience().size() > 1 : !party.equals(sender.audience())) {
                throw new OutsideException(another);
            }
        } catch (MalformedClaimException e) {
            throw new OutsideException(another, e);
        }
    }
}
