package org.nabla.authoring;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
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
