package org.nabla;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a first visit costs over the wire, as the browser itself counts it: compressed, heads included. */
@QuarkusTest
class PageWeightTest extends BrowserTest {

    @ParameterizedTest(name = "{0} is at most {1} KB in {2} requests")
    @CsvSource({
        "/practice/first-partial-derivative/3, 300, 20",
        "/practice/jacobian-matrix-at-a-point/3, 300, 20",
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
}
