package org.nabla.signon.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.nabla.outside.OutsideCalls;
import org.nabla.outside.OutsideCalls.Question;
import org.nabla.outside.OutsideException;
import org.nabla.signon.provider.Provider;

/** Asks a provider, from server to server. */
@Singleton
class Exchange {

    /** What it gives for a code. */
    record Tokens(String id, String access) {}

    private final OutsideCalls calls;
    private final ObjectMapper json;

    Exchange(OutsideCalls calls, ObjectMapper json) {
        this.calls = calls;
        this.json = json;
    }

    /** @throws OutsideException where it gives nothing for it */
    Tokens redeem(Provider provider, String code, String verifier, String back) {
        var client = provider.client();
        var headers = new HashMap<>(
                Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"));
        var body = Address.form(
                "grant_type", "authorization_code", "code", code, "redirect_uri", back, "code_verifier", verifier);
        if (client.secret().isEmpty() || provider.endpoints().secretInForm()) {
            body += "&client_id=" + Address.encoded(client.id());
        }
        if (!client.secret().isEmpty()) {
            if (provider.endpoints().secretInForm()) {
                body += "&client_secret=" + Address.encoded(client.secret());
            } else {
                var pair = Address.encoded(client.id()) + ":" + Address.encoded(client.secret());
                headers.put(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
            }
        }
        var said = read(calls.ask(Question.post(provider.endpoints().token(), headers, body)), "the code");
        var id = said.path("id_token").asText("");
        if (id.isEmpty()) {
            throw new OutsideException("The sign-on does not say who you are.");
        }
        return new Tokens(id, said.path("access_token").asText(""));
    }

    /**
     * What it says of somebody where it is asked once more; many say there alone what people are called. What it has signed
     * already stays as it was.
     */
    ObjectNode more(Provider provider, Tokens tokens, String subject, ObjectNode signed) {
        var address = provider.endpoints().userinfo();
        if (address.isEmpty() || !tokens.access().matches("[!-~]+")) {
            return signed;
        }
        var said = read(
                calls.ask(Question.get(
                        address, Map.of("Authorization", "Bearer " + tokens.access(), "Accept", "application/json"))),
                "the question who you are");
        if (!said.path("sub").asText("").equals(subject)) {
            throw new OutsideException("The sign-on speaks of two people at once.");
        }
        said.fields().forEachRemaining(field -> {
            if (!signed.has(field.getKey())) {
                signed.set(field.getKey(), field.getValue());
            }
        });
        return signed;
    }

    private JsonNode read(OutsideCalls.Answer answer, String to) {
        if (!answer.isGood()) {
            throw new OutsideException("The sign-on answered to " + to + " with the status " + answer.status() + ".");
        }
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new OutsideException("What the sign-on answered to " + to + " cannot be read.", e);
        }
    }
}
