package org.nabla.lti.launch;

import java.util.List;
import java.util.function.Consumer;
import org.nabla.lti.TestPlatform;
import org.nabla.lti.TestPlatform.Message;

/**
 * A launch that is wrong in one way, which no tool may let in. These thirteen are the checks of LTI 1.3 and of its security
 * framework; every tool is asked all of them.
 *
 * @param words what we say of it
 */
record Tampering(String what, String words, Consumer<Message> change) {

    static List<Tampering> all() {
        var other = TestPlatform.newKey();
        return List.of(
                of("signed with another key", "signature", m -> m.key = other.getPrivateKey()),
                of("alg none", "not signed as the standard asks", m -> m.algorithm = "none"),
                of("expired", "too old", m -> {
                    m.body.issued -= 900;
                    m.body.expires -= 900;
                }),
                of("another audience", "another tool", m -> m.body.audience = "another"),
                of("another issuer", "another platform", m -> m.body.issuer = "https://other.example.org"),
                of("another nonce", "does not belong to this launch", m -> m.body.nonce = "x".repeat(43)),
                of("unknown deployment", "deployment ID", m -> m.body.deployment_id = "another"),
                of("another version", "version", m -> m.body.version = "1.1.0"),
                of("no roles", "role", m -> m.body.roles = null),
                of("no resource link id", "from which link", m -> m.body.resource_link.id = null),
                of("unknown message type", "does not know", m -> m.body.message_type = "LtiSomething"),
                of("forged state", "not begun in this browser", m -> m.state = "x".repeat(43)),
                of("unknown key name", "does not show", m -> m.kid = "another"));
    }

    private static Tampering of(String what, String words, Consumer<Message> change) {
        return new Tampering(what, words, change);
    }
}
