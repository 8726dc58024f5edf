package org.nabla.authoring;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.nabla.BrowserTest;
import org.nabla.Browsing;

@QuarkusTest
class EditorBrowserTest extends BrowserTest {

    @Test
    void variantsAndErrorsFollowWhatIsTyped() {
        var page = open("/sign-up?next=/teach", Look.DESKTOP_LIGHT);
        begin(page);
        page.locator("#as-text > summary").click();
        var editor = page.locator(".cm-content");
        editor.waitFor();
        assertThat(page.locator(".variant")).hasCount(3);
        assertAccessible(page);

        editor.click();
        page.keyboard().press("Control+End");
        page.keyboard().type("\nnonsense: 1");

        assertThat(page.locator("#trial .errors li")).containsText("the key nonsense is unknown here");
        assertThat(page.locator(".cm-lintRange-error")).hasCount(1);
        page.keyboard().press("Control+z");
        assertThat(page.locator("#trial .errors")).hasCount(0);
        page.keyboard().press("Tab");
        assertThat(editor).not().isFocused();
        page.locator("button[value=save]").first().click();
        assertThat(page.locator(".notice")).hasText(Pattern.compile("Saved\\."));
    }

    @Test
    void whatMayStandHereIsOffered() {
        var page = open("/sign-up?next=/teach", Look.DESKTOP_LIGHT);
        begin(page);
        page.locator("#as-text > summary").click();
        var editor = page.locator(".cm-content");
        for (var offer : List.of(
                new Offer("title: Slope", "fig", "figure", "figure:"),
                new Offer("value: at(f, x, p)", "feed", "feedback", "feedback:"),
                new Offer("slope: at(diff", "c: nor", "norm", "c: norm("),
                new Offer("p: integer", "q: integ", "integer", "q: integer"),
                new Offer("verify:", "kind: vec", "vector", "kind: vector"))) {
            editor.locator(".cm-line")
                    .filter(new Locator.FilterOptions().setHasText(offer.below()))
                    .click();
            page.keyboard().press("End");
            page.keyboard().press("Enter");
            page.keyboard().type(offer.typed());
            var option = page.locator(".cm-tooltip-autocomplete li")
                    .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + offer.option())))
                    .first();
            option.click();
            assertThat(page.locator(".cm-activeLine")).containsText(offer.line());
        }
    }

    /**
     * @param below the line below which it is typed
     * @param line what stands there when the offer was taken
     */
    private record Offer(String below, String typed, String option, String line) {}

    @Test
    void whatWasNotSavedIsThereAgain() {
        var page = open("/sign-up?next=/teach", Look.DESKTOP_LIGHT);
        begin(page);
        var address = page.url();
        page.locator("#f-title").fill("Steepness of a parabola");
        assertThat(page.locator("#yaml")).hasValue(Pattern.compile("title: Steepness"));

        page.navigate(address.replaceFirst("/templates/.*", "/templates"));
        page.navigate(address);

        assertThat(page.locator("main > .notice")).containsText("not saved is here again");
        assertThat(page.locator("#f-title")).hasValue("Steepness of a parabola");
        page.locator("main > .notice button").click();
        assertThat(page.locator("#f-title")).hasValue("Slope of a parabola at a point");
    }

    /** Of the forms that keep nothing of their own, the browser asks before one of them is left. */
    @Test
    void whoLeavesAFormWithoutSavingIsAsked() {
        var page = open("/sign-up?next=/teach", Look.DESKTOP_LIGHT);
        begin(page);
        var address = page.url();
        page.navigate(address.replaceFirst("/templates/.*", "/courses/new"));
        var asked = new ArrayList<String>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.accept();
        });
        page.locator("#title").fill("Calculus III");
        page.locator("main form .button.primary").click();
        assertThat(page.locator("h1")).hasText("Calculus III");
        page.navigate(page.url().replaceFirst("\\?.*", "") + "/settings");
        page.locator("#title").pressSequentially(", group 2");

        page.locator("header a:text('Templates')").click();

        assertThat(page.locator("h1")).hasText("Templates");
        Assertions.assertThat(asked).containsExactly("beforeunload");
        page.locator("header a:text('Skills')").click();
        assertThat(page.locator("h1")).hasText("Skills");
        Assertions.assertThat(asked).hasSize(1);
    }

    @Test
    void theEditorWorksWithoutScripts() {
        var page = openWithoutScript("/sign-up?next=/teach");
        begin(page);

        page.locator("#as-text > summary").click();
        page.locator("#yaml").fill(page.locator("#yaml").inputValue().replace("level: 1", "level: 9"));
        page.locator("button[value=preview]").first().click();

        assertThat(page.locator("#trial .errors li")).containsText("expected a whole number from 1 to 5");
        assertThat(page.locator("#yaml")).hasValue(Pattern.compile("level: 9"));
    }

    private static void begin(Page page) {
        page.locator("#name").fill("Bob");
        var login = Browsing.newLogin();
        page.locator("#login").fill(login);
        page.locator("#password").fill("correct horse battery");
        page.locator("main button").click();
        assertThat(page.locator("h1")).hasText("Teaching");
        Browsing.makeTeacher(login);
        page.reload();
        page.locator("header a:text('Templates')").click();
        assertThat(page.locator("h1")).hasText("Templates");
        page.locator("main button:text('Begin with a small one')").click();
        assertThat(page.locator("h1")).hasText("Slope of a parabola at a point");
    }
}
