package org.nabla.progress.history;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.nabla.BrowserTest;

/** The history as people read it: as cards on a phone, by their own clock. */
@QuarkusTest
class ProgressBrowserTest extends BrowserTest {
    private static final String EXERCISE = "/practice/first-partial-derivative/3";
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH);

    @Test
    void timesAreThoseOfTheReadersOwnClock() {
        var kolkata = newContext(Look.PHONE_LIGHT, "Asia/Kolkata");
        var page = openIn(kolkata, EXERCISE);
        page.locator("[name=answer-a]").fill("x + 1");
        page.locator("[name=answer-a]").press("Enter");
        assertThat(page.locator(".verdict")).isVisible();

        var progress = openIn(kolkata, "/progress");

        var time = progress.locator(".history time");
        var at = Instant.parse(time.getAttribute("datetime"));
        assertThat(time).hasText(WHEN.format(at.atZone(ZoneId.of("Asia/Kolkata"))));
    }

    @Test
    void withoutAScriptTheZoneIsNamed() {
        var page = openWithoutScript(EXERCISE);
        page.locator("[name=answer-a]").fill("x + 1");
        page.locator("[name=answer-a]").press("Enter");

        page.navigate(page.url().replaceFirst("/practice/.*", "/progress"));

        assertThat(page.locator(".history time").textContent()).endsWith(" UTC");
    }

    @Test
    void onAPhoneEachAnswerIsACardOfThePagesWidth() {
        var page = open(EXERCISE, Look.PHONE_LIGHT);
        page.locator("[name=answer-a]").fill("x + 1");
        page.locator("[name=answer-a]").press("Enter");
        assertThat(page.locator(".verdict")).isVisible();

        page.navigate(page.url().replaceFirst("/practice/.*", "/progress"));

        var row = page.locator(".history tr").boundingBox();
        var cells = page.locator(".history td").all().stream()
                .map(Locator::boundingBox)
                .filter(box -> box.width > 0)
                .toList();
        assertThat(cells).isNotEmpty().allSatisfy(box -> {
            assertThat(box.x).isGreaterThanOrEqualTo(0);
            assertThat(box.x + box.width).isLessThanOrEqualTo(390);
            assertThat(box.y + box.height).isLessThanOrEqualTo(row.y + row.height + 1);
        });
        assertThat((Boolean) page.evaluate(
                        "[...document.querySelectorAll('.table-scroll')].every(t => t.scrollWidth <= t.clientWidth)"))
                .as("nothing has to be scrolled sideways")
                .isTrue();
        assertGoodInEveryLook(page);
    }
}
