package org.nabla.practice;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.nabla.BrowserTest;

/** Figures in space: turned by keyboard, by mouse, by finger and by buttons, and back; there without script as well. */
@QuarkusTest
class SpaceFigureBrowserTest extends BrowserTest {
    private static final String HELIX = "/practice/tangent-normal-binormal-of-a-helix/3";
    private static final String FLUX = "/practice/flux-through-a-paraboloid/3";

    @Test
    void theArrowKeysTurnItAndHomeBringsBackWhatTheServerDrew() {
        var page = open(HELIX, Look.DESKTOP_LIGHT);
        var figure = turning(page);
        var first = drawing(figure);

        figure.locator(".turns").focus();
        page.keyboard().press("ArrowRight");
        turned(page, figure, first);
        var second = drawing(figure);
        page.keyboard().press("ArrowUp");
        turned(page, figure, second);
        page.keyboard().press("Home");

        page.waitForCondition(() -> drawing(figure).equals(first));
        assertAccessible(page);
    }

    @Test
    void aTabLeavesIt() {
        var page = open(HELIX, Look.DESKTOP_LIGHT);
        var figure = turning(page);

        figure.locator(".turns").focus();
        page.keyboard().press("Tab");

        assertThat(figure.getByLabel("Turn left")).isFocused();
    }

    @Test
    void aMouseTurnsItAndAButtonBringsItBack() {
        var page = open(FLUX, Look.DESKTOP_DARK);
        var figure = turning(page);
        var first = drawing(figure);
        var box = figure.locator("svg.plot").boundingBox();

        page.mouse().move(box.x + box.width / 2, box.y + box.height / 2);
        page.mouse().down();
        page.mouse().move(box.x + box.width / 2 + 60, box.y + box.height / 2 + 30);
        turned(page, figure, first);
        page.mouse().up();
        var left = drawing(figure);
        page.mouse().move(box.x + box.width / 2 - 60, box.y + box.height / 2);
        figure.getByTitle("First view").click();

        page.waitForCondition(() -> drawing(figure).equals(first));
        assertThat(left).isNotEqualTo(first);
        assertAccessible(page);
    }

    @Test
    void onAPhoneItsButtonsStandInOneRowAndTurnIt() {
        var page = open(FLUX, Look.PHONE_DARK);
        var figure = turning(page);
        var first = drawing(figure);

        figure.getByLabel("Tilt up").click();

        turned(page, figure, first);
        assertThat(figure.locator(".figure-tools .button")).hasCount(5);
        var top = figure.locator(".figure-tools .button").first().boundingBox().y;
        var last = figure.locator(".figure-tools .button").last().boundingBox().y;
        assertThat(last).isEqualTo(top);
        assertGoodInEveryLook(page);
    }

    @Test
    void withoutScriptTheDrawingAndItsWordsAreThere() {
        var page = openWithoutScript(FLUX);
        var figure = page.locator("figure[data-figure=space]").first();

        assertThat(figure.locator("svg.plot path.pin").first()).isVisible();
        assertThat(figure.locator("figcaption")).containsText("the field");
        assertThat(figure.locator("button")).hasCount(0);
    }

    private static Locator turning(Page page) {
        var figure = page.locator(".exercise figure[data-figure=space]").first();
        figure.scrollIntoViewIfNeeded();
        figure.locator(".turns").waitFor();
        return figure;
    }

    private static String drawing(Locator figure) {
        return figure.locator("svg.plot").innerHTML();
    }

    private static void turned(Page page, Locator figure, String before) {
        page.waitForCondition(() -> !drawing(figure).equals(before));
    }
}
