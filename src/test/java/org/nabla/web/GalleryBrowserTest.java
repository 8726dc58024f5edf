package org.nabla.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.nabla.BrowserTest;

/** What every page shares, in a browser. */
@QuarkusTest
class GalleryBrowserTest extends BrowserTest {

    private static final int TARGET = 24;

    @Test
    void aPageIsAccessibleAndNeverWiderThanItsWindow() {
        assertGoodInEveryLook(open("/gallery", Look.DESKTOP_LIGHT));
    }

    @Test
    void formulasAreTypesetAndKeepMathMlForScreenReaders() {
        var page = open("/gallery", Look.DESKTOP_LIGHT);

        assertThat(page.locator(".prompt .katex-html").count()).isEqualTo(3);
        assertThat(page.locator(".prompt .katex-mathml math").count()).isEqualTo(3);
        assertThat(page.locator(".katex-error").count()).isZero();
    }

    @Test
    void withoutScriptThePageSaysTheSame() {
        var page = openWithoutScript("/gallery");

        assertThat(page.locator("figure svg.plot").first().isVisible()).isTrue();
        assertThat(page.locator(".prompt .tex > math").count()).isEqualTo(3);
        assertThat(page.locator(".prompt math mfrac msqrt").count()).isOne();
        assertThat(page.locator("[data-copy-link]").isVisible()).isFalse();
    }

    @Test
    void theThemeIsTurnedWithoutReloadAndKept() {
        var page = open("/gallery", Look.DESKTOP_LIGHT);
        var before = background(page);

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Switch to dark colors"))
                .click();
        var after = background(page);
        page.reload();

        assertThat(after).isNotEqualTo(before);
        assertThat(background(page)).isEqualTo(after);
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Switch to light colors"))
                        .count())
                .isOne();
    }

    @Test
    void theKeyboardReachesEverythingAndSeesWhereItIs() {
        var page = open("/gallery", Look.DESKTOP_LIGHT);
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");

        var seen = 0;
        for (var last = ""; !last.equals("BODY") && seen < 80; seen++) {
            assertThat(page.evaluate("""
                            () => { const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
                                    const top = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2);
                                    return s.outlineStyle !== 'none' && r.bottom > 0 && r.top < innerHeight
                                        && (e.contains(top) || top?.contains(e)) }"""))
                    .as("focus on %s", page.evaluate("document.activeElement.outerHTML.slice(0, 120)"))
                    .isEqualTo(true);
            page.keyboard().press("Tab");
            last = (String) page.evaluate("document.activeElement.tagName");
        }
        assertThat(seen).isGreaterThan(25);
    }

    @Test
    void whatIsPressedIsLargeEnough() {
        var page = open("/gallery", Look.PHONE_LIGHT);

        for (var target : page.locator("button:visible, input:visible, summary:visible, .head a, .foot a")
                .all()) {
            var box = target.boundingBox();
            if (box.x >= 0 && box.y >= 0) {
                assertThat(Math.min(box.width, box.height)).as(html(target)).isGreaterThanOrEqualTo(TARGET);
            }
        }
    }

    @Test
    void entriesOfAVectorAreFilledInWithArrowKeys() {
        var page = open("/gallery", Look.DESKTOP_LIGHT);
        var box = page.locator("#box-a");

        page.locator("button[aria-label^='Fill in']").click();
        page.keyboard().press("Control+A");
        page.keyboard().type("1/2");
        page.keyboard().press("ArrowRight");
        page.keyboard().type("x y");

        assertThat(box.inputValue()).isEqualTo("(1/2, x y)");
        page.keyboard().press("Escape");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("box-a");
    }

    @Test
    void theFormulaEditorWritesIntoTheBoxAndOutlivesACheck() {
        var page = open("/gallery", Look.DESKTOP_LIGHT);
        page.locator("#box-a").fill("");
        page.locator(".box button[aria-label='Formula editor']").click();
        page.locator("math-field:focus").waitFor();

        page.locator("math-field").pressSequentially("x/2");
        // The editor passes on what was typed a moment later.
        PlaywrightAssertions.assertThat(page.locator("#box-a")).hasValue(Pattern.compile(".*\\\\frac.*x.*2.*"));

        page.waitForResponse(
                "**/gallery",
                () -> page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Check"))
                        .click());
        page.locator("math-field").waitFor();
        assertThat(page.locator(".box button").count()).isEqualTo(2);
        assertAccessible(page);
    }

    @Test
    void whatWasTypedOutlivesAReload() {
        var page = open("/gallery", Look.DESKTOP_LIGHT);
        page.locator("#box-a").fill("(3, 4");

        page.route("**/gallery", route -> {
            var answer = route.fetch();
            var html = answer.text().replace("value=\"(10, -2\"", "value=\"\"");
            route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(html));
        });
        page.reload();

        assertThat(page.locator("#box-a").inputValue()).isEqualTo("(3, 4");
    }

    @Test
    void figuresComeToLifeByKeyboardAndButtons() {
        var page = open("/gallery", Look.DESKTOP_LIGHT);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Explore this figure"))
                .click();
        page.locator("figure .jxgbox svg").waitFor();
        assertThat(page.locator(".figure-tools output").textContent()).isEqualTo("(0.0, 0.0)");

        var surface = page.locator("figure[data-figure=space]");
        surface.scrollIntoViewIfNeeded();
        surface.locator(".turns").waitFor();
        var before = html(surface.locator("svg.plot"));
        surface.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Turn left"))
                .click();
        page.waitForCondition(() -> !html(surface.locator("svg.plot")).equals(before));
        assertAccessible(page);
    }

    @Test
    void theFirstVisitIsLight() {
        var page = open("/gallery", Look.DESKTOP_LIGHT);
        var sizes = (List<?>) page.evaluate("""
                () => performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))
                        .filter(e => !/space|flat|editor/.test(e.name)).map(e => e.transferSize)""");

        assertThat(sizes.stream().mapToInt(s -> ((Number) s).intValue()).sum()).isBetween(100_000, 300_000);
    }

    private static Object background(Page page) {
        return page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
    }

    private static String html(Locator target) {
        return (String) target.evaluate("e => e.outerHTML");
    }
}
