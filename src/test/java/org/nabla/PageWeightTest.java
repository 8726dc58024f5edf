package org.nabla;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a first visit costs over the wire, as the browser itself counts it: compressed, heads included. */
@QuarkusTest
class PageWeightTest extends BrowserTest {
    private static final List<String> MAIN_PAGES = List.of(
            "/",
            "/practice/gradient-at-a-point/3",
            "/practice/draw-the-gradient/3",
            "/practice/parallel-tangent-plane/3",
            "/skills/gradient",
            "/search?q=gradient",
            "/laboratory",
            "/progress");

    private static final String SUM_SHIFTS = """
            window.shifted = 0;
            window.shifters = [];
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries()) {
                if (!entry.hadRecentInput) {
                  window.shifted += entry.value;
                  entry.sources.forEach((s) => window.shifters.push((s.node?.outerHTML ?? s.node?.textContent ?? '').slice(0, 80)));
                }
              }
            }).observe({ type: 'layout-shift', buffered: true });""";

    @ParameterizedTest(name = "{0} is at most {1} KB in {2} requests")
    @CsvSource({
        "/practice/first-partial-derivative/3, 230, 20",
        "/practice/gradient-at-a-point/3, 230, 20",
        "/practice/jacobian-matrix-at-a-point/3, 230, 20",
        "/skills, 250, 15",
        "/, 300, 25"
    })
    void aFirstVisitIsLight(String address, int kilobytes, int requests) {
        var page = newContext(Look.DESKTOP_LIGHT).newPage();
        var wire = page.context().newCDPSession(page);
        var bytes = new AtomicLong();
        var asked = new ArrayList<URI>();
        wire.send("Network.enable");
        wire.on(
                "Network.requestWillBeSent",
                event -> asked.add(
                        URI.create(event.getAsJsonObject("request").get("url").getAsString())));
        wire.on(
                "Network.loadingFinished",
                event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));

        page.navigate(root.resolve(address).toString());
        page.waitForLoadState(LoadState.NETWORKIDLE);

        assertThat(bytes.get() / 1000)
                .as("KB of %s: %s", address, asked)
                .isPositive()
                .isLessThanOrEqualTo(kilobytes);
        assertThat(asked).as("requests").hasSizeLessThanOrEqualTo(requests);
        assertThat(asked).extracting(URI::getHost).as("whose").containsOnly(root.getHost());
    }

    /** What jumps while a page comes together, as Chromium sums it up; at once and not only where a hand has touched it. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(
            value = Look.class,
            names = {"DESKTOP_LIGHT", "PHONE_LIGHT"})
    void nothingJumpsWhileAPageLoads(Look look) {
        var page = newContext(look).newPage();
        page.addInitScript(SUM_SHIFTS);
        for (var address : MAIN_PAGES) {
            page.navigate(root.resolve(address).toString());
            page.waitForLoadState(LoadState.NETWORKIDLE);

            double shift = ((Number) page.evaluate("window.shifted")).doubleValue();
            System.out.printf("shift of %s, %s: %.4f%n", address, look, shift);
            assertThat(shift)
                    .as("layout shift of %s: %s", address, page.evaluate("window.shifters.join('; ')"))
                    .isLessThanOrEqualTo(0.05);
        }
    }
}
