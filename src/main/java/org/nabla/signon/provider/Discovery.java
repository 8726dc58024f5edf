package org.nabla.signon.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.nabla.outside.AddressGuard;
import org.nabla.outside.OutsideCalls;
import org.nabla.outside.OutsideCalls.Question;
import org.nabla.outside.OutsideException;

/** Reads what a provider says of itself at the address of the standard. */
@Singleton
class Discovery {
    /** All that is signed with a key that the provider shows; never with the secret that it shares with us. */
    private static final Set<String> ALGORITHMS =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

    private static final String PATH = "/.well-known/openid-configuration";

    /** @param issuer as the provider itself writes it */
    record Found(String issuer, Provider.Endpoints endpoints) {}

    private final OutsideCalls calls;
    private final AddressGuard guard;
    private final ObjectMapper json;

    Discovery(OutsideCalls calls, AddressGuard guard, ObjectMapper json) {
        this.calls = calls;
        this.guard = guard;
        this.json = json;
    }

    /** @throws OutsideException with what is wrong, in a sentence */
    Found read(String issuer) {
        var root = issuer.replaceFirst("/+$", "");
        var said = fetch(root + PATH);
        var own = said.path("issuer").asText("");
        if (!own.equals(root) && !own.equals(root + "/")) {
            throw new OutsideException(
                    own.isEmpty()
                            ? "What is at this address does not say which issuer it is."
                            : "The issuer calls itself " + own + ": type it like this.");
        }
        if (!words(said, "response_types_supported").contains("code")) {
            throw new OutsideException("This sign-on has no code flow, which Nabla needs.");
        }
        var algorithms = words(said, "id_token_signing_alg_values_supported");
        algorithms.retainAll(ALGORITHMS);
        if (algorithms.isEmpty()) {
            throw new OutsideException("This sign-on signs in no way that Nabla takes, such as RS256.");
        }
        var secrets = words(said, "token_endpoint_auth_methods_supported");
        return new Found(
                own,
                new Provider.Endpoints(
                        needed(said, "authorization_endpoint"),
                        needed(said, "token_endpoint"),
                        needed(said, "jwks_uri"),
                        allowed(said, "userinfo_endpoint"),
                        allowed(said, "end_session_endpoint"),
                        algorithms,
                        !secrets.isEmpty()
                                && !secrets.contains("client_secret_basic")
                                && secrets.contains("client_secret_post"),
                        said.path("authorization_response_iss_parameter_supported")
                                .asBoolean()));
    }

    private JsonNode fetch(String address) {
        var answer = calls.ask(Question.get(address, Map.of("Accept", "application/json")));
        if (!answer.isGood()) {
            throw new OutsideException("There is no description of a sign-on: " + address + " answers with the status "
                    + answer.status() + ".");
        }
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new OutsideException("What is at " + address + " is no description of a sign-on.", e);
        }
    }

    private String needed(JsonNode said, String name) {
        var address = allowed(said, name);
        if (address.isEmpty()) {
            throw new OutsideException("The description of this sign-on lacks “" + name + "”.");
        }
        return address;
    }

    private String allowed(JsonNode said, String name) {
        var address = said.path(name).asText("");
        if (!address.isEmpty()) {
            guard.objection(address).ifPresent(objection -> {
                throw new OutsideException("Its “" + name + "” cannot be used. " + objection);
            });
        }
        return address;
    }

    private static Set<String> words(JsonNode said, String name) {
        var words = new TreeSet<String>();
        said.path(name).forEach(word -> words.add(word.asText()));
        return words;
    }
}
