package org.nabla.signon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.nabla.Browsing;
import org.nabla.Received;
import org.nabla.lti.TestPlatform;

/** The sign-on of a small school on this machine, which says whatever a test wants it to: lies above all. */
public final class TestSignOn implements AutoCloseable {

    public static final String CLIENT = "nabla";
    public static final String SECRET = "a secret: with / & signs";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    /** What is signed, before it is: a test changes what it likes. */
    public static final class Message {
        public final Map<String, Object> claims = new LinkedHashMap<>();
        /** What is said where it is asked once more. */
        public final Map<String, Object> more = new LinkedHashMap<>();

        public String algorithm = AlgorithmIdentifiers.RSA_USING_SHA256;
        public @Nullable String kid;
        public @Nullable String typ;
        public @Nullable Key key;
        public String access = "access-" + UUID.randomUUID();

        Message(String kid, Key key) {
            this.kid = kid;
            this.key = key;
        }

        /** Moves moments by so many seconds. */
        public void shift(long seconds, String... names) {
            for (var name : names) {
                claims.computeIfPresent(name, (n, moment) -> (Long) moment + seconds);
            }
        }
    }

    /** What a code is good for, once. */
    private record Grant(String answer, String challenge) {}

    public final TestPlatform server = new TestPlatform();
    /** A port may come again, an issuer must not. */
    public final String issuer = server.root + "/" + UUID.randomUUID();
    /** What its discovery says; a test changes what it likes before it registers. */
    public final Map<String, Object> discovery = new LinkedHashMap<>();

    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final Map<String, String> people = new ConcurrentHashMap<>();
    private String slug = "";

    public TestSignOn() {
        discovery.put("issuer", issuer);
        discovery.put("authorization_endpoint", server.root + "/authorize?tenant=1");
        discovery.put("token_endpoint", server.root + "/token");
        discovery.put("jwks_uri", server.root + "/jwks?" + server.key.getKeyId());
        discovery.put("userinfo_endpoint", server.root + "/userinfo");
        discovery.put("end_session_endpoint", server.root + "/end");
        discovery.put("response_types_supported", List.of("code"));
        discovery.put("id_token_signing_alg_values_supported", List.of("RS256", "ES256", "HS256"));
        discovery.put("authorization_response_iss_parameter_supported", true);
        describe(200, () -> text(discovery));
        server.on("/token", this::redeem);
        server.on("/userinfo", this::tell);
    }

    /** What stands where the standard looks for its description. */
    public void describe(int status, Supplier<String> text) {
        server.on(
                issuer.substring(server.root.length()) + "/.well-known/openid-configuration",
                e -> TestPlatform.json(e, status, text.get()));
    }

    /** Whoever runs Nabla enters it; names and values of the form take turns. */
    public TestSignOn register(String... fields) {
        var operator = Browsing.operator();
        var answer = enter(operator, fields);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
        return this;
    }

    /** The same, whatever comes of it. */
    public Received enter(Browsing operator, String... fields) {
        slug = operator.page("/operator/sign-on/new").select("[name=slug]").val();
        var form = new LinkedHashMap<String, String>();
        form.put("slug", slug);
        form.put("label", "School " + slug);
        form.put("issuer", issuer);
        form.put("client", CLIENT);
        form.put("secret", SECRET);
        form.put("scopes", "openid profile groups");
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        var all = new ArrayList<String>();
        form.forEach((name, value) -> all.addAll(List.of(name, value)));
        return operator.post("/operator/sign-on", all.toArray(String[]::new));
    }

    public String slug() {
        return slug;
    }

    /** Where Nabla is for it. */
    public String door() {
        return "/sign-in/with/" + slug;
    }

    /** Somebody goes there; what they bring along. */
    public Map<String, String> begin(Browsing visitor) {
        var answer = visitor.get(door() + "?next=/practice");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).startsWith(server.root + "/authorize?tenant=1&");
        return TestPlatform.query(answer.header("Location"));
    }

    /** Somebody who is signed in goes there to link; what they bring along. */
    public Map<String, String> beginLink(Browsing visitor) {
        var page = Browsing.parse(visitor.post("/account/sign-on/link/" + slug));
        return TestPlatform.query(page.expectFirst("main a.primary").attr("href"));
    }

    /** A message that is right in every way. */
    public Message message(String subject, Map<String, String> asked) {
        var message = new Message(server.key.getKeyId(), server.key.getPrivateKey());
        var now = Instant.now().getEpochSecond();
        message.claims.put("iss", issuer);
        message.claims.put("aud", CLIENT);
        message.claims.put("sub", subject);
        message.claims.put("nonce", asked.getOrDefault("nonce", ""));
        message.claims.put("iat", now);
        message.claims.put("exp", now + 300);
        message.claims.put("sid", "sid-" + subject);
        message.more.put("sub", subject);
        message.more.put("name", "Person " + subject);
        return message;
    }

    /** The provider is content with them and sends them back. */
    public Received back(Browsing visitor, Map<String, String> asked, Message message) {
        return arrive(visitor, asked, codeFor(asked, message));
    }

    /** A code for which this message is given. */
    public String codeFor(Map<String, String> asked, Message message) {
        var code = UUID.randomUUID().toString();
        var answer = new LinkedHashMap<String, Object>();
        answer.put("access_token", message.access);
        answer.put("token_type", "Bearer");
        answer.put("id_token", sign(message));
        grants.put(code, new Grant(text(answer), asked.getOrDefault("code_challenge", "")));
        people.put("Bearer " + message.access, text(message.more));
        return code;
    }

    public Received arrive(Browsing visitor, Map<String, String> asked, String code) {
        return visitor.get(door() + "/back?code=" + code + "&state=" + asked.get("state") + "&iss=" + issuer);
    }

    /** A whole sign-in, with changes to the message. */
    public Received come(Browsing visitor, String subject, Consumer<Message> change) {
        var asked = begin(visitor);
        var message = message(subject, asked);
        change.accept(message);
        return back(visitor, asked, message);
    }

    public Received come(Browsing visitor, String subject) {
        return come(visitor, subject, message -> {});
    }

    /** Somebody who is signed in links who they are here. */
    public Received link(Browsing visitor, String subject) {
        var asked = beginLink(visitor);
        return back(visitor, asked, message(subject, asked));
    }

    /** A message that somebody signed out here, which is right in every way. */
    public Message ended(String subject) {
        var message = message(subject, Map.of());
        message.typ = "logout+jwt";
        message.claims.remove("nonce");
        message.claims.put("jti", UUID.randomUUID().toString());
        message.claims.put("events", Map.of(EVENT, Map.of()));
        return message;
    }

    public Received send(Message ended) {
        return Browsing.start().fromElsewhere(door() + "/ended", Map.of("logout_token", sign(ended)), Map.of());
    }

    public static String sign(Message message) {
        try {
            var signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            signature.setPayload(text(message.claims));
            signature.setAlgorithmHeaderValue(message.algorithm);
            if (message.kid != null) {
                signature.setKeyIdHeaderValue(message.kid);
            }
            if (message.typ != null) {
                signature.setHeader("typ", message.typ);
            }
            signature.setKey(message.algorithm.equals("none") ? null : message.key);
            signature.setDoKeyValidation(false);
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each code once, and only for whoever knows what its challenge is the hash of. */
    private void redeem(HttpExchange exchange) throws IOException {
        var calls = server.calls("/token");
        var call = calls.get(calls.size() - 1);
        var form = TestPlatform.query("http://localhost/?" + call.body());
        var grant = grants.remove(form.getOrDefault("code", ""));
        var secret = call.headers()
                .getOrDefault("authorization", "")
                .equals("Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        "nabla:a+secret%3A+with+%2F+%26+signs".getBytes(StandardCharsets.UTF_8)));
        var inForm = form.getOrDefault("client_secret", "").equals(SECRET);
        if (grant == null
                || !(secret || inForm)
                || !grant.challenge().equals(challenge(form.getOrDefault("code_verifier", "")))) {
            TestPlatform.json(exchange, 400, "{\"error\": \"invalid_grant\"}");
        } else {
            TestPlatform.json(exchange, 200, grant.answer());
        }
    }

    private void tell(HttpExchange exchange) throws IOException {
        var who = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "");
        var said = people.getOrDefault(who, "");
        TestPlatform.json(exchange, said.isEmpty() ? 401 : 200, said);
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where somebody stands once they are in: the page for signing in leads on. */
    public static String landing(Browsing visitor, Received back) {
        assertThat(back.statusCode()).as(back.asString()).isEqualTo(303);
        var to = URI.create(back.header("Location"));
        assertThat(to.getPath()).isEqualTo("/sign-in");
        return URI.create(visitor.get(to.getPath() + "?" + to.getQuery()).header("Location"))
                .getPath();
    }

    @Override
    public void close() {
        server.close();
    }
}
