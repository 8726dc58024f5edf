package org.nabla.lti.launch;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.nabla.lti.TestPlatform.LEARNER;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nabla.BrowserTest;
import org.nabla.lti.TestPlatform;

/**
 * Nabla in the frame of a platform on another site, in a browser that keeps third-party cookies from everybody. The platform is at
 * {@code localhost}, Nabla at {@code 127.0.0.1}: for a browser these are two sites.
 */
@QuarkusTest
class FrameBrowserTest extends BrowserTest {

    private final TestPlatform platform = new TestPlatform();
    private final String person = UUID.randomUUID().toString();
    private Browser strict;
    private BrowserContext context;

    @BeforeEach
    void begin() {
        platform.register();
        platform.on("/authorize", this::authorize);
        platform.on("/course", exchange -> html(exchange, course("")));
        platform.on("/storing-course", exchange -> html(exchange, course("&lti_storage_target=_parent") + STORE));
        strict = newBrowser(List.of("--test-third-party-cookie-phaseout"));
        context = strict.newContext();
    }

    @AfterEach
    void end() {
        strict.close();
        platform.close();
    }

    /** What a platform does that stores for its tools, by the standard's messages. */
    private static final String STORE = """
            <script>
              const kept = new Map();
              addEventListener('message', ({ data, source, origin }) => {
                const id = data.message_id;
                if (data.subject === 'lti.put_data') {
                  kept.set(origin + data.key, data.value);
                  source.postMessage({ subject: 'lti.put_data.response', message_id: id, key: data.key, value: data.value }, origin);
                } else if (data.subject === 'lti.get_data') {
                  source.postMessage({ subject: 'lti.get_data.response', message_id: id, key: data.key, value: kept.get(origin + data.key) }, origin);
                }
              });
            </script>""";

    private String course(String more) {
        return "<title>Calculus there</title><iframe name=tool width=1000 height=800 src=\"%s\"></iframe>"
                .formatted(login(more).replace("&", "&amp;"));
    }

    private String login(String more) {
        return tool() + "/lti/login?iss=" + encode(platform.issuer) + "&client_id=" + TestPlatform.CLIENT
                + "&login_hint=1&target_link_uri=" + encode(target()) + more;
    }

    private String tool() {
        return "http://127.0.0.1:" + root.getPort();
    }

    private String target() {
        return tool() + "/account";
    }

    /** Where the platform says who it is; the person presses on. */
    private void authorize(HttpExchange exchange) throws IOException {
        var asked = TestPlatform.query(exchange.getRequestURI().toString());
        var message = platform.message(person, LEARNER, target(), asked);
        message.body.context.id = person;
        html(
                exchange,
                "<form method=post action=\"%s\"><input type=hidden name=id_token value=\"%s\"><input type=hidden name=state value=\"%s\"><button>Go</button></form>"
                        .formatted(asked.get("redirect_uri"), TestPlatform.sign(message), message.state));
    }

    private static void html(HttpExchange exchange, String text) throws IOException {
        var bytes = ("<!DOCTYPE html><html lang=en><meta charset=utf-8>" + text).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Page open(String path) {
        var page = context.newPage();
        page.navigate(platform.root + path);
        return page;
    }

    private static FrameLocator frame(Page page) {
        return page.frameLocator("iframe[name=tool]");
    }

    private static void go(FrameLocator frame) {
        frame.locator("button", new FrameLocator.LocatorOptions().setHasText("Go"))
                .click();
    }

    @Test
    void thisBrowserKeepsThirdPartyCookiesFromFrames() {
        try (var other = new TestPlatform()) {
            other.on("/set", exchange -> {
                exchange.getResponseHeaders().add("Set-Cookie", "plain=1; Path=/; Secure; SameSite=None");
                exchange.getResponseHeaders().add("Set-Cookie", "split=1; Path=/; Secure; SameSite=None; Partitioned");
                html(exchange, "<a href=/see>See</a>");
            });
            other.on(
                    "/see",
                    exchange ->
                            html(exchange, "<p>" + exchange.getRequestHeaders().getFirst("Cookie") + "</p>"));
            var there = other.root.replace("localhost", "127.0.0.1");
            platform.on("/outer", exchange -> html(exchange, "<iframe name=tool src=" + there + "/set></iframe>"));

            var frame = frame(open("/outer"));
            frame.locator("a").click();

            assertThat(frame.locator("p")).hasText("split=1");
        }
    }

    @Test
    void aLaunchInAFrameHoldsWithoutThirdPartyCookies() {
        var frame = frame(open("/course"));
        go(frame);

        assertThat(frame.locator("#name")).hasValue("Person " + person);
        frame.locator("#name").fill("Ada in a frame");
        frame.locator("form[action$='/details'] button").click();
        assertThat(frame.locator("#name")).hasValue("Ada in a frame");
        assertThat(frame.locator(".head-who")).containsText("Ada in a frame");
        assertThat(context.cookies().stream().filter(cookie -> cookie.name.equals("session")))
                .isEmpty();
        assertThat(context.cookies().stream().filter(cookie -> cookie.name.equals("framed-session")))
                .allSatisfy(cookie -> {
                    assertThat(cookie.partitionKey).contains("localhost");
                    assertThat(cookie.secure).isTrue();
                    assertThat(cookie.httpOnly).isTrue();
                })
                .hasSize(1);
    }

    @Test
    void whereNoCookieIsKeptThePlatformKeepsTheSecret() {
        var frame = frame(open("/storing-course"));
        assertThat(frame.locator("button", new FrameLocator.LocatorOptions().setHasText("Go")))
                .isVisible();
        context.clearCookies();
        go(frame);

        assertThat(frame.locator("#name")).hasValue("Person " + person);
    }

    @Test
    void whereNothingIsKeptAWindowOfItsOwnOpens() {
        var page = open("/course");
        var frame = frame(page);
        assertThat(frame.locator("button")).isVisible();
        context.clearCookies();
        go(frame);

        var window = page.waitForPopup(() -> frame.locator("a.primary").click());
        window.locator("button", new Page.LocatorOptions().setHasText("Go")).click();

        assertThat(window.locator("#name")).hasValue("Person " + person);
        assertThat(window.url()).startsWith(tool() + "/account");
    }

    @Test
    void aSiteThatIsNoPlatformShowsNothing() {
        try (var stranger = new TestPlatform()) {
            stranger.on("/course", exchange -> html(exchange, course("")));
            var page = context.newPage();
            page.navigate(stranger.root + "/course");

            assertThatThrownBy(() -> page.frame("tool").navigate(tool() + "/practice"))
                    .hasMessageContaining("ERR_BLOCKED_BY_RESPONSE");
            page.navigate(platform.root + "/course");
            assertThat(page.frame("tool").navigate(tool() + "/practice").status())
                    .as("in the frame of a platform")
                    .isEqualTo(200);
        }
    }
}
