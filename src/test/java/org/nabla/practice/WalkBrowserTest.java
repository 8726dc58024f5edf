package org.nabla.practice;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.BrowserTest;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.exercise.generator.AnswerMaker;
import org.nabla.progress.store.ExerciseStore;

/**
 * A newcomer's way through practice in a real browser, from the first click on, as somebody who is always right, often wrong, or
 * always wrong. {@code -Dnabla.long=true} goes forty exercises far instead of a few.
 */
@QuarkusTest
class WalkBrowserTest extends BrowserTest {
    private static final int EXERCISES = Boolean.getBoolean("nabla.long") ? 40 : 5;

    @Inject
    ExerciseStore exercises;

    /** One exercise of the way. */
    private record Taken(String address, String template, String skill, boolean right, boolean stuck, String next) {}

    @ParameterizedTest(name = "right in {0} of ten")
    @CsvSource({"10, DESKTOP_LIGHT", "6, PHONE_LIGHT", "0, PHONE_DARK"})
    void practiceLeadsSomewhere(int ofTen, Look look) {
        var chance = new Random(ofTen);
        var page = openIn(newContext(look), "/");
        page.getByText("Practice", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        page.getByText("Start practicing").click();

        var walk = new ArrayList<Taken>();
        while (walk.size() < EXERCISES) {
            walk.add(one(page, chance.nextInt(10) < ofTen));
            goOn(page);
        }
        walk.forEach(taken -> System.out.printf(
                "%2d of ten: %s %s %s%s | %s%n",
                ofTen,
                taken.right ? "right" : "wrong",
                taken.skill,
                taken.address,
                taken.stuck ? " STUCK" : "",
                taken.next));

        assertThat(walk.stream().map(Taken::address)).doesNotHaveDuplicates();
        for (var i = 2; i < walk.size(); i++) {
            var three = walk.subList(i - 2, i + 1).stream().map(Taken::template).distinct();
            assertThat(three.count())
                    .as("not the same template three times, at %s", i)
                    .isGreaterThan(1);
        }
        var skills = walk.stream().map(Taken::skill).distinct().count();
        assertThat(skills).isGreaterThanOrEqualTo(ofTen == 10 ? EXERCISES / 2 : Math.max(2, EXERCISES / 5));
    }

    private Taken one(Page page, boolean right) {
        var address = URI.create(page.url()).getPath();
        var cells = address.split("/");
        var exercise = exercises
                .find(new ExerciseId(cells[2]), new Seed(Long.parseLong(cells[3])))
                .orElseThrow()
                .exercise();
        for (var part : exercise.parts()) {
            fill(page, part, right);
        }
        page.locator("#answer > .actions button").first().click();
        assertThat(page.locator("#work .verdict").first()).isVisible();
        var correct = page.locator("#work .verdict:not(.correct)").count() == 0;
        assertThat(correct)
                .as("%s, %s", address, page.locator("#work .verdict").allTextContents())
                .isEqualTo(right);
        assertThat((Boolean) page.evaluate(IN_SIGHT))
                .as("the verdict of " + address + " is in sight")
                .isTrue();
        var filled = page.locator("#work .button.primary:visible").allTextContents();
        if (right) {
            assertThat(filled)
                    .as("one filled button after a right answer, at " + address)
                    .hasSize(1);
        }
        var next = page.locator("section.next").allTextContents();
        return new Taken(
                address,
                cells[2],
                exercise.skills().get(0),
                right,
                page.getByText("three times in a row").count() > 0,
                next.isEmpty() ? "" : next.get(0).strip().replaceAll("\\s+", " "));
    }

    private static final String IN_SIGHT = """
            () => [...document.querySelectorAll('#work .verdict')].some(verdict => {
              const box = verdict.getBoundingClientRect();
              return box.top < innerHeight && box.bottom > 0;
            })""";

    private static void fill(Page page, Exercise.Part part, boolean right) {
        var field = "[name=answer-" + part.id() + "]";
        var kind = part.answer().kind();
        if (!kind.equals("choice") && !kind.equals("choices")) {
            page.locator(field).fill(right ? key(part) : wrong(part));
            return;
        }
        var boxes = page.locator(field).all();
        for (var box : boxes) {
            var wanted = part.answer().value().contains(box.inputValue());
            if (wanted == right) {
                box.check();
                if (kind.equals("choice")) {
                    return;
                }
            }
        }
    }

    private static String key(Exercise.Part part) {
        var answer = part.answer();
        if (answer.kind().equals("condition")) {
            return AnswerMaker.together("tuple", answer.options().getOrDefault("example", List.of()));
        }
        var values = answer.value();
        return values.size() == 1 ? values.get(0) : AnswerMaker.together(answer.kind(), values);
    }

    /** A mistake that people make, where one is known. */
    private static String wrong(Exercise.Part part) {
        var mistakes = part.answer().mistakes();
        return mistakes.isEmpty()
                ? key(part).replaceFirst("\\d+", "7919")
                : mistakes.get(0).value();
    }

    /** On by the button that is offered: the one filled, else to something else. */
    private static void goOn(Page page) {
        var offered = page.locator("#work .notice a.primary, #work nav.turn a.primary");
        var link = offered.count() > 0 ? offered.first() : page.getByText("Something else");
        link.click();
        page.waitForLoadState(LoadState.LOAD);
        if (!URI.create(page.url()).getPath().matches("/practice/[a-z0-9-]+/\\d+")) {
            page.getByText("Go on", new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
        }
        assertThat(page.locator("#answer")).isVisible();
    }
}
