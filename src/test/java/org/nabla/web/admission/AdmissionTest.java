package org.nabla.web.admission;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class AdmissionTest {
    private static final Duration LONG = Duration.ofSeconds(40);
    private static final int HALF_SENT = 300;

    @TestHTTPResource
    URI site;

    @Inject
    Admission admission;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void pagesAndOthersGoOnWhileOneAddressHoldsAllItCan() throws Exception {
        var turnstile = admission.at(RequestKind.SEND);
        var refusedBefore = turnstile.sentAway();
        List<CompletableFuture<HttpResponse<String>>> flood = new ArrayList<>();
        for (int i = 0; i < 160; i++) {
            flood.add(http.sendAsync(held("192.0.2.1"), HttpResponse.BodyHandlers.ofString()));
        }
        await(() -> turnstile.sentAway() > refusedBefore);

        var page = http.send(request("/test/page", "192.0.2.2").GET().build(), HttpResponse.BodyHandlers.ofString());
        var inside = turnstile.inside();
        var other = http.sendAsync(held("192.0.2.3"), HttpResponse.BodyHandlers.ofString());
        await(() -> turnstile.inside() > inside);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(other).isNotDone();

        HeldResource.LET_GO.release(1000);
        assertThat(other.get().statusCode()).isEqualTo(200);
        var answers = flood.stream().map(CompletableFuture::join).toList();
        HeldResource.LET_GO.drainPermits();
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200, 503);
        var refused = answers.stream().filter(a -> a.statusCode() == 503).toList();
        assertThat(refused).isNotEmpty().allSatisfy(answer -> {
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body()).contains("Too much to do just now");
        });
    }

    /** As programs in Java would by themselves. */
    @Test
    void whoAsksForHttp2CanSendForms() throws Exception {
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        var page = client.send(
                HttpRequest.newBuilder(site.resolve("/test/page")).build(), HttpResponse.BodyHandlers.ofString());
        var cookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];

        var sent = client.send(
                HttpRequest.newBuilder(site.resolve("/theme"))
                        .header("Cookie", cookie)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(cookie + "&theme=dark"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(sent.statusCode()).isEqualTo(303);
    }

    @Test
    void halfSentFormsHoldNoPageUpAndAreEnded() throws Exception {
        List<Socket> half = new ArrayList<>();
        try {
            for (int i = 0; i < HALF_SENT; i++) {
                half.add(halfSent("192.0.2.9"));
            }

            var page =
                    http.send(request("/test/page", "192.0.2.8").GET().build(), HttpResponse.BodyHandlers.ofString());
            var csrf = given().get("/test/page").cookie("csrf-token");
            var form = given().cookie("csrf-token", csrf)
                    .formParam("csrf-token", csrf)
                    .formParam("theme", "dark")
                    .redirects()
                    .follow(false)
                    .post("/theme");

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(form.statusCode()).isEqualTo(303);
            List<String> ends = new ArrayList<>();
            for (var socket : half) {
                ends.add(firstLine(socket));
            }
            assertThat(ends)
                    .allMatch(line -> line.isEmpty() || line.contains(" 408 ") || line.contains(" 503 "))
                    .anyMatch(line -> line.contains(" 408 "));
        } finally {
            for (var socket : half) {
                socket.close();
            }
        }
    }

    private HttpRequest held(String address) {
        return request("/api/test/held", address)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
    }

    private HttpRequest.Builder request(String path, String address) {
        return HttpRequest.newBuilder(site.resolve(path))
                .header("X-Forwarded-For", address)
                .timeout(LONG);
    }

    private Socket halfSent(String address) throws IOException {
        var socket = new Socket(site.getHost(), site.getPort());
        socket.setSoTimeout((int) LONG.toMillis());
        socket.getOutputStream()
                .write(("POST /theme HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: " + address
                                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\ntheme=")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Of the answer; empty where the connection was ended without. */
    private static String firstLine(Socket socket) throws IOException {
        try {
            var bytes = socket.getInputStream().readAllBytes();
            return new String(bytes, StandardCharsets.US_ASCII)
                    .lines()
                    .findFirst()
                    .orElse("");
        } catch (java.net.SocketException reset) {
            return "";
        }
    }

    private static void await(java.util.function.BooleanSupplier condition) {
        var end = System.nanoTime() + LONG.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
    }
}
