package org.nabla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Opens pages in a real Chromium: subclasses are {@code @QuarkusTest}s. After each test nothing may have complained in the
 * console, and nothing may have been asked of a third party. Without a Chromium the tests are skipped, loudly; in CI they fail.
 */
@Execution(ExecutionMode.SAME_THREAD)
public abstract class BrowserTest {

    /** The window and the colours in which a page is looked at. */
    public enum Look {
        DESKTOP_LIGHT(1280, 900, ColorScheme.LIGHT),
        DESKTOP_DARK(1280, 900, ColorScheme.DARK),
        PHONE_LIGHT(390, 844, ColorScheme.LIGHT),
        PHONE_DARK(390, 844, ColorScheme.DARK),
        /** What 400 % zoom leaves of a window 1280 wide; the width that WCAG 1.4.10 asks for. */
        NARROW(320, 640, ColorScheme.LIGHT);

        final int width;
        final int height;
        final ColorScheme colours;

        Look(int width, int height, ColorScheme colours) {
            this.width = width;
            this.height = height;
            this.colours = colours;
        }
    }

    static final String NO_BROWSER =
            "NO CHROMIUM FOUND: browser tests are skipped. Install one, or name it in NABLA_CHROMIUM.";

    /** A machine that does much else at the same time is slow, not wrong. */
    private static final double PATIENCE_MILLISECONDS = 120_000;

    /** Colours half-way from one look to the next are those of neither. */
    static final String ALL_TURNED = """
            () => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn))).then(() =>
                    document.getAnimations().filter(a => a instanceof CSSTransition).forEach(a => a.finish()))""";

    private static final String AXE = script("/axe.min.js");

    /** Of a page that was looked through already: what depends on colors and on the width of the window. */
    private static final String LOOK_AGAIN = """
            () => axe.run(document, {
                runOnly: {type: 'rule', values: ['color-contrast', 'target-size', 'link-in-text-block', 'scrollable-region-focusable']},
                resultTypes: ['violations'], preload: false, iframes: false
            }).then(found => found.violations.map(
                v => v.id + ': ' + v.nodes.map(n => n.html + ' ' + n.failureSummary).join('; ')))""";

    private static final String LOOK_THROUGH = """
            () => axe.run(document, {
                runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']},
                resultTypes: ['violations'], preload: false, iframes: false
            }).then(found => found.violations.map(
                v => v.id + ': ' + v.nodes.map(n => n.html + ' ' + n.failureSummary).join('; ')))""";

    /** At least ten seconds of drawing. */
    private static final int MOST_FRAMES = 1_200;

    /** The same browser without its windows and settings: a fifth less work for the same pages. */
    private static final String SHELL = "/usr/bin/chromium-headless-shell";

    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--hide-scrollbars",
            // Without this all pages are painted by an imitation of a graphics card, at twice the work.
            "--disable-gpu");

    private static Optional<Browser> browser = Optional.empty();

    @TestHTTPResource
    protected URI root;

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final Set<BrowserContext> withoutScript = new HashSet<>();
    /** How many requests each page waits for. */
    private final Map<Page, AtomicInteger> underWay = new HashMap<>();

    private final List<String> complaints = new ArrayList<>();
    private final List<String> strangers = new ArrayList<>();

    @BeforeEach
    void aBrowserIsThere() {
        if (browser.isEmpty()) {
            browser = chromium(Stream.concat(Stream.of(SHELL), PLACES.stream())).map(BrowserTest::launch);
        }
        if (browser.isEmpty()) {
            System.getLogger(BrowserTest.class.getName()).log(System.Logger.Level.WARNING, NO_BROWSER);
            assertThat(System.getenv("CI")).as(NO_BROWSER).isNull();
            assumeTrue(false, NO_BROWSER);
        }
    }

    @AfterEach
    void nothingComplainedAndNoStrangerWasAsked() {
        contexts.forEach(BrowserContext::close);
        assertThat(complaints).as("errors in the console").isEmpty();
        assertThat(strangers).as("requests to third parties").isEmpty();
    }

    /** Another browser, with all that settings can do and more flags; the test closes it, and looks itself at what its pages complain of. */
    protected static Browser newBrowser(List<String> flags) {
        return chromium(PLACES.stream())
                .map(executable -> start(
                        executable,
                        Stream.concat(FLAGS.stream(), flags.stream()).toList()))
                .orElseThrow();
    }

    /** A page of ours, as a newcomer sees it; loaded when this returns. */
    protected final Page open(String address, Look look) {
        return openIn(context(look, true), address);
    }

    /** A browser window of its own, for {@link #openIn}. */
    protected final BrowserContext newContext(Look look) {
        return context(look, true);
    }

    /** The same of a visitor whose clock shows the time of a zone. */
    protected final BrowserContext newContext(Look look, String zone) {
        return context(look, true, zone);
    }

    /** The same where no script runs. */
    protected final Page openWithoutScript(String address) {
        return openIn(context(Look.DESKTOP_LIGHT, false), address);
    }

    /** Another page of the same visitor. */
    protected final Page openIn(BrowserContext context, String address) {
        var page = newPage(context);
        goTo(page, address);
        return page;
    }

    /** An empty page of the same visitor, for {@link #goTo}. */
    protected final Page newPage(BrowserContext context) {
        var page = context.newPage();
        page.onConsoleMessage(m -> Optional.of(m)
                .filter(c -> c.type().equals("error"))
                .ifPresent(c -> complaints.add(c.text() + " at " + c.location())));
        page.onPageError(complaints::add);
        page.onRequest(request -> Optional.of(URI.create(request.url()))
                .filter(uri -> uri.getHost() != null && !root.getHost().equals(uri.getHost()))
                .ifPresent(uri -> strangers.add(uri.toString())));
        var count = new AtomicInteger();
        page.onRequest(request -> count.incrementAndGet());
        page.onRequestFinished(request -> count.decrementAndGet());
        page.onRequestFailed(request -> count.decrementAndGet());
        underWay.put(page, count);
        return page;
    }

    /** Leads a page of {@link #newPage} elsewhere; loaded when this returns. */
    protected final void goTo(Page page, String address) {
        page.navigate(root.resolve(address).toString());
        if (!withoutScript.contains(page.context())) {
            settle(page, underWay.getOrDefault(page, new AtomicInteger()));
        }
    }

    /** Until what fonts and scripts asked for is there and drawn. Playwright's own wait takes half a second a page. */
    private static void settle(Page page, AtomicInteger underWay) {
        for (var frames = 0; frames < MOST_FRAMES; frames += 2) {
            page.evaluate("""
                    () => document.fonts.ready.then(
                            () => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn))))""");
            if (underWay.get() <= 0) {
                return;
            }
        }
        throw new AssertionError(page.url() + " is never complete");
    }

    /**
     * The page is accessible and no wider than its window, in every look. It is loaded once and turned round: where what it
     * loads depends on the window, open it in each look.
     */
    protected static void assertGoodInEveryLook(Page page) {
        var lookedThrough = false;
        for (var look : Look.values()) {
            page.setViewportSize(look.width, look.height);
            page.emulateMedia(new EmulateMediaOptions().setColorScheme(look.colours));
            page.evaluate(ALL_TURNED);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                    .as("overflow of %s, %s", page.url(), look)
                    .isLessThanOrEqualTo(0);
            if (lookedThrough) {
                assertAccessibleToo(page);
            } else {
                assertAccessible(page);
                lookedThrough = true;
            }
        }
    }

    /** What axe finds against WCAG 2.2 AA: nothing. A page learns axe once, and tells only what is wrong. */
    protected static void assertAccessible(Page page) {
        page.evaluate(ALL_TURNED);
        if (!(Boolean) page.evaluate("'axe' in window")) {
            page.evaluate(AXE);
        }
        assertThat((List<?>) page.evaluate(LOOK_THROUGH))
                .as("axe on %s", page.url())
                .isEmpty();
    }

    /** What axe finds in another look of a page that {@link #assertAccessible} has looked through. */
    protected static void assertAccessibleToo(Page page) {
        assertThat((List<?>) page.evaluate(LOOK_AGAIN))
                .as("axe on %s", page.url())
                .isEmpty();
    }

    /** An error that a test provokes on purpose, such as the status of a refused request. */
    protected final void expectComplaint(String part) {
        assertThat(complaints.removeIf(c -> c.contains(part))).as(part).isTrue();
    }

    /** A script of the class path, to be run in a page. */
    static String script(String name) {
        try (var file = BrowserTest.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BrowserContext context(Look look, boolean script) {
        return context(look, script, "UTC");
    }

    private BrowserContext context(Look look, boolean script, String zone) {
        var context = browser.orElseThrow()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(look.width, look.height)
                        .setColorScheme(look.colours)
                        .setTimezoneId(zone)
                        .setJavaScriptEnabled(script)
                        .setPermissions(List.of("clipboard-read", "clipboard-write")));
        context.setDefaultTimeout(PATIENCE_MILLISECONDS);
        contexts.add(context);
        if (!script) {
            withoutScript.add(context);
        }
        return context;
    }

    private static Optional<Path> chromium(Stream<String> places) {
        return Stream.concat(Stream.ofNullable(System.getenv("NABLA_CHROMIUM")), places)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Shared by all test classes of the run; it ends with the run. */
    private static Browser launch(Path executable) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLISECONDS);
        return start(executable, FLAGS);
    }

    private static Browser start(Path executable, List<String> flags) {
        return Playwright.create()
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(executable).setArgs(flags));
    }
}
