package org.nabla.gradebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nabla.BrowserTest;
import org.nabla.Browsing;
import org.nabla.classroom.Lesson;

/** What teachers gain from scripts. */
@QuarkusTest
class ClassroomBrowserTest extends BrowserTest {
    @Test
    void aPreviewOpensInPlace() {
        var lesson = new Lesson();
        var set = lesson.set("gradient-at-a-point");
        var page = visit(lesson.bob, set, Look.DESKTOP_LIGHT);

        page.locator(".set-lines summary").first().click();

        page.locator(".set-lines .variants .katex").first().waitFor();
        assertThat(page.locator(".set-lines .variants > li").count()).isEqualTo(3);
        assertAccessible(page);
    }

    private Page visit(Browsing who, String address, Look look) {
        var first = open("/sign-in", look);
        var context = first.context();
        context.addCookies(List.of(new Cookie("session", who.cookie("session")).setUrl(first.url())));
        first.close();
        return openIn(context, address);
    }
}
