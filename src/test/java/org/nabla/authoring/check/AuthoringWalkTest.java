package org.nabla.authoring.check;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.nabla.BrowserTest;
import org.nabla.Browsing;

/** Templates written from nothing in the form alone, by somebody who never sees the text; every entry is counted. */
@QuarkusTest
class AuthoringWalkTest extends BrowserTest {

    private static final int MOST_ENTRIES = 40;

    @Inject
    CheckRunner runner;

    @Inject
    CheckQueue queue;

    @Test
    void lengthOfAHelix() {
        var walk = begin();
        walk.type("title", "Length of a helix");
        walk.choose("skill.0", "VF08");
        walk.type("parameters.0.name", "a");
        walk.type("parameters.0.draw", "2 to 9");
        walk.type("parameters.1.name", "b");
        walk.type("parameters.1.draw", "2 to 9");
        walk.type("parameters.2.name", "n");
        walk.type("parameters.2.draw", "1 to 3");
        walk.type("define.0.name", "L");
        walk.type("define.0.formula", "2*pi*n*sqrt(a^2 + b^2)");
        walk.type(
                "prompt",
                "A wire follows $\\vec r(t) = ({a} \\cos t, {a} \\sin t, {b} t)$ for $0 \\le t \\le {2*pi*n}$. How long is it?");
        walk.type("part.0.value", "L");
        walk.type("part.0.verify", "answer ~ integrate(sqrt((a*sin(t))^2 + (a*cos(t))^2 + b^2), t, 0, 2*pi*n)");
        walk.type("part.0.mistake.0.value", "2*pi*n*a");
        walk.type("part.0.mistake.0.feedback", "That is the length of its shadow, the circle. The wire climbs, too.");
        walk.type("part.0.mistake.1.value", "2*pi*n*(a^2 + b^2)");
        walk.type("part.0.mistake.1.feedback", "That is the square of the speed. Take its root.");
        walk.type("hints.0", "The length is the integral of the speed.");
        walk.type("solution.0", "The speed is $|\\vec r'(t)| = \\sqrt{{a}^2 + {b}^2} = {sqrt(a^2 + b^2)}$.");
        walk.type("solution.1", "It does not change, so the length is speed times time, ${L}$.");
        walk.open("Letters and conditions");
        walk.type("letters", "t");

        walk.passes("Length of a helix");
    }

    @Test
    void nearestPointOfAPlane() {
        var walk = begin();
        walk.type("title", "Foot of a perpendicular");
        walk.choose("skill.0", "VG19");
        walk.choose("level", "3");
        walk.type("parameters.0.name", "n");
        walk.type("parameters.0.draw", "vector 3 integer -3..3 except 0");
        walk.type("parameters.1.name", "Q");
        walk.type("parameters.1.draw", "point 3 integer -3..4");
        walk.type("parameters.2.name", "k");
        walk.type("parameters.2.draw", "-2, -1, 2");
        walk.type("define.0.name", "F");
        walk.type("define.0.formula", "Q + k*n");
        walk.type("define.1.name", "d");
        walk.type("define.1.formula", "dot(n, F)");
        walk.type("prompt", "Which point of the plane ${dot(n, (x, y, z))} = {d}$ is nearest to {Q}?");
        walk.choose("part.0.kind", "point");
        walk.type("part.0.value", "F");
        walk.type("part.0.verify", "dot(n, answer) - d ~ 0\ncross(answer - Q, n) ~ (0, 0, 0)");
        walk.type("part.0.mistake.0.value", "Q - k*n");
        walk.type("part.0.mistake.0.feedback", "You went away from the plane. Put your point into its equation.");
        walk.type("part.0.mistake.1.value", "Q + n");
        walk.type("part.0.mistake.1.feedback", "The direction is right. Choose the multiple that ends in the plane.");
        walk.type("hints.0", "The shortest way to the plane runs along its normal vector.");
        walk.type("solution.0", "The normal vector is {n}, so the point is ${Q} + t\\,{n}$ for some $t$.");
        walk.type("solution.1", "Put into the plane, this gives $t = {k}$: the point is {F}.");
        walk.open("Letters and conditions");
        walk.type("variables", "x, y, z");
        walk.type("require.0", "d != 0 and Q != (0, 0, 0) and F != (0, 0, 0)");

        walk.passes("Foot of a perpendicular");
    }

    @Test
    void whatWasNotSavedOutlivesLeavingAndALostSession() {
        var walk = begin();
        var page = walk.page();
        walk.type("title", "Half written");
        assertThat(page.locator("#yaml")).hasValue(Pattern.compile("title: Half written"));

        page.reload();
        assertThat(page.locator("[name=title]")).hasValue("Half written");
        assertThat(page.locator(".notice")).containsText("is here again");

        page.context()
                .clearCookies(new com.microsoft.playwright.BrowserContext.ClearCookiesOptions().setName("session"));
        page.locator("button[value=save]").first().click();
        assertThat(page.locator("h1")).hasText("You are signed out");
        expectComplaint("401");
        var door = page.context()
                .waitForPage(
                        () -> page.locator("a:text('Sign in on another page')").click());
        door.locator("#login").fill(walk.login());
        door.locator("#password").fill("correct horse battery");
        door.locator("main button").first().click();
        assertThat(door.locator("h1")).not().hasText("Sign in");
        door.close();

        page.locator("button[value=save]").first().dblclick();
        assertThat(page.locator("h1")).hasText("Half written");
        page.reload();
        assertThat(page.locator(".notice:has-text('is here again')")).hasCount(0);
        page.locator("a:text('Earlier versions')").click();
        assertThat(page.locator(".rows a")).hasCount(2);
    }

    @Test
    void theFormFollowsTheTextAndTheTextTheForm() {
        var walk = begin();
        var page = walk.page();
        walk.type("hints.0", "Count: on.");
        assertThat(page.locator("#yaml")).hasValue(Pattern.compile("'Count: on\\.'"));

        page.locator("#as-text > summary").click();
        page.locator(".cm-content").click();
        page.keyboard().press("Control+Home");
        page.keyboard().press("End");
        page.keyboard().type(" of mine");

        assertThat(page.locator("[name=title]")).hasValue("New exercise of mine");
        assertThat(page.locator("[name='hints.0']")).hasValue("Count: on.");
        walk.type("hints.1", "Then add.");
        assertThat(page.locator("#yaml")).hasValue(Pattern.compile("of mine.*Then add", Pattern.DOTALL));
        page.locator("button[value=save]").first().click();
        assertThat(page.locator("h1")).hasText("New exercise of mine");
        assertThat(page.locator("[name='hints.1']")).hasValue("Then add.");
    }

    private Walk begin() {
        var page = open("/sign-up?next=/teach", Look.DESKTOP_LIGHT);
        var login = Browsing.newLogin();
        page.locator("#name").fill("Bob");
        page.locator("#login").fill(login);
        page.locator("#password").fill("correct horse battery");
        page.locator("main button").click();
        assertThat(page.locator("h1")).not().hasText("Sign up");
        Browsing.makeTeacher(login);
        page.navigate(page.url().replaceFirst("(https?://[^/]+).*", "$1/templates"));
        page.locator("main button:text('Write a new one')").click();
        assertThat(page.locator("h1")).hasText("New exercise");
        page.locator(".cm-editor")
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        return new Walk(page, login);
    }

    /** Somebody who writes, with a count of the boxes that they filled or chose. */
    private final class Walk {
        private final Page page;
        private final String login;
        private int entries;

        Walk(Page page, String login) {
            this.page = page;
            this.login = login;
        }

        Page page() {
            return page;
        }

        String login() {
            return login;
        }

        void type(String field, String text) {
            page.locator("[name='" + field + "']").fill(text);
            entries++;
        }

        void choose(String field, String value) {
            page.locator("[name='" + field + "']").selectOption(value);
            entries++;
        }

        void open(String summary) {
            page.locator("summary:text('" + summary + "')").click();
            entries++;
        }

        void passes(String title) {
            assertThat(page.locator("#trial .variant")).hasCount(3);
            page.locator("button[value=check]").first().click();
            assertThat(page.locator("h1")).hasText(title);
            var number = page.url().replaceFirst(".*own-(\\d+).*", "$1");
            runner.run(queue.take(Long.parseLong(number)).orElseThrow());
            page.reload();
            Assertions.assertThat(page.locator("#check").innerText()).contains("passes its checks");
            assertAccessible(page);
            System.out.printf("%s: written in the form with %d entries, no YAML%n", title, entries);
            Assertions.assertThat(entries).isLessThanOrEqualTo(MOST_ENTRIES);
        }
    }
}
