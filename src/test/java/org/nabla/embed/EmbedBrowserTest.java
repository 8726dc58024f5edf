package org.nabla.embed;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.nabla.BrowserTest;

/** A page of another origin shows an exercise, if it may; its readers answer in it. */
@QuarkusTest
class EmbedBrowserTest extends BrowserTest {
    private static final int ALLOWED = 8766;
    private static final int STRANGE = 8767;

    private @Nullable HttpServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    /** A page around the exercise, as {@code /embed} says. @return its address */
    private String around(int port, String exercise) throws IOException {
        var site = root.toString().replaceFirst("/$", "");
        var page = """
                <!DOCTYPE html><html lang="en"><head><title>Blog</title><link rel="icon" href="data:,">
                <style>body{margin:0}</style></head><body>
                <iframe src="%s/embed/%s" title="Exercise" style="width:100%%;height:9rem;border:0"></iframe>
                <script src="%s/embed/frame.js"></script></body></html>""".formatted(site, exercise, site);
        var created = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        server = created;
        created.createContext("/", exchange -> {
            var bytes = page.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        created.start();
        return "http://localhost:" + port + "/";
    }

    private static double height(Page page) {
        return page.locator("iframe").boundingBox().height;
    }

    /** Whether the frame is as high as what is in it, once it has told. */
    private static void fits(Page page) {
        page.waitForCondition(() -> {
            var inside = page.frames().get(1).evaluate("() => document.body.getBoundingClientRect().height");
            return Math.abs(((Number) inside).doubleValue() - height(page)) <= 2;
        });
    }

    @Test
    void aReaderAnswersInThePageOfAnotherSiteByKeyboardAndTheHeightFollows() throws IOException {
        var page = openIn(newContext(Look.DESKTOP_LIGHT), around(ALLOWED, "first-partial-derivative/3"));
        var frame = page.frameLocator("iframe");
        assertThat(frame.locator(".prompt")).isVisible();
        fits(page);
        var before = height(page);

        frame.locator("#answer-a").focus();
        page.keyboard().type("17");
        page.keyboard().press("Enter");
        assertThat(frame.locator(".verdict")).isVisible();
        assertThat(frame.locator(".verdict")).hasClass(java.util.regex.Pattern.compile(".*wrong.*"));
        fits(page);
        assertThat(height(page)).isGreaterThan(before);

        frame.locator("button[name=open]").focus();
        page.keyboard().press("Space");
        assertThat(frame.locator(".solution")).isVisible();
        fits(page);
        assertThat(page.context().cookies()).isEmpty();
    }

    @Test
    void itFitsATelephoneAndIsDarkWhereTheReaderWishes() throws IOException {
        var page = openIn(newContext(Look.NARROW), around(ALLOWED, "jacobian-matrix-at-a-point/3"));
        fits(page);
        assertThat((Boolean) page.frames().get(1).evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isTrue();
        page.close();
        stop();

        page = openIn(newContext(Look.PHONE_DARK), around(ALLOWED, "gradient-at-a-point/3"));
        fits(page);
        var ground = page.frames().get(1).evaluate("() => getComputedStyle(document.documentElement).colorScheme");
        assertThat(ground.toString()).isEqualTo("dark");
    }

    @Test
    void aSiteThatIsNotAllowedShowsNothing() throws IOException {
        var page = openIn(newContext(Look.DESKTOP_LIGHT), around(STRANGE, "first-partial-derivative/3"));

        assertThat(page.frameLocator("iframe").locator(".prompt")).hasCount(0);
        assertThat(height(page)).isEqualTo(144);
        expectComplaint("frame-ancestors");
    }
}
