package org.nabla.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that mean harm, or are merely broken. */
class OutsideCallsTest {

    private static final CountDownLatch END = new CountDownLatch(1);
    private static final Vertx VERTX = Vertx.vertx();
    private static HttpServer server;
    private static String root;
    private static OutsideCalls calls;

    @BeforeAll
    static void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        root = "http://localhost:" + server.getAddress().getPort();
        server.createContext("/fine", exchange -> answer(exchange, 200, "fine"));
        server.createContext("/huge", exchange -> answer(exchange, 200, "x".repeat(10_001)));
        server.createContext("/silent", exchange -> await());
        server.createContext("/drip", OutsideCallsTest::drip);
        server.createContext("/once", exchange -> redirect(exchange, "/fine"));
        server.createContext("/round", exchange -> redirect(exchange, "/round"));
        server.createContext("/inward", exchange -> redirect(exchange, "http://127.0.0.1:" + port() + "/fine"));
        server.createContext("/cloud", exchange -> redirect(exchange, "https://169.254.169.254/latest"));
        server.createContext("/file", exchange -> redirect(exchange, "file:///etc/passwd"));
        server.createContext("/broken", exchange -> redirect(exchange, "http://[broken"));
        server.start();
        calls = within(Duration.ofSeconds(60));
    }

    private static OutsideCalls within(Duration timeout) {
        var limits = new Limits("localhost", timeout);
        return new OutsideCalls(new AddressGuard(limits), limits, VERTX);
    }

    @AfterAll
    static void stop() {
        END.countDown();
        server.stop(0);
        calls.close();
        VERTX.close();
    }

    @Test
    void anAnswerComesWhole() {
        var answer = calls.ask(OutsideCalls.Question.get(root + "/fine", Map.of("Accept", "text/plain")));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("fine");
        assertThat(answer.header("x-asked")).containsExactly("GET /fine text/plain");
    }

    /** An answer may be there before the caller has turned round: of a hundred in a row, each is read. */
    @RepeatedTest(100)
    void anAnswerThatComesAtOnceIsRead() {
        assertThat(calls.ask(OutsideCalls.Question.post(root + "/fine", Map.of(), "body"))
                        .body())
                .isEqualTo("fine");
    }

    @Test
    void whatIsPostedArrives() {
        var answer = calls.ask(OutsideCalls.Question.post(root + "/fine?a=b", Map.of("Accept", "*/*"), "body"));

        assertThat(answer.header("x-asked")).containsExactly("POST /fine?a=b */* body");
    }

    @Test
    void aRedirectIsFollowed() {
        assertThat(calls.ask(OutsideCalls.Question.get(root + "/once", Map.of()))
                        .body())
                .isEqualTo("fine");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "/huge, more than 9 KB",
        "/round, without end",
        "/inward, must begin with https",
        "/cloud, private network",
        "/file, no address",
        "/broken, no address",
    })
    void aBadServerIsRefusedInWords(String path, String words) {
        assertThatThrownBy(() -> calls.ask(OutsideCalls.Question.get(root + path, Map.of())))
                .isInstanceOf(OutsideException.class)
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/silent", "/drip"})
    void aServerThatDoesNotEndIsNotWaitedFor(String path) {
        var hasty = within(Duration.ofMillis(300));

        assertThatThrownBy(() -> hasty.ask(OutsideCalls.Question.get(root + path, Map.of())))
                .isInstanceOf(OutsideException.class)
                .hasMessageContaining("to answer");
        hasty.close();
    }

    @Test
    void aPostIsNotSentOn() {
        assertThatThrownBy(() -> calls.ask(OutsideCalls.Question.post(root + "/once", Map.of(), "secret")))
                .isInstanceOf(OutsideException.class)
                .hasMessageContaining("sends on");
    }

    @Test
    void aServerThatIsNotThereIsSaidSo() {
        assertThatThrownBy(() -> calls.ask(OutsideCalls.Question.get("http://localhost:1/", Map.of())))
                .isInstanceOf(OutsideException.class)
                .hasMessageContaining("could not be reached");
    }

    private static int port() {
        return server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .add(
                        "x-asked",
                        "%s %s %s %s"
                                .formatted(
                                        exchange.getRequestMethod(),
                                        exchange.getRequestURI(),
                                        exchange.getRequestHeaders().getFirst("Accept"),
                                        body));
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().add("Location", to);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    /** Begins, and never ends. */
    private static void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 100);
        exchange.getResponseBody().write('x');
        exchange.getResponseBody().flush();
        await();
    }

    private static void await() {
        try {
            END.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
