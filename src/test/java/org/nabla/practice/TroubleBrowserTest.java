package org.nabla.practice;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.BrowserTest;
import org.nabla.Browsing;
import org.nabla.classroom.Lesson;

/** What goes wrong between a page and the server costs nobody what they typed; and the keyboard alone is enough throughout. */
@QuarkusTest
class TroubleBrowserTest extends BrowserTest {
    private static final String ADDRESS = "/practice/first-partial-derivative/3";

    @Test
    void withoutAConnectionTheAnswerStaysAndIsSentByItselfOnceThereIsOne() {
        var page = open(ADDRESS, Look.PHONE_LIGHT);
        var box = page.locator("[name=answer-a]");
        box.fill("x + 1");
        assertThat(page.locator("#reading-a")).containsText("Read as");
        page.context().setOffline(true);

        box.press("Enter");

        assertThat(page.locator(".trouble")).containsText("The server cannot be reached");
        assertThat(box).hasValue("x + 1");
        assertAccessible(page);

        page.context().setOffline(false);

        assertThat(page.locator(".verdict.wrong")).isVisible();
        assertThat(page.locator(".trouble")).hasCount(0);
        expectComplaint("ERR_INTERNET_DISCONNECTED");
        expectComplaint("Failed to fetch");
    }

    @Test
    void whatTheServerCannotTakeJustNowIsSentAgainByItself() {
        var page = open(ADDRESS, Look.PHONE_LIGHT);
        var refusals = new AtomicInteger(2);
        page.route("**" + ADDRESS, route -> {
            if (route.request().method().equals("POST") && refusals.getAndDecrement() > 0) {
                route.fulfill(new Route.FulfillOptions()
                        .setStatus(503)
                        .setHeaders(Map.of("Retry-After", "1"))
                        .setContentType("text/html")
                        .setBody("<div class=\"errors\" role=\"alert\"><p>Back in a moment.</p></div>"));
            } else {
                route.resume();
            }
        });

        var box = page.locator("[name=answer-a]");
        box.fill("x + 1");
        box.press("Enter");

        assertThat(page.locator(".trouble"))
                .containsText("Back in a moment. What you typed is kept here and sent again");
        assertThat(box).hasValue("x + 1");
        assertThat(page.locator(".verdict.wrong")).isVisible();
        assertThat(page.locator(".trouble")).hasCount(0);
        expectComplaint("503");
    }

    @Test
    void aFormThatIsTooOldKeepsItsTextOverTheReload() {
        var page = open(ADDRESS, Look.DESKTOP_LIGHT);
        var box = page.locator("[name=answer-a]");
        box.fill("x + 1");
        assertThat(page.locator("#reading-a")).containsText("Read as");
        page.context().clearCookies();

        box.press("Enter");
        assertThat(page.locator(".trouble")).containsText("open for very long");
        assertThat(box).hasValue("x + 1");
        page.getByText("Load the page again").click();

        assertThat(page.locator(".trouble")).hasCount(0);
        assertThat(box).hasValue("x + 1");
        box.press("Enter");
        assertThat(page.locator(".verdict.wrong")).isVisible();
        expectComplaint("400");
    }

    @Test
    void whatTakesLongerThanAMomentIsSeenToBeUnderWay() {
        var page = open(ADDRESS, Look.DESKTOP_DARK);
        var held = new ArrayList<Route>();
        page.route("**" + ADDRESS, route -> {
            if (route.request().method().equals("POST")) {
                held.add(route);
            } else {
                route.resume();
            }
        });

        page.locator("[name=answer-a]").fill("x + 1");
        page.locator("[name=answer-a]").press("Enter");
        assertThat(page.locator(".waiting")).hasText("checking …");
        held.forEach(Route::resume);

        assertThat(page.locator(".verdict.wrong")).isVisible();
        assertThat(page.locator(".waiting")).hasCount(0);
    }

    @Test
    void whoWasSignedOutMeanwhileIsToldThatTheAnswerIsKept() {
        var page = open("/sign-up?next=" + ADDRESS, Look.PHONE_DARK);
        page.locator("#name").fill("Ada");
        page.locator("#login").fill(Browsing.newLogin());
        page.locator("#password").fill("correct horse battery");
        page.locator("main button").click();
        page.waitForURL("**" + ADDRESS);
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("session"));

        page.locator("[name=answer-a]").fill("x + 1");
        page.locator("[name=answer-a]").press("Enter");

        assertThat(page.locator(".verdict.wrong")).isVisible();
        assertThat(page.locator("#work")).containsText("You are signed out here meanwhile. Your answer is kept");
        assertAccessible(page);
    }

    /** Where an earlier answer stands in the same box on the page that comes, and where nothing is typed but chosen. */
    @ParameterizedTest
    @CsvSource({"first-partial-derivative, [name=answer-a]", "choose-the-polar-region, [name=answer-a] >> nth=2"})
    void whoWasSignedOutInAnAssignmentFindsTheNewAnswerAgain(String template, String field) {
        var login = Browsing.newLogin();
        var ada = Browsing.start();
        ada.signUp("Ada", login, "correct horse battery");
        var lesson = new Lesson();
        var problem = lesson.assign(lesson.set(template), Map.of()) + "/problems/1";
        lesson.join(ada);
        if (field.endsWith("]")) {
            Lesson.answer(ada, problem, "17");
        }
        var context = newContext(Look.PHONE_LIGHT);
        context.addCookies(List.of(new Cookie("session", ada.cookie("session")).setUrl(root.toString())));
        var page = openIn(context, problem);
        context.clearCookies(new BrowserContext.ClearCookiesOptions().setName("session"));

        set(page.locator(field), "x + 2");
        page.locator("#answer > .actions button").first().click();
        assertThat(page.locator(".trouble")).containsText("You are signed out here meanwhile");
        set(page.locator(field), "x + 3");
        page.locator(".trouble a").click();
        page.locator("#login").fill(login);
        page.locator("#password").fill("correct horse battery");
        page.locator("main button").click();

        assertThat(page.locator("#answer")).containsText("You are signed in again");
        if (field.endsWith("]")) {
            assertThat(page.locator(field)).hasValue("x + 3");
        } else {
            assertThat(page.locator(field)).isChecked();
        }
        assertThat(page.locator(".verdict")).hasCount(0);
        assertAccessible(page);
        page.locator("#answer > .actions button").first().click();
        assertThat(page.locator(".verdict").first()).isVisible();
    }

    private static void set(Locator box, String typed) {
        if ("radio".equals(box.getAttribute("type"))) {
            box.check();
        } else {
            box.fill(typed);
        }
    }

    @Test
    void aVerdictIsReportedByKeyboardAlone() {
        var page = open(ADDRESS, Look.DESKTOP_LIGHT);

        tabTo(page, "Skip to the page");
        page.keyboard().press("Enter");
        tabTo(page, "answer-a");
        page.keyboard().type("x + 1");
        page.keyboard().press("Enter");
        assertThat(page.locator(".verdict.wrong")).isVisible();
        tabTo(page, "I think I am right");
        page.keyboard().press("Enter");
        tabTo(page, "note");
        page.keyboard().type("Both are the same.");
        tabTo(page, "Report the verdict");
        page.keyboard().press("Enter");

        assertThat(page.locator("#report")).containsText("Filed.");
        assertThat(page.locator("#report .notice")).isFocused();
        assertThat(page.locator("[name=answer-a]")).hasValue("x + 1");
        assertAccessible(page);
        tabTo(page, "Another one like it");
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.endsWith("/3"));
    }

    @Test
    void ownDataIsDownloadedWithAWordOnTheWay() {
        var page = open(ADDRESS, Look.DESKTOP_LIGHT);
        page.locator("[name=answer-a]").fill("x + 1");
        page.locator("[name=answer-a]").press("Enter");
        assertThat(page.locator(".verdict.wrong")).isVisible();
        page.navigate(page.url().replace(ADDRESS, "/account/data"));

        var download =
                page.waitForDownload(() -> page.getByText("Download everything").click());

        assertThat(download.suggestedFilename()).matches("nabla-\\d{4}-\\d\\d-\\d\\d\\.zip");
        assertThat(page.locator("#said")).hasText("Your file is among your downloads.");
    }

    /** Tab after Tab, as somebody does who sees where they are. */
    private static void tabTo(Page page, String target) {
        for (var i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            var here = (String)
                    page.evaluate("document.activeElement.name + ' ' + document.activeElement.textContent.trim()");
            if (here.startsWith(target + " ") || here.endsWith(target)) {
                return;
            }
        }
        throw new AssertionError("no Tab leads to " + target);
    }
}
