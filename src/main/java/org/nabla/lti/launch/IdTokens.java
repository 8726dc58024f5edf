package org.nabla.lti.launch;

import jakarta.inject.Singleton;
import java.util.Set;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.nabla.lti.registration.Platform;
import org.nabla.outside.OutsideException;
import org.nabla.outside.SignedMessages;
import org.nabla.outside.SignedMessages.Sender;

/** Whether a message is from the platform, for this site, of now. */
@Singleton
class IdTokens {
    private final SignedMessages messages;

    IdTokens(SignedMessages messages) {
        this.messages = messages;
    }

    /** The claims. @throws LaunchRefused where it is not what it should be */
    JwtClaims verify(Platform platform, String token) {
        var sender = new Sender(
                "platform",
                "tool",
                platform.issuer(),
                platform.clientId(),
                platform.endpoints().jwks(),
                Set.of(AlgorithmIdentifiers.RSA_USING_SHA256),
                true);
        try {
            return messages.verify(sender, token);
        } catch (OutsideException e) {
            throw new LaunchRefused(e.sentence(), e);
        }
    }
}
