package org.nabla.practice;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.nabla.BrowserTest;

/** Figures as answer boxes: by keyboard, by mouse, and by the text box that they fill in. */
@QuarkusTest
class FigureAnswerBrowserTest extends BrowserTest {

    @Test
    void anArrowIsDrawnByKeyboardAndReadLikeTypedText() {
        var page = open("/practice/draw-the-gradient/3", Look.DESKTOP_LIGHT);
        var box = page.locator("[name=answer-a]");

        page.locator(".grip").focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowUp");

        assertThat(box).hasValue("(2, 1)");
        assertThat(page.locator(".figure-tools output")).hasText("(2, 1)");
        assertThat(page.locator("#reading-a .katex")).isVisible();
        assertAccessible(page);

        box.fill("(-1, 1/2)");
        assertThat(page.locator(".figure-tools output")).hasText("(−1, 0.5)");
    }

    @Test
    void aPointIsPlacedByATapOnAPhone() {
        var page = open("/practice/place-the-critical-point/3", Look.PHONE_DARK);

        page.locator(".figure-frame svg.plot").click(new Locator.ClickOptions().setPosition(80, 90));

        assertThat(page.locator("[name=answer-a]")).hasValue(Pattern.compile("\\(-?\\d, -?\\d\\)"));
        page.getByLabel("Move right").click();
        assertThat(page.locator(".grip:not(.unset)")).isVisible();
        assertAccessible(page);
    }

    /** Where somebody sees region B and nothing else under the pointer. */
    private static final String POINT_OF_B = """
            () => {
                const box = document.querySelector('.area[data-option=B]').getBoundingClientRect();
                for (let i = 1; i < 40; i++) {
                    for (let j = 1; j < 40; j++) {
                        const at = [box.left + (box.width * i) / 40, box.top + (box.height * j) / 40];
                        if (document.elementFromPoint(...at)?.dataset.option === 'B') return at;
                    }
                }
                throw new Error('region B is nowhere on top');
            }""";

    @Test
    void aRegionThatIsClickedChoosesItsOption() {
        var page = open("/practice/choose-the-polar-region/1", Look.DESKTOP_DARK);

        page.locator(".area[data-option=B]").scrollIntoViewIfNeeded();
        var inside = (List<?>) page.evaluate(POINT_OF_B);
        page.mouse().click(((Number) inside.get(0)).doubleValue(), ((Number) inside.get(1)).doubleValue());
        assertThat(page.getByLabel("B", new Page.GetByLabelOptions().setExact(true)))
                .isChecked();

        page.getByLabel("E", new Page.GetByLabelOptions().setExact(true)).check();
        assertThat(page.locator(".exercise > .figure .area.chosen")).hasAttribute("data-option", "E");
        assertAccessible(page);
    }

    @Test
    void theStartOfAPathMovesUnderTheArrowKeysAndTheAddressKeepsIt() {
        var page = open("/laboratory?f=bowl&start=(2,%20-1)&rate=0.1&steps=5", Look.DESKTOP_LIGHT);

        page.locator(".grip").focus();
        page.keyboard().press("ArrowLeft");

        assertThat(page.locator("#start")).hasValue("(1.9, -1)");
        assertThat(page.locator("tbody tr").first()).containsText("(1.9, −1)");
        assertThat(page).hasURL(Pattern.compile("start=%281\\.9"));
        assertThat(page.locator(".grip")).isFocused();
        page.getByText("Back", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".walk output")).containsText("Step 4 of 5");
        assertAccessible(page);
    }
}
