package org.nabla;

import io.quarkus.runtime.QuarkusApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The command {@code rehearse}: starts the site in a folder that is removed again, looks at what somebody sees first, answers an
 * exercise, and ends. A virtual machine that was started with {@code -XX:ArchiveClassesAtExit} then keeps the classes that a start
 * needs, and the next one takes them from there.
 */
final class Rehearsal implements QuarkusApplication {
    private static final String EXERCISE = "/practice/gradient-at-a-point/0";
    private static final List<String> PAGES =
            List.of("/", "/practice", "/skills/map", "/progress", "/search?q=gradient", "/sign-in", "/help", EXERCISE);

    private static final Pattern HIDDEN = Pattern.compile("name=\"(csrf-token|submission)\" value=\"([^\"]*)\"");
    private static final Pattern BOX = Pattern.compile("name=\"(answer-[^\"]+)\"");
    private static final int GOOD = 200;
    private static final int MOVED = 303;

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    /** Whether these are arguments for it. */
    static boolean isOne(String... arguments) {
        return arguments.length == 1 && arguments[0].equals("rehearse");
    }

    /** @param site starts the site, and returns when it has ended */
    static void run(Runnable site) {
        try {
            var data = Files.createTempDirectory("nabla-rehearsal");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(data), "rehearsal end"));
            System.setProperty("nabla.data", data.toString());
            System.setProperty("quarkus.http.host", "127.0.0.1");
            System.setProperty("quarkus.http.port", "0");
            System.setProperty("quarkus.management.port", "0");
            System.setProperty("quarkus.log.level", "WARN"); // no password of an operator who never was
            site.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int run(String... arguments) throws IOException, InterruptedException {
        var port = ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class);
        var root = URI.create("http://127.0.0.1:" + port);
        var page = "";
        for (var path : PAGES) {
            page = seen(HttpRequest.newBuilder(root.resolve(path)).build());
        }
        seen(HttpRequest.newBuilder(root.resolve(EXERCISE))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", root.toString())
                .POST(BodyPublishers.ofString(answer(page)))
                .build());
        return 0;
    }

    private String seen(HttpRequest request) throws IOException, InterruptedException {
        var response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() != GOOD && response.statusCode() != MOVED) {
            throw new IllegalStateException(request.uri() + " gave " + response.statusCode());
        }
        return response.body();
    }

    /** What the form on the page sends when somebody writes 1 into each box. */
    private static String answer(String page) {
        var hidden = HIDDEN.matcher(page).results().map(field -> field.group(1) + "=" + encoded(field.group(2)));
        var boxes = BOX.matcher(page).results().map(field -> field.group(1) + "=1");
        return Stream.concat(hidden, boxes).distinct().collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            System.err.println(folder + " is left: " + e.getMessage());
        }
    }
}
