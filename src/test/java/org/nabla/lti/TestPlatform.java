package org.nabla.lti;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import org.nabla.Browsing;
import org.nabla.Received;
import org.tsugi.lti13.objects.Context;
import org.tsugi.lti13.objects.DeepLink;
import org.tsugi.lti13.objects.Endpoint;
import org.tsugi.lti13.objects.LaunchJWT;
import org.tsugi.lti13.objects.NamesAndRoles;
import org.tsugi.lti13.objects.ResourceLink;

/**
 * A small learning platform on this machine. What it says in a launch is written by the library of Tsugi, whose objects know the
 * names of the standard; what it answers to calls is set by the test.
 */
public final class TestPlatform implements AutoCloseable {

    public static final String INSTRUCTOR = "http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor";
    public static final String LEARNER = "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner";
    public static final String CLIENT = "client-1";
    public static final String DEPLOYMENT = "deployment-1";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What one address answers. */
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    /** A call that came. */
    public record Call(String method, String path, Map<String, String> headers, String body) {}

    /** A launch before it is signed: a test changes what it likes. */
    public static final class Message {
        public LaunchJWT body = new LaunchJWT();
        public Map<String, Object> more = new LinkedHashMap<>();
        public String algorithm = AlgorithmIdentifiers.RSA_USING_SHA256;
        public @Nullable String kid;
        public @Nullable Key key;
        public String state;

        Message(String kid, Key key, String state) {
            this.kid = kid;
            this.key = key;
            this.state = state;
        }

        /** Its teacher is to pick links, which are sent to this address. */
        public void asksForLinks(String back) {
            body.message_type = LaunchJWT.MESSAGE_TYPE_DEEP_LINK;
            body.deep_link = new DeepLink();
            body.deep_link.deep_link_return_url = back;
            body.deep_link.accept_types = List.of(DeepLink.ACCEPT_TYPE_LTILINK);
            body.deep_link.accept_presentation_document_targets = List.of("window");
        }
    }

    /** Made once for all: to find two primes takes longer than most tests. */
    private static final RsaJsonWebKey OURS = generate();

    private static final RsaJsonWebKey ANOTHER = generate();

    public final RsaJsonWebKey key = named(OURS);
    public final String issuer = "https://platform.example.org/" + UUID.randomUUID();
    public final String root;
    public final List<Call> calls = new CopyOnWriteArrayList<>();

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final HttpServer server;

    public TestPlatform() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        root = "http://localhost:" + server.getAddress().getPort();
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
        on("/jwks", exchange -> json(exchange, 200, new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY)));
    }

    /** A key that is not the platform's, under a name of its own. */
    public static RsaJsonWebKey newKey() {
        return named(ANOTHER);
    }

    private static RsaJsonWebKey generate() {
        try {
            return RsaJwkGenerator.generateJwk(2048);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RsaJsonWebKey named(RsaJsonWebKey key) {
        var named = new RsaJsonWebKey(key.getRsaPublicKey());
        named.setPrivateKey(key.getRsaPrivateKey());
        named.setKeyId(UUID.randomUUID().toString());
        return named;
    }

    public void on(String path, Answer answer) {
        answers.put(path, answer);
    }

    public List<Call> calls(String path) {
        return calls.stream().filter(call -> call.path().startsWith(path)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(
                        e -> e.getKey().toLowerCase(java.util.Locale.ROOT),
                        e -> e.getValue().get(0)));
        calls.add(new Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        answers.getOrDefault(path, e -> json(e, 404, "{}")).to(exchange);
    }

    public static void json(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** Whoever runs Nabla enters it. */
    public TestPlatform register() {
        var answer = Browsing.operator()
                .post(
                        "/operator/platforms",
                        "name",
                        "School",
                        "issuer",
                        issuer,
                        "client",
                        CLIENT,
                        "authorization",
                        root + "/authorize?tenant=1",
                        "token",
                        root + "/token",
                        "jwks",
                        root + "/jwks?" + key.getKeyId(),
                        "deployments",
                        DEPLOYMENT);
        assertThat(answer.statusCode()).isEqualTo(303);
        return this;
    }

    /** The first step of a launch, up to what the browser brings back. */
    public Map<String, String> login(Browsing visitor, String target, Map<String, String> headers) {
        var answer = visitor.fromElsewhere(
                "/lti/login",
                Map.of(
                        "iss", issuer,
                        "login_hint", "hint ä&1",
                        "lti_message_hint", "message + 1",
                        "client_id", CLIENT,
                        "target_link_uri", target),
                headers);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.header("Location")).startsWith(root + "/authorize?tenant=1&");
        return query(answer.header("Location"));
    }

    public static Map<String, String> query(String address) {
        return Arrays.stream(URI.create(address).getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(p -> p[0], p -> URLDecoder.decode(p[1], StandardCharsets.UTF_8)));
    }

    /** A message that is right in every way. */
    public Message message(String subject, String role, String target, Map<String, String> login) {
        var message = new Message(key.getKeyId(), key.getPrivateKey(), login.getOrDefault("state", ""));
        var body = message.body;
        var now = Instant.now().getEpochSecond();
        body.issuer = issuer;
        body.audience = CLIENT;
        body.subject = subject;
        body.nonce = login.getOrDefault("nonce", "");
        body.issued = now;
        body.expires = now + 300;
        body.name = "Person " + subject;
        body.deployment_id = DEPLOYMENT;
        body.message_type = LaunchJWT.MESSAGE_TYPE_LAUNCH;
        body.version = "1.3.0";
        body.target_link_uri = target;
        body.roles = new ArrayList<>(List.of(role));
        body.resource_link = new ResourceLink();
        body.resource_link.id = "link-1";
        body.context = new Context();
        body.context.id = "context-1";
        body.context.title = "Calculus there";
        body.endpoint = new Endpoint();
        body.endpoint.scope = List.of(Endpoint.SCOPE_LINEITEM, Endpoint.SCOPE_SCORE);
        body.endpoint.lineitems = root + "/lineitems?type=a";
        body.names_and_roles = new NamesAndRoles();
        body.names_and_roles.context_memberships_url = root + "/members";
        body.names_and_roles.service_versions = List.of("2.0");
        return message;
    }

    public static String sign(Message message) {
        try {
            Map<String, Object> claims = JSON.convertValue(message.body, new TypeReference<Map<String, Object>>() {});
            claims.values().removeIf(value -> value == null);
            message.more.forEach((name, value) -> {
                if (value == null) {
                    claims.remove(name);
                } else {
                    claims.put(name, value);
                }
            });
            var signature = new JsonWebSignature();
            signature.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            signature.setPayload(JSON.writeValueAsString(claims));
            signature.setAlgorithmHeaderValue(message.algorithm);
            if (message.kid != null) {
                signature.setKeyIdHeaderValue(message.kid);
            }
            signature.setKey(message.algorithm.equals("none") ? null : message.key);
            signature.setDoKeyValidation(false);
            return signature.getCompactSerialization();
        } catch (JoseException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A whole launch, with changes to the message. */
    public Received launch(Browsing visitor, String subject, String role, String target, Consumer<Message> change) {
        var message = message(subject, role, target, login(visitor, target, Map.of()));
        change.accept(message);
        return send(visitor, message);
    }

    public Received launch(Browsing visitor, String subject, String role) {
        return launch(visitor, subject, role, toolRoot() + "/lti/launch", message -> {});
    }

    public static Received send(Browsing visitor, Message message) {
        return visitor.fromElsewhere(
                "/lti/launch", Map.of("id_token", sign(message), "state", message.state), Map.of());
    }

    /** Where Nabla is in this test. */
    public static String toolRoot() {
        return "http://localhost:" + io.restassured.RestAssured.port;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
