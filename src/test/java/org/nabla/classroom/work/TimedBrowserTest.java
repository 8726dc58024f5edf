package org.nabla.classroom.work;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nabla.BrowserTest;
import org.nabla.Browsing;
import org.nabla.classroom.Lesson;

/** The time that is left, as it is seen and heard, and boxes that nothing loses. */
@QuarkusTest
class TimedBrowserTest extends BrowserTest {
    private Browsing ada;
    private String problem;

    @BeforeEach
    void adaHasStarted() {
        var lesson = new Lesson();
        ada = lesson.learner("Ada");
        var address = lesson.assign(lesson.set("first-partial-derivative"), Map.of("minutes", "45"));
        ada.post(address + "/start");
        problem = address + "/problems/1";
    }

    @Test
    void theTimeIsCountedAndTwoWarningsAreSaid() {
        var context = ofAda(Look.PHONE_LIGHT);
        context.clock().install();
        var page = openIn(context, problem);
        var clock = page.locator("#time-left");
        assertThat(clock.locator(".digits")).hasText(Pattern.compile("4[45]:\\d\\d"));
        assertGoodInEveryLook(page);

        page.clock().fastForward("39:00");
        assertThat(clock.locator("[data-warning=polite]")).isEmpty();
        page.clock().fastForward("01:10");
        assertThat(clock.locator("[data-warning=polite]")).hasText("Five minutes left.");
        assertThat(clock.locator("[data-warning=assertive]")).isEmpty();
        assertThat(clock.locator(".digits")).hasText(Pattern.compile("4:\\d\\d"));
        page.clock().fastForward("03:50");
        assertThat(clock.locator("[data-warning=assertive]")).hasText("One minute left.");
        assertThat(clock).hasClass(Pattern.compile(".*last.*"));
        page.locator("[name=answer-a]").fill("x + 3");
        page.clock().fastForward("02:00");
        assertThat(clock).containsText("The time is over. What stands in the boxes is handed in.");
        assertThat(page.locator("[name=answer-a]")).not().isEditable();
    }

    @Test
    void whatIsTypedIsThereAgainOnAnotherDeviceAndAfterALostConnection() {
        var context = ofAda(Look.DESKTOP_LIGHT);
        var page = openIn(context, problem);
        var kept = page.waitForResponse(
                "**/draft", () -> page.locator("[name=answer-a]").fill("x^2"));
        assertThat(kept.status()).isEqualTo(204);
        assertThat(page.locator("[data-without-script]")).isHidden();

        assertThat(openIn(ofAda(Look.PHONE_DARK), problem).locator("[name=answer-a]"))
                .hasValue("x^2");
        page.reload();
        assertThat(page.locator("[name=answer-a]")).hasValue("x^2");

        page.evaluate(
                "() => { const real = fetch; let lost = 2;"
                        + " window.fetch = (...of) => String(of[0]).endsWith('/draft') && lost-- > 0 ? Promise.reject(new TypeError('away')) : real(...of); }");
        var late = page.waitForResponse("**/draft", () -> {
            page.locator("[name=answer-a]").fill("x^2 + 7 y");
            assertThat(page.locator("[data-kept]")).containsText("No connection just now");
        });
        assertThat(late.status()).isEqualTo(204);
        assertThat(page.locator("[data-kept]")).containsText("is kept as you type it");
        assertThat(ada.page(problem).select("[name=answer-a]").val()).isEqualTo("x^2 + 7 y");
    }

    @Test
    void whatDidNotArriveOutlivesAReload() {
        var page = openIn(ofAda(Look.DESKTOP_LIGHT), problem);
        page.evaluate("() => { const real = fetch;"
                + " window.fetch = (...of) => String(of[0]).endsWith('/draft')"
                + " ? Promise.reject(new TypeError('away')) : real(...of); }");
        page.locator("[name=answer-a]").fill("x^3 - y");
        assertThat(page.locator("[data-kept]")).containsText("No connection just now");

        page.waitForResponse("**/draft", page::reload);

        assertThat(page.locator("[name=answer-a]")).hasValue("x^3 - y");
        assertThat(ada.page(problem).select("[name=answer-a]").val()).isEqualTo("x^3 - y");
    }

    @Test
    void aSessionThatEndsInTheMiddleLosesNothing() {
        var context = ofAda(Look.PHONE_LIGHT);
        var page = openIn(context, problem);
        context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("session"));

        page.locator("[name=answer-a]").fill("x^4 + y");

        assertThat(page.locator("[data-kept]")).containsText("You are signed out here meanwhile");
        assertGoodInEveryLook(page);
        page.reload();
        page.locator("#login").fill(ada.login());
        page.locator("#password").fill("correct horse battery");
        page.waitForResponse(
                "**/draft", () -> page.locator("main button:text('Sign in')").click());
        assertThat(page.locator("[name=answer-a]")).hasValue("x^4 + y");
        assertThat(page.locator("#time-left .digits")).hasText(Pattern.compile("4[345]:\\d\\d"));
        assertThat(ada.page(problem).select("[name=answer-a]").val()).isEqualTo("x^4 + y");
    }

    private BrowserContext ofAda(Look look) {
        var context = newContext(look);
        context.addCookies(List.of(new Cookie("session", ada.cookie("session")).setUrl(root.toString())));
        return context;
    }
}
