package org.nabla.bench.pages;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/** A learner with an account and a browser. */
final class Learner {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI root;
    private final String address;
    private final Map<String, String> cookies = new ConcurrentSkipListMap<>();

    /** @param number tells learners apart, in their addresses too: sign-ups of one address are limited */
    Learner(URI root, int number) throws IOException, InterruptedException {
        this.root = root;
        this.address = "10.1." + number / 250 + "." + (1 + number % 250);
        get("/sign-up");
        var name = "ada" + number;
        var page = post(
                "/sign-up",
                Map.of(
                        "name",
                        name,
                        "login",
                        name,
                        "password",
                        UUID.randomUUID().toString()));
        if (page.statusCode() != 303) {
            throw new IllegalStateException("no account: " + page.statusCode() + " " + page.body());
        }
    }

    String get(String path) throws IOException, InterruptedException {
        var answer = send(request(path).GET().build());
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** Where a page leads on to. */
    String location(String path) throws IOException, InterruptedException {
        var answer = send(request(path).GET().build());
        if (answer.statusCode() != 303) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.headers()
                .firstValue("Location")
                .map(to -> URI.create(to).getRawPath())
                .orElse("");
    }

    HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        var all = new LinkedHashMap<>(fields);
        all.put("csrf-token", cookies.getOrDefault("csrf-token", ""));
        var form = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    }

    /** As a page with scripts sends it. */
    String change(String path, Map<String, String> fields) throws IOException, InterruptedException {
        var answer = post(path, fields);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(root.resolve(path))
                .header("X-Forwarded-For", address)
                .header("HX-Request", "true");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        var answer = CLIENT.send(request, BodyHandlers.ofString());
        for (var line : answer.headers().allValues("Set-Cookie")) {
            var cookie = line.substring(0, line.indexOf(';') < 0 ? line.length() : line.indexOf(';'));
            cookies.put(cookie.substring(0, cookie.indexOf('=')), cookie.substring(cookie.indexOf('=') + 1));
        }
        return answer;
    }
}
