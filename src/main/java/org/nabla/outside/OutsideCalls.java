package org.nabla.outside;

import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Asks other servers, within limits: public addresses, so much time, so many bytes, few redirects, each of them looked at like
 * the first address.
 */
@Singleton
public class OutsideCalls {
    private static final int MOST_REDIRECTS = 3;

    private final AddressGuard guard;
    private final HttpClient client;
    private final Duration timeout;
    private final int mostBytes;

    OutsideCalls(AddressGuard guard, OutsideConfig config, Vertx vertx) {
        this.guard = guard;
        this.timeout = config.timeout();
        this.mostBytes = config.mostBytes();
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(timeout.toMillis()))
                .setDecompressionSupported(false) // a small packet could hold a huge text
                .setKeepAlive(false));
    }

    /** What is asked. An empty body is none. */
    public record Question(String method, String address, Map<String, String> headers, String body) {
        public static Question get(String address, Map<String, String> headers) {
            return new Question("GET", address, headers, "");
        }

        public static Question post(String address, Map<String, String> headers, String body) {
            return new Question("POST", address, headers, body);
        }
    }

    /** What came back, whatever its status. */
    public record Answer(int status, String body, MultiMap headers) {
        public boolean isGood() {
            return status >= 200 && status < 300;
        }

        public List<String> header(String name) {
            return headers.getAll(name);
        }

        private Optional<String> redirect() {
            return status >= 300 && status < 400 ? Optional.ofNullable(headers.get("Location")) : Optional.empty();
        }
    }

    /**
     * Asks and waits. Only a GET follows redirects.
     *
     * @throws OutsideException where no whole answer came
     */
    public Answer ask(Question question) {
        var address = question.address();
        long end = System.nanoTime() + timeout.toNanos();
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            var answer = once(question, guard.check(address), end);
            var redirect = answer.redirect();
            if (redirect.isEmpty()) {
                return answer;
            }
            if (!question.method().equals("GET")) {
                throw new OutsideException(
                        "The other server sends on to another address, which Nabla does not follow here.");
            }
            address = resolve(address, redirect.get());
        }
        throw new OutsideException("The other server sends from one address to the next without end.");
    }

    private static String resolve(String from, String to) {
        try {
            return URI.create(from).resolve(to).toString();
        } catch (IllegalArgumentException e) {
            throw new OutsideException("The other server sends on to something that is no address.", e);
        }
    }

    private Answer once(Question question, AddressGuard.Target target, long end) {
        var open = new AtomicReference<HttpClientRequest>();
        var options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(question.method()))
                .setHost(target.host())
                .setPort(target.port())
                .setSsl(target.tls())
                .setURI(pathOf(target.uri()))
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(target.address(), target.port())));
        question.headers().forEach(options::putHeader);
        var answer = client.request(options)
                .compose(request -> {
                    open.set(request);
                    // Before anything is sent: an answer that comes at once must find somebody who reads it.
                    var whole = request.response().compose(this::read);
                    var sent = question.body().isEmpty() ? request.end() : request.end(Buffer.buffer(question.body()));
                    return sent.compose(done -> whole);
                })
                .toCompletionStage()
                .toCompletableFuture();
        try {
            return answer.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            hangUp(open);
            throw new OutsideException(
                    "The other server took more than " + timeout.toSeconds() + " seconds to answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            hangUp(open);
            throw new OutsideException("The other server was not waited for.", e);
        } catch (ExecutionException e) {
            hangUp(open);
            if (e.getCause() instanceof OutsideException known) {
                throw known;
            }
            throw new OutsideException("The other server at " + target.host() + " could not be reached.", e);
        }
    }

    private io.vertx.core.Future<Answer> read(HttpClientResponse response) {
        var whole = Promise.<Answer>promise();
        var body = Buffer.buffer();
        response.handler(part -> {
            if (body.length() + part.length() > mostBytes) {
                whole.tryFail(new OutsideException(
                        "The other server answered with more than " + mostBytes / 1024 + " KB, which is too much."));
                response.request().reset();
            } else {
                body.appendBuffer(part);
            }
        });
        response.exceptionHandler(whole::tryFail);
        response.endHandler(end -> whole.tryComplete(
                new Answer(response.statusCode(), body.toString(StandardCharsets.UTF_8), response.headers())));
        return whole.future();
    }

    private static void hangUp(AtomicReference<HttpClientRequest> open) {
        var request = open.get();
        if (request != null) {
            request.reset();
        }
    }

    private static String pathOf(URI uri) {
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
