package org.nabla.practice;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nabla.BrowserTest;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.progress.store.ExerciseStore;

/** Practising as people do it: in a browser, with the keyboard, with and without scripts. */
@QuarkusTest
class PracticeBrowserTest extends BrowserTest {
    private static final String ADDRESS = "/practice/first-partial-derivative/3";

    /** As the browser does when a formula is marked and copied. */
    private static final String COPY_A_FORMULA = """
            () => {
              const formula = document.querySelector('.prompt .tex');
              getSelection().selectAllChildren(formula);
              const copy = new ClipboardEvent('copy', {
                clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
              formula.dispatchEvent(copy);
              getSelection().removeAllRanges();
              return copy.clipboardData.getData('text/plain');
            }""";

    @Inject
    ExerciseStore exercises;

    @Test
    void anAnswerIsReadWhileItIsTypedAndCheckedWithoutAReload() {
        var page = open(ADDRESS, Look.DESKTOP_LIGHT);
        page.evaluate("window.stayed = true");

        page.locator("[name=answer-a]").fill("2x y^2");
        assertThat(page.locator("#reading-a .katex")).isVisible();

        page.locator("[name=answer-a]").fill(key());
        page.keyboard().press("Enter");

        assertThat(page.locator(".verdict.correct")).containsText("Right.");
        assertThat(page.evaluate("window.stayed")).isEqualTo(true);
        assertThat((String) page.evaluate(COPY_A_FORMULA)).isNotBlank().doesNotContain("\\");
        assertAccessible(page);
    }

    @Test
    void aMistakeStandsBesideItsBoxAndWhatWasTypedStays() {
        var page = open(ADDRESS, Look.PHONE_DARK);

        page.locator("[name=answer-a]").fill("x + 1");
        page.getByText("Check", new Page.GetByTextOptions().setExact(true)).click();

        assertThat(page.locator("#verdict-a .verdict.wrong")).isVisible();
        assertThat(page.locator("[name=answer-a]")).hasValue("x + 1");
        assertAccessible(page);
    }

    @Test
    void whatCannotBeReadIsMarkedWhileItIsTyped() {
        var page = open(ADDRESS, Look.DESKTOP_DARK);

        page.locator("[name=answer-a]").fill("2x + k");

        assertThat(page.locator("#reading-a mark")).hasText("k");
        assertThat(page.locator("#reading-a")).containsText("There is no k here");
    }

    @Test
    void theKeyboardAloneIsEnough() {
        var page = open(ADDRESS, Look.DESKTOP_LIGHT);
        page.locator("[name=answer-a]").focus();

        page.keyboard().type("x");
        page.keyboard().press("Enter");
        assertThat(page.locator(".verdict.wrong")).isVisible();
        page.locator("button[name=hints]").focus();
        page.keyboard().press("Enter");

        assertThat(page.locator(".hints li")).hasCount(1);
        assertThat(page.locator("[name=answer-a]")).hasValue("x");
    }

    @Test
    void reloadAndBackKeepVerdictHintsAndWorkedWay() {
        var page = open(ADDRESS, Look.PHONE_LIGHT);
        page.locator("[name=answer-a]").fill("x + 1");
        page.keyboard().press("Enter");
        assertThat(page.locator(".verdict.wrong")).isVisible();
        page.locator("button[name=hints]").click();
        assertThat(page.locator(".hints li")).hasCount(1);
        page.locator("button[name=solution]").click();
        assertThat(page.locator(".steps li").first()).isVisible();

        for (var move : List.<Runnable>of(page::reload, () -> {
            page.navigate(root.resolve("/about").toString());
            page.goBack();
        })) {
            move.run();

            assertThat(page.locator(".verdict.wrong")).isVisible();
            assertThat(page.locator("[name=answer-a]")).hasValue("x + 1");
            assertThat(page.locator(".hints li")).hasCount(1);
            assertThat(page.locator(".steps li")).hasCount(exercise().solution().size());
        }
    }

    @Test
    void everythingWorksWithoutScripts() {
        var page = openWithoutScript(ADDRESS);

        assertThat(page.locator(".prompt math").first()).isVisible();
        page.locator("[name=answer-a]").fill(key());
        page.locator("button.primary").click();
        assertThat(page.locator(".verdict.correct")).containsText("Right.");
        page.locator("button[name=solution]").click();

        assertThat(page.locator(".steps li")).hasCount(exercise().solution().size());
        assertThat(page.locator("[name=answer-a]")).hasValue(key());
    }

    private Exercise exercise() {
        return exercises
                .find(new ExerciseId("first-partial-derivative"), new Seed(3))
                .orElseThrow()
                .exercise();
    }

    private String key() {
        return exercise().parts().get(0).answer().value().get(0);
    }
}
