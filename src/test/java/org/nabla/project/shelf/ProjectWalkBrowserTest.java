package org.nabla.project.shelf;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nabla.BrowserTest;
import org.nabla.project.notebook.NumPy;
import org.nabla.project.template.ProjectPlan;
import org.nabla.project.template.Step;

/**
 * A whole project in a browser: a program downloads the Python file of its own data, fills in the functions, runs it, and types
 * what it prints. It knows nothing of the keys.
 */
@QuarkusTest
class ProjectWalkBrowserTest extends BrowserTest {
    @Inject
    Projects projects;

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"gradient-check", "two-layer-network"})
    void aProgramOfTheLearnersFindsItsWayToTheEnd(String id) {
        assumeFalse(NumPy.installed().isEmpty(), "there is no Python with NumPy here");
        var plan = projects.find(id).orElseThrow();
        var page = open("/projects/" + id, Look.DESKTOP_LIGHT);
        page.getByText("Start with data of your own").click();
        assertThat(page.locator("form#answer")).isVisible();
        var printed = printed(plan, page);
        for (var step : plan.steps()) {
            assertThat(page.locator(".stages a[aria-current]"))
                    .hasAttribute("href", Pattern.compile("/run/" + step.id() + "$"));
            answer(page, step, printed);
            assertThat(page.locator("#work .verdict")).hasClass(Pattern.compile("correct"));
            page.locator(".after .actions .primary").click();
        }
        assertThat(page.locator("h1")).hasText("What you have built");
        assertThat(page.locator(".project-picture")).hasCount(plan.pictures().size());
        assertThat(page.locator("pre")).isVisible();
    }

    /** What the file says once the learner has written the functions. */
    private static Map<String, String> printed(ProjectPlan plan, Page page) {
        var program =
                text(page.waitForDownload(() -> page.getByText("Python file").click()));
        for (var step : plan.steps()) {
            var python = step.python().filter(p -> p.function().isPresent());
            if (python.isPresent()) {
                var head = python.get().function().orElseThrow();
                var name = head.substring("def ".length(), head.indexOf('('));
                var line = "    raise NotImplementedError(\"" + name + "\")  # your code takes the place of this line";
                assertThat(program).contains(line);
                program = program.replace(
                        line, python.get().body().stripTrailing().indent(4).stripTrailing());
            }
        }
        return NumPy.values(NumPy.output(NumPy.installed().get(0), program));
    }

    private static String text(Download download) {
        try {
            return Files.readString(download.path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(Page page, Step step, Map<String, String> printed) {
        if (step.answer().options().isEmpty()) {
            var typed = printed.getOrDefault(
                    step.id(), String.join(", ", step.answer().value()));
            page.locator("#answer-a").fill(typed);
        } else {
            page.locator(".choices label")
                    .filter(new Locator.FilterOptions()
                            .setHasText(step.answer().value().get(0)))
                    .locator("input")
                    .first()
                    .check();
        }
        page.locator(".answer .actions .button").first().click();
    }
}
