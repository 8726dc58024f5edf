package org.nabla.signon.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.nabla.outside.OutsideException;
import org.nabla.outside.SignedMessages;
import org.nabla.signon.door.Exchange.Tokens;
import org.nabla.signon.people.Person;
import org.nabla.signon.provider.Provider;

/** Every check of what a provider gave for a code: of the signature and whom it is for, and whether it belongs to what was asked. */
@Singleton
class Checks {
    private static final int LONGEST = 255;

    private final SignedMessages messages;
    private final Exchange exchange;
    private final ObjectMapper json;

    Checks(SignedMessages messages, Exchange exchange, ObjectMapper json) {
        this.messages = messages;
        this.exchange = exchange;
        this.json = json;
    }

    /** @throws OutsideException where something is not what it should be */
    Person person(Provider provider, Begun.Found begun, Tokens tokens) {
        var claims = parse(messages.verify(provider.sender(), tokens.id()).toJson());
        if (!begun.asked(claims.path("nonce").asText(""))) {
            throw new OutsideException("The message does not belong to this sign-in.");
        }
        if (claims.has("at_hash")) {
            checkAccess(tokens, claims.path("at_hash").asText(""));
        }
        var subject = claims.path("sub").isTextual() ? claims.path("sub").textValue() : "";
        if (subject.isBlank() || !isPlain(subject)) {
            throw new OutsideException("The sign-on does not say who you are, or in letters that Nabla does not take.");
        }
        var sid = claims.path("sid").asText("");
        if (!isPlain(sid)) {
            throw new OutsideException("What the sign-on calls its session is in letters that Nabla does not take.");
        }
        return new Person(provider.issuer(), subject, sid, exchange.more(provider, tokens, subject, claims));
    }

    /** Whether it can be kept: at most 255 letters, all of which are some. */
    static boolean isPlain(String text) {
        return text.length() <= LONGEST && text.chars().noneMatch(Character::isISOControl);
    }

    /** The second token is that of this message: half of its hash stands there. */
    private static void checkAccess(Tokens tokens, String hash) {
        try {
            var jws = new JsonWebSignature();
            jws.setCompactSerialization(tokens.id());
            var bits = jws.getAlgorithmHeaderValue().substring(2);
            var whole = MessageDigest.getInstance("SHA-" + bits)
                    .digest(tokens.access().getBytes(StandardCharsets.US_ASCII));
            var half = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(whole, whole.length / 2));
            if (!half.equals(hash)) {
                throw new OutsideException("Of the two tokens that the sign-on gave, one is of another sign-in.");
            }
        } catch (JoseException | NoSuchAlgorithmException e) {
            throw new OutsideException("What came is no signed message.", e);
        }
    }

    private ObjectNode parse(String claims) {
        try {
            return (ObjectNode) json.readTree(claims);
        } catch (JsonProcessingException e) {
            throw new OutsideException("What came is no signed message.", e);
        }
    }
}
