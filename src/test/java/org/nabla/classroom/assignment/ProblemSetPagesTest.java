package org.nabla.classroom.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nabla.classroom.Lesson.path;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.Browsing;
import org.nabla.classroom.Lesson;

/** Problem sets over HTTP, as a browser without scripts puts them together. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class ProblemSetPagesTest {
    private Lesson lesson;
    private Browsing bob;

    @BeforeEach
    void bobOpensACourse() {
        lesson = new Lesson();
        bob = lesson.bob;
    }

    @Test
    void aSetIsMadeOfWhatTheSearchFinds() {
        var find = path(bob.post(lesson.course + "/sets", "title", "Gradients"));
        var found = bob.page(find + "?q=first partial");
        assertThat(found.select(".found-title").eachText()).contains("First partial derivative");

        var form =
                found.select("form:has(input[value=first-partial-derivative])").get(0);
        bob.post(form.attr("action"), "template", "first-partial-derivative", "count", "2", "points", "1.5");

        var page = bob.page(find.replace("/find", ""));
        assertThat(page.select(".set-lines h3").eachText()).containsExactly("First partial derivative");
        assertThat(page.select("main").text()).contains("2 exercises, 3 points.");
    }

    @Test
    void aSkillGivesSeveralTemplatesFromEasyToHard() {
        var set = lesson.set();
        bob.post(set + "/lines", "skill", "DF17", "count", "2", "points", "1");

        assertThat(bob.page(set).select(".set-lines p").text()).contains("templates of this skill");
        var preview = bob.page(set + "/preview");
        assertThat(preview.select(".sheet-problem h3")).hasSize(2);
    }

    @Test
    void variantsOfATemplateAreShownWithTheirKeys() {
        var page = bob.page(lesson.set() + "/variants?template=first-partial-derivative");

        assertThat(page.select(".variants .prompt")).hasSize(3);
        assertThat(page.select(".variants .key .tex")).hasSizeGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "up, 2, 'b a c'",
        "down, 2, 'a c b'",
        "up, 1, 'a b c'",
        "down, 3, 'a b c'",
        "top, 3, 'c a b'",
        "remove, 2, 'a c'"
    })
    void linesAreMovedAndTakenOut(String action, int line, String order) {
        var set = lesson.set("first-partial-derivative", "gradient-at-a-point");
        bob.post(set + "/lines", "skill", "DF17", "count", "1", "points", "1");
        var titles = bob.page(set).select(".set-lines h3").eachText();

        var form = bob.page(set).select(".set-lines > li").get(line - 1).select("form");
        bob.post(form.attr("action"), "action", action);

        assertThat(bob.page(set).select(".set-lines h3").eachText())
                .containsExactlyElementsOf(List.of(order.split(" ")).stream()
                        .map(letter -> titles.get(letter.charAt(0) - 'a'))
                        .toList());
    }

    @Test
    void aCopyGoesIntoAnotherCourse() {
        var set = lesson.set("first-partial-derivative", "gradient-at-a-point");
        var other = bob.openCourse("Calculus IV");

        var copy = path(bob.post(set + "/copy", "into", other.replaceFirst(".*/", "")));

        assertThat(copy).startsWith(other + "/sets/");
        assertThat(bob.page(copy).select(".set-lines h3").eachText())
                .isEqualTo(bob.page(set).select(".set-lines h3").eachText());
    }

    @Test
    void aCopyIntoACourseOfSomebodyElseIsRefused() {
        var set = lesson.set("first-partial-derivative");
        var others = Lesson.person("Carl").openCourse("Of Carl");

        assertThat(bob.post(set + "/copy", "into", others.replaceFirst(".*/", ""))
                        .statusCode())
                .isEqualTo(404);
        assertThat(bob.get(others + "/sets/" + set.replaceFirst(".*/", "")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aWorksheetAndItsKeyBelongTogetherAlsoWhenPrintedLater() {
        var set = lesson.set("first-partial-derivative", "gradient-at-a-point");

        var sheets = bob.page(set + "/worksheet?versions=3&what=sheets");
        var keys = bob.page(set + "/worksheet?versions=3&what=keys");

        assertThat(sheets.select("article.sheet")).hasSize(3);
        var codes = sheets.select(".sheet-foot").eachText().stream()
                .map(t -> t.replaceFirst(".* ", ""))
                .toList();
        assertThat(codes).doesNotHaveDuplicates();
        assertThat(keys.select(".sheet-foot").eachText().stream()
                        .map(t -> t.replaceFirst(".* ", ""))
                        .toList())
                .isEqualTo(codes);
        assertThat(sheets.select("article.sheet").get(0).select(".prompt").text())
                .isNotEqualTo(
                        Objects.requireNonNull(sheets.select("article.sheet").last())
                                .select(".prompt")
                                .text());
        assertThat(sheets.select(".steps")).isEmpty();
        assertThat(keys.select(".steps")).isNotEmpty();
    }

    @Test
    void ownExercisesAreFoundSetAssignedAndPracticed() {
        var editor = Lesson.path(bob.post("/templates"));
        var id = editor.replaceFirst("/templates/(.*)/edit", "$1");
        var set = lesson.set();
        assertThat(bob.page(set + "/find?q=parabola").select("[name=template]").eachAttr("value"))
                .as("unchecked")
                .doesNotContain(id);
        bob.get("/test/passed/" + id);
        bob.post(editor.replace("/edit", "/share"), "course", lesson.course.replace("/courses/", ""));

        assertThat(bob.page(set + "/find?q=parabola").select("[name=template]").eachAttr("value"))
                .contains(id);
        bob.post(set + "/lines", "template", id, "count", "2", "points", "3");
        assertThat(bob.page(set).select(".set-lines").text()).contains("Slope of a parabola at a point");
        var address = lesson.assign(set, Map.of());
        var ada = lesson.learner("Ada");

        assertThat(ada.page(address).select(".problem-rows a").eachText())
                .containsExactly("Slope of a parabola at a point", "Slope of a parabola at a point");
        assertThat(ada.page(address + "/problems/1").select(".prompt").text()).startsWith("How steep");
        var practice = ada.page(lesson.course).select("#own-exercises ~ ul a").attr("href");
        assertThat(practice).isEqualTo("/practice/" + id);
        assertThat(ada.get(practice).statusCode()).isEqualTo(303);
    }

    @Test
    void exercisesOfOthersCannotBeSet() {
        var eve = Lesson.person("Carl").teach();
        var id = Lesson.path(eve.post("/templates")).replaceFirst("/templates/(.*)/edit", "$1");
        eve.get("/test/passed/" + id);

        var stolen = bob.post(lesson.set() + "/lines", "template", id);

        assertThat(stolen.statusCode()).isEqualTo(404);
    }

    @ParameterizedTest(name = "{0} exercises for {1} points")
    @CsvSource({"0, 1", "21, 1", "1, 1001", "-1, 1", "x, 1", "1, x"})
    void countsAndPointsOutOfRangeAreRefusedNotChanged(String count, String points) {
        var set = lesson.set("gradient-at-a-point");

        var answer = bob.post(set + "/lines", "template", "gradient-at-a-point", "count", count, "points", points);

        assertThat(bob.page(Lesson.path(answer)).select(".notice").text()).contains("Nothing was added.");
        assertThat(bob.page(set).select(".set-lines > li")).hasSize(1);
        var print = bob.page(set + "/worksheet?versions=99");
        assertThat(print.select(".notice").text())
                .isEqualTo("From 1 to 26 versions can be printed at once. This is one.");
    }

    @Test
    void paperDoesNotSpeakOfTyping() {
        var set = lesson.set("ridge-regression-weights", "order-a-squeeze-argument");

        var sheet = bob.page(set + "/worksheet").select("article.sheet").text();

        assertThat(sheet).contains("Write their numbers").doesNotContainIgnoringCase(" type ");
    }

    @Test
    void pointsThatAreNoneChangeNothing() {
        var set = lesson.set("first-partial-derivative");
        var form = bob.page(set).select(".set-lines form").attr("action");

        var done = bob.post(form, "action", "save", "count", "many", "points", "-1")
                .header("Location");

        assertThat(done).contains("?done=nothing");
        assertThat(bob.page(set).select("main").text()).contains("1 exercise, 2 points.");
    }
}
