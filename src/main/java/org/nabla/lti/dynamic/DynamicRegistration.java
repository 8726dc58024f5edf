package org.nabla.lti.dynamic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.lti.ToolAddress;
import org.nabla.lti.registration.PlatformForm;
import org.nabla.lti.registration.Platforms;
import org.nabla.lti.service.ServiceScope;
import org.nabla.outside.AddressGuard;
import org.nabla.outside.OutsideCalls;
import org.nabla.outside.OutsideCalls.Answer;
import org.nabla.outside.OutsideCalls.Question;
import org.nabla.outside.OutsideException;

/**
 * Registers Nabla with a platform that asked for it.
 *
 * @see <a href="https://www.imsglobal.org/spec/lti-dr/v1p0">LTI Dynamic Registration 1.0</a>
 */
@Singleton
class DynamicRegistration {
    private static final String PLATFORM = "https://purl.imsglobal.org/spec/lti-platform-configuration";
    private static final String TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration";

    private final OutsideCalls calls;
    private final AddressGuard guard;
    private final Platforms platforms;
    private final ToolAddress tool;
    private final ObjectMapper json;

    DynamicRegistration(
            OutsideCalls calls, AddressGuard guard, Platforms platforms, ToolAddress tool, ObjectMapper json) {
        this.calls = calls;
        this.guard = guard;
        this.platforms = platforms;
        this.tool = tool;
        this.json = json;
    }

    /** What a platform says of itself. */
    record Offer(String name, String issuer, String authorization, String token, String jwks, String registration) {}

    /** @throws OutsideException where it cannot be read, or is not what it should be */
    Offer offer(String address) {
        var said = read(calls.ask(Question.get(address, Map.of("Accept", "application/json"))));
        var offer = new Offer(
                text(said.path(PLATFORM), "product_family_code").orElse("Learning platform"),
                needed(said, "issuer"),
                needed(said, "authorization_endpoint"),
                needed(said, "token_endpoint"),
                needed(said, "jwks_uri"),
                needed(said, "registration_endpoint"));
        var origin = PlatformForm.origin(address);
        if (origin.isEmpty() || !origin.equals(PlatformForm.origin(offer.issuer()))) {
            throw new OutsideException(
                    "The platform calls itself " + offer.issuer() + ", but its configuration lies elsewhere.");
        }
        return offer;
    }

    /** Tells the platform the addresses of Nabla, and enters it. @throws OutsideException where either cannot be done */
    void accept(Offer offer, String token, URI request) {
        var headers = new HashMap<String, String>();
        headers.put("Content-Type", "application/json");
        headers.put("Accept", "application/json");
        if (!token.isEmpty()) {
            headers.put("Authorization", "Bearer " + token);
        }
        var made = read(calls.ask(Question.post(offer.registration(), headers, wish(request))));
        var form = new PlatformForm(
                offer.name(),
                offer.issuer(),
                needed(made, "client_id"),
                offer.authorization(),
                offer.token(),
                offer.jwks(),
                text(made.path(TOOL), "deployment_id").orElse(""),
                "");
        var errors = form.errors(guard);
        if (!errors.isEmpty()) {
            throw new OutsideException("What the platform says of itself does not fit: "
                    + List.of("issuer", "client", "authorization", "token", "jwks", "deployments").stream()
                            .map(errors::of)
                            .filter(sentence -> !sentence.isEmpty())
                            .findFirst()
                            .orElse("its name is too long."));
        }
        if (platforms.add(form).isEmpty()) {
            throw new OutsideException("This platform is entered already, with this client ID.");
        }
    }

    private String wish(URI request) {
        var launch = tool.launch(request);
        var own = new LinkedHashMap<String, Object>();
        own.put("domain", URI.create(tool.root(request)).getRawAuthority());
        own.put("target_link_uri", launch);
        own.put("description", "Practice for multivariable calculus");
        own.put("claims", List.of("iss", "sub", "name", "given_name", "family_name"));
        own.put(
                "messages",
                List.of(
                        Map.of("type", "LtiResourceLinkRequest", "target_link_uri", launch, "label", "Nabla"),
                        Map.of("type", "LtiDeepLinkingRequest", "target_link_uri", launch, "label", "Nabla")));
        var wish = new LinkedHashMap<String, Object>();
        wish.put("application_type", "web");
        wish.put("response_types", List.of("id_token"));
        wish.put("grant_types", List.of("implicit", "client_credentials"));
        wish.put("initiate_login_uri", tool.login(request));
        wish.put("redirect_uris", List.of(launch));
        wish.put("client_name", "Nabla");
        wish.put("jwks_uri", tool.keys(request));
        wish.put("token_endpoint_auth_method", "private_key_jwt");
        wish.put("scope", String.join(" ", ServiceScope.LINE_ITEM, ServiceScope.SCORE, ServiceScope.MEMBERS));
        wish.put(TOOL, own);
        try {
            return json.writeValueAsString(wish);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values can be written", e);
        }
    }

    private JsonNode read(Answer answer) {
        if (!answer.isGood()) {
            throw new OutsideException("The platform answered with the status " + answer.status() + ".");
        }
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new OutsideException("What the platform answered cannot be read.");
        }
    }

    private static Optional<String> text(JsonNode node, String name) {
        var found = node.path(name);
        return found.isTextual() || found.isNumber()
                ? Optional.of(found.asText().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    private static String needed(JsonNode node, String name) {
        return text(node, name)
                .orElseThrow(
                        () -> new OutsideException("In what the platform says of itself, " + name + " is missing."));
    }
}
