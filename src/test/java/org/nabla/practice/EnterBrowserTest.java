package org.nabla.practice;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nabla.BrowserTest;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.progress.store.ExerciseStore;

/** The Enter key checks the answer: in every box, whatever else is open on the page, with and without scripts. */
@QuarkusTest
class EnterBrowserTest extends BrowserTest {

    private static final String ONE_BOX = "/practice/first-partial-derivative/3";
    /** An address, its boxes, and where Enter in them sends the answer. */
    private static final List<List<String>> FORMS = List.of(
            // First, as whoever has answered sees another first page; and what it offers changes from day to day.
            List.of("/", "#answer input:not([type=hidden]) >> nth=0", "/practice/[a-z0-9-]+/[0-9]+"),
            List.of(
                    "/practice/centroid-of-a-solid/3",
                    "#answer input:not([type=hidden])",
                    "/practice/centroid-of-a-solid/3"),
            List.of(
                    "/practice/choose-the-polar-region/3",
                    "#answer input:not([type=hidden])",
                    "/practice/choose-the-polar-region/3"),
            List.of(
                    "/practice/which-losses-are-convex/3",
                    "#answer input:not([type=hidden])",
                    "/practice/which-losses-are-convex/3"),
            List.of(
                    "/practice/draw-the-gradient/3",
                    "#answer input:not([type=hidden])",
                    "/practice/draw-the-gradient/3"),
            List.of(
                    "/practice/draw-the-gradient/3?stage=example",
                    "#answer input:not([type=hidden])",
                    "/practice/draw-the-gradient/3"),
            List.of("/examination/enter", "#answer input:not([type=hidden])", "/examination/enter"),
            List.of("/laboratory", "#turn input:not([type=hidden])", "/laboratory/turn"),
            List.of("/skills/gradient", "#turn", "/skills/DF17/lesson"));

    private static final String BOXES = "#answer input:not([type=hidden]):not([type=checkbox])";

    @Inject
    ExerciseStore exercises;

    @ParameterizedTest(name = "with scripts: {0}")
    @ValueSource(booleans = {true, false})
    void enterChecksInEveryBoxOfEveryState(boolean script) {
        var page = script ? open(ONE_BOX, Look.DESKTOP_LIGHT) : openWithoutScript(ONE_BOX);
        for (var state : states().entrySet()) {
            // A newcomer each time, in a browser that has the fonts and scripts already; whatever was under way for the
            // last
            // one ends with their page, and its answer brings no cookie back.
            page.navigate("about:blank");
            page.context().clearCookies();
            page.navigate(root.resolve(ONE_BOX).toString());
            state.getValue().accept(page);
            var boxes = page.locator(BOXES).count();
            assertThat(boxes).as(state.getKey()).isPositive();
            for (var i = 0; i < boxes; i++) {
                var sent = sentBy(page);
                page.locator(BOXES).nth(i).fill("x + 7" + i);
                page.locator(BOXES).nth(i).press("Enter");
                assertThat(page.locator("#verdict-a .verdict")).isVisible();
                assertThat(page.locator(BOXES).nth(i)).hasValue("x + 7" + i);
                assertThat(sent).as(state.getKey()).containsOnly(ONE_BOX);
            }
        }
    }

    /** Wherever something is answered: several boxes, choices, an examination, a lesson, the laboratory, the first page. */
    @ParameterizedTest(name = "with scripts: {0}")
    @ValueSource(booleans = {true, false})
    void enterSendsTheAnswerWhereverThereIsABox(boolean script) {
        var page = script ? open("/about", Look.DESKTOP_LIGHT) : openWithoutScript("/about");
        for (var row : FORMS) {
            var boxes = 1;
            for (var i = 0; i < boxes; i++) {
                page.navigate(root.resolve(row.get(0)).toString());
                boxes = page.locator(row.get(1)).count();
                assertThat(boxes).as(row.get(0)).isPositive();
                var box = page.locator(row.get(1)).nth(i);
                if ("text".equals(box.getAttribute("type")) || box.getAttribute("type") == null) {
                    box.fill("(1, 7)");
                } else {
                    box.focus();
                }
                var sent = page.waitForRequest(
                        request -> request.method().equals("POST")
                                && !URI.create(request.url()).getPath().endsWith("/reading"),
                        () -> box.press("Enter"));

                assertThat(URI.create(sent.url()).getPath()).matches(row.get(2));
                assertThat(sent.postData())
                        .as(row.get(0))
                        .doesNotContain("hints=")
                        .doesNotContain("solution=")
                        .doesNotContain("note=");
                page.waitForLoadState(LoadState.LOAD);
            }
        }
    }

    @ParameterizedTest(name = "with scripts: {0}")
    @ValueSource(booleans = {true, false})
    void enterBeginsTheCheckInAndAnswersItsQuestions(boolean script) {
        var page = script ? open("/check-in", Look.DESKTOP_LIGHT) : openWithoutScript("/check-in");
        page.locator("[name=track]:checked").press("Enter");
        page.waitForURL("**/check-in/1");

        var box = page.locator("#answer input:not([type=hidden])").first();
        var sent = page.waitForRequest(
                request -> request.method().equals("POST") && !request.url().contains("/reading"),
                () -> box.press("Enter"));

        assertThat(URI.create(sent.url()).getPath()).isEqualTo("/check-in/1");
    }

    /** What can have happened on the page before. */
    private Map<String, Consumer<Page>> states() {
        var states = new LinkedHashMap<String, Consumer<Page>>();
        states.put("untouched", page -> {});
        states.put("wrong", page -> answer(page, "x + 1", "wrong"));
        states.put("cannot be read", page -> answer(page, "2x)", "invalid"));
        states.put("right", page -> answer(page, key(), "correct"));
        states.put("a hint is open", page -> {
            page.locator("button[name=hints]").click();
            assertThat(page.locator(".hints li")).isVisible();
        });
        states.put("the worked way is open", page -> {
            page.locator("button[name=solution]").click();
            assertThat(page.locator(".steps")).isVisible();
        });
        states.put("about to be reported", page -> {
            answer(page, "x + 1", "wrong");
            page.locator("#report summary").click();
        });
        states.put("reported", page -> {
            answer(page, "x + 1", "wrong");
            page.locator("#report summary").click();
            page.locator("#report button").click();
            assertThat(page.locator("#report .notice")).isVisible();
        });
        return states;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theFirstButtonOfEachFormIsWhatEnterShouldDo(boolean script) {
        var page = script ? open(ONE_BOX, Look.DESKTOP_LIGHT) : openWithoutScript(ONE_BOX);
        answer(page, "x + 1", "wrong");

        assertThat(page.locator("#answer button:not([type=button])").first()).hasText("Check");
        assertThat(page.locator("#report form button").first()).hasText("Report the verdict");
        assertThat(page.locator("#answer #report")).hasCount(0);
    }

    @Test
    void enterInAGridOfBoxesAndInTheFormulaEditorChecksToo() {
        var page = open("/practice/gradient-at-a-point/1", Look.DESKTOP_LIGHT);
        page.getByLabel("Fill in the entries one by one").first().click();
        var cell = page.locator(".grid-editor input").first();
        cell.fill("1");
        cell.press("Enter");
        assertThat(page.locator("#answer .verdict")).isVisible();
    }

    @Test
    void aRightAnswerTypedWhileAWrongOneIsUnderWayIsNotLost() {
        var page = open(ONE_BOX, Look.DESKTOP_LIGHT);
        var held = new ArrayList<Route>();
        page.route("**" + ONE_BOX, route -> {
            if (route.request().method().equals("POST") && held.isEmpty()) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        var box = page.locator("[name=answer-a]");
        box.fill("x + 1");
        box.press("Enter");
        assertThat(page.locator(".waiting")).isVisible();
        box.fill(key());
        box.press("Enter");
        held.forEach(Route::resume);

        assertThat(page.locator(".verdict.correct")).isVisible();
        assertThat(box).hasValue(key());
    }

    @Test
    void anEditedAnswerAfterTheWayBackIsANewAttempt() {
        var page = openWithoutScript(ONE_BOX);
        page.locator("[name=answer-a]").fill("x + 1");
        page.locator("[name=answer-a]").press("Enter");
        assertThat(page.locator(".verdict.wrong")).isVisible();
        page.goBack();
        page.locator("[name=answer-a]").fill(key());
        page.locator("[name=answer-a]").press("Enter");

        assertThat(page.locator(".verdict.correct")).isVisible();
    }

    private static Set<String> sentBy(Page page) {
        var sent = new ConcurrentSkipListSet<String>();
        page.onRequest(request -> {
            var path = URI.create(request.url()).getPath();
            if (request.method().equals("POST") && !path.endsWith("/reading")) {
                sent.add(path);
            }
        });
        return sent;
    }

    private static void answer(Page page, String typed, String tone) {
        page.locator("[name=answer-a]").fill(typed);
        page.locator("#answer button.primary").click();
        assertThat(page.locator("#verdict-a .verdict." + tone)).isVisible();
    }

    private String key() {
        return exercises
                .find(new ExerciseId("first-partial-derivative"), new Seed(3))
                .orElseThrow()
                .exercise()
                .parts()
                .get(0)
                .answer()
                .value()
                .get(0);
    }
}
