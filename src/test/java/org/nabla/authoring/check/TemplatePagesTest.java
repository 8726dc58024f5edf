package org.nabla.authoring.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nabla.Browsing.parse;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nabla.Browsing;
import org.nabla.Received;
import org.nabla.exercise.reading.TemplateReader;

@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class TemplatePagesTest {

    private static final String BUILT_IN = "directional-derivative-at-a-point";

    @Inject
    CheckRunner runner;

    @Inject
    CheckQueue queue;

    @Test
    void aCopyOfABuiltInTemplateIsTheStart() {
        var bob = Browsing.teacher("Bob");
        assertThat(bob.page("/templates?q=directional").select("a[href=/templates/" + BUILT_IN + "]"))
                .hasSize(1);
        assertThat(bob.page("/templates/" + BUILT_IN).select(".variant")).hasSize(3);

        var editor = path(bob.post("/templates", "copy", BUILT_IN));

        var page = bob.page(editor);
        assertThat(editor).matches("/templates/own-\\d+/edit");
        assertThat(page.select("#yaml").val()).contains("slope: product/norm(u)");
        assertThat(page.select(".variant")).hasSize(3);
        assertThat(page.select(".errors")).isEmpty();
        assertThat(bob.page("/templates").select("#own + .rows a").text())
                .isEqualTo("Directional derivative at a point (copy)");
        assertThat(bob.page(path(bob.post("/templates", "copy", BUILT_IN)))
                        .select("h1")
                        .text())
                .isEqualTo("Directional derivative at a point (copy 2)");
    }

    /** As after a double click without scripts; a second wish after the first was begun makes a second one. */
    @ParameterizedTest
    @ValueSource(strings = {"/templates", "/templates/" + BUILT_IN})
    void aFormThatArrivesTwiceMakesOneTemplate(String page) {
        var bob = Browsing.teacher("Bob");
        var form = bob.page(page).select("form[action=/templates] [name=form]").val();
        var what = page.equals("/templates")
                ? new String[] {"form", form, "start", "empty"}
                : new String[] {"form", form, "copy", BUILT_IN};

        var editor = path(bob.post("/templates", what));

        assertThat(path(bob.post("/templates", what))).isEqualTo(editor);
        assertThat(bob.page("/templates").select("#own + .rows li")).hasSize(1);
        var text = bob.page(editor).select("#yaml").val();
        assertThat(bob.post(editor, "yaml", text + "# begun\n", "action", "save")
                        .statusCode())
                .isEqualTo(303);
        assertThat(path(bob.post("/templates", what))).isNotEqualTo(editor);
    }

    /** The session is over, and there are no scripts: what was typed waits in the page. */
    @Test
    void whatWasWrittenOutlivesTheSession() {
        var bob = Browsing.teacher("Bob");
        var editor = path(bob.post("/templates"));
        var text = bob.page(editor).select("#yaml").val();
        var title = "Slope where <b> & \"it\" stands";
        var login = bob.login();
        bob.post("/sign-out");

        var sent = bob.post(editor, "yaml", text, "base", text, "title", title, "action", "save");

        assertThat(sent.statusCode()).isEqualTo(401);
        var page = parse(sent);
        assertThat(page.select("h1").text()).isEqualTo("You are signed out");
        assertThat(page.select("#yaml").val()).contains(title);
        assertThat(bob.signIn(login, "correct horse battery").statusCode()).isEqualTo(303);
        var form = page.select("form:has(#yaml)");
        var again = bob.post(
                form.attr("action"),
                "yaml",
                form.select("#yaml").val(),
                "base",
                form.select("[name=base]").val(),
                "action",
                "save");
        assertThat(path(again)).endsWith("?done=saved");
        assertThat(bob.page(editor).select("h1").text()).isEqualTo(title);
    }

    /** What cannot be read cannot be put together either: text and fields both wait. */
    @Test
    void whatCannotBeReadWaitsFieldByField() {
        var bob = Browsing.teacher("Bob");
        var editor = path(bob.post("/templates"));
        bob.post("/sign-out");

        var page = parse(bob.post(editor, "yaml", "title: [", "base", "title: A", "title", "B", "action", "save"));

        assertThat(page.select("#yaml").val().strip()).isEqualTo("title: [");
        assertThat(page.select("textarea[name=base]").val().strip()).isEqualTo("title: A");
        assertThat(page.select("textarea[name=title]").val().strip()).isEqualTo("B");
    }

    @Test
    void errorsAreSaidAtTheirLine() {
        var bob = Browsing.teacher("Bob");
        var editor = path(bob.post("/templates"));
        var text = bob.page(editor).select("#yaml").val().replace("a*x^2 + b*x", "a*x^2 + c*x");

        var trial = parse(bob.post(editor.replace("/edit", "/preview"), "yaml", text));
        var saved = bob.post(editor, "yaml", text, "action", "save");

        assertThat(trial.select(".errors li").attr("data-line")).isEqualTo("11");
        assertThat(trial.select(".variant")).isEmpty();
        assertThat(path(saved)).endsWith("?done=saved");
        assertThat(bob.page(editor).select(".errors li strong").text()).isEqualTo("Line 11:");
    }

    @Test
    void everyTextThatWasSavedIsKept() {
        var bob = Browsing.teacher("Bob");
        var editor = path(bob.post("/templates"));
        var first = bob.page(editor).select("#yaml").val();

        bob.post(editor, "yaml", first.replace("Slope of a parabola", "Steepness of a parabola"));
        bob.post(editor, "yaml", first.replace("Slope of a parabola", "Steepness of a parabola"));

        assertThat(bob.page(editor).select("h1").text()).isEqualTo("Steepness of a parabola at a point");
        var versions = editor.replace("/edit", "/versions");
        assertThat(bob.page(versions).select(".rows a").eachText()).containsExactly("Version 2", "Version 1");
        assertThat(bob.page(versions + "/1").select("code").text()).contains("Slope of a parabola");
        assertThat(bob.get(versions + "/3").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsNotSharedDoesNotExistForOthers() {
        var bob = Browsing.teacher("Bob");
        var editor = path(bob.post("/templates"));
        var id = id(editor);
        var eve = Browsing.teacher("Eve");

        assertThat(eve.get("/templates/" + id).statusCode()).isEqualTo(404);
        assertThat(eve.post("/templates", "copy", id).statusCode()).isEqualTo(404);
        assertThat(eve.get("/practice/" + id + "/1").statusCode()).isEqualTo(404);
        assertThat(bob.get("/practice/" + id + "/1").statusCode())
                .as("not even their own before it is shared")
                .isEqualTo(404);
        assertThat(eve.page("/templates").text()).doesNotContain("Slope of a parabola at a point");
    }

    @Test
    void theLearnersOfACoursePractiseWithWhatIsSharedAndSeeNoText() {
        var bob = Browsing.teacher("Bob");
        var course = bob.openCourse("Calculus III");
        var editor = path(bob.post("/templates"));
        var id = id(editor);
        var ada = Browsing.signedUp("Ada");
        ada.post("/join/" + bob.page(course).select(".join-code").text());

        var early = bob.post(editor.replace("/edit", "/share"), "course", course.replace("/courses/", ""));
        assertThat(path(early)).endsWith("?done=unchecked");
        assertThat(ada.get("/practice/" + id + "/1").statusCode()).isEqualTo(404);
        check(id);
        var shared = bob.post(editor.replace("/edit", "/share"), "course", course.replace("/courses/", ""));

        assertThat(path(shared)).endsWith("?done=shared");
        assertThat(ada.page("/practice/" + id + "/1").select("h1").text()).isEqualTo("Slope of a parabola at a point");
        assertThat(path(ada.get("/practice/" + id))).startsWith("/practice/" + id + "/");
        assertThat(ada.get("/templates/" + id).statusCode()).isEqualTo(403);
        assertThat(Browsing.start().get("/practice/" + id + "/1").statusCode()).isEqualTo(404);
        assertThat(Browsing.signedUp("Eve").get("/practice/" + id + "/1").statusCode())
                .isEqualTo(404);
        bob.post(editor.replace("/edit", "/unshare"), "course", course.replace("/courses/", ""));
        assertThat(ada.get("/practice/" + id + "/1").statusCode()).isEqualTo(404);
    }

    @Test
    void aDraftReachesLearnersOnlyWhenItIsGivenToThem() {
        var bob = Browsing.teacher("Bob");
        var course = bob.openCourse("Calculus III");
        var editor = path(bob.post("/templates"));
        var address = "/practice/" + id(editor) + "/1";
        bob.get("/test/passed/" + id(editor));
        bob.post(editor.replace("/edit", "/share"), "course", course.replace("/courses/", ""));
        var text = bob.page(editor).select("#yaml").val();

        bob.post(editor, "yaml", text.replace("title: Slope", "title: New slope"));
        assertThat(bob.page(address).select("h1").text()).startsWith("Slope");
        bob.post(editor.replace("/edit", "/publish"));
        assertThat(bob.page(address).select("h1").text()).as("not checked yet").startsWith("Slope");
        bob.get("/test/passed/" + id(editor));
        bob.post(editor.replace("/edit", "/publish"));
        assertThat(bob.page(address).select("h1").text()).startsWith("New slope");
        bob.post(editor, "yaml", "title: Broken");
        assertThat(path(bob.post(editor.replace("/edit", "/publish")))).endsWith("?done=unchecked");

        assertThat(bob.page(address).select("h1").text()).startsWith("New slope");
    }

    @Test
    void allTeachersGetItOnlyAfterTheChecks() {
        var bob = Browsing.teacher("Bob");
        var editor = path(bob.post("/templates"));
        var id = id(editor);
        var eve = Browsing.teacher("Eve");

        assertThat(path(bob.post(editor.replace("/edit", "/everyone"), "shared", "yes")))
                .endsWith("?done=unchecked");
        bob.post(editor, "yaml", bob.page(editor).select("#yaml").val(), "action", "check");
        check(id);
        assertThat(bob.page(editor).select("#check strong").text()).isEqualTo("Version 1 passes its checks.");
        assertThat(path(bob.post(editor.replace("/edit", "/everyone"), "shared", "yes")))
                .endsWith("?done=everyone");

        assertThat(eve.page("/templates/" + id).select(".variant")).hasSize(3);
        assertThat(eve.get("/templates/" + id + "/edit").statusCode()).isEqualTo(404);
        assertThat(path(eve.post("/templates", "copy", id))).matches("/templates/own-\\d+/edit");
        bob.post(editor.replace("/edit", "/everyone"), "shared", "no");
        assertThat(eve.get("/templates/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void formAndTextAreTheSameTemplate() {
        var bob = Browsing.teacher("Bob");
        var editor = path(bob.post("/templates"));
        var first = bob.page(editor);
        var text = first.select("#yaml").val();

        var shown = parse(bob.post(
                editor,
                "yaml",
                text,
                "base",
                text,
                "title",
                "Steepness",
                "parameters.0.draw",
                "1 to 9",
                "action",
                "preview"));
        var made = shown.select("#yaml").val();
        bob.post(editor, "yaml", made.replace("level: 1", "level: 2"), "base", made, "title", "Steepness");

        assertThat(first.select("[name=title]").val()).isEqualTo("Slope of a parabola at a point");
        assertThat(made)
                .isEqualTo(text.replace("Slope of a parabola at a point", "Steepness")
                        .replace("integer 1..6", "integer 1..9"));
        assertThat(bob.page(editor).select("#yaml").val()).isEqualTo(made.replace("level: 1", "level: 2"));
        assertThat(bob.page(editor).select("[name=level] [selected]").val()).isEqualTo("2");
    }

    @Test
    void aTextThatCannotBeReadKeepsTheFormWaiting() {
        var bob = Browsing.teacher("Bob");
        var editor = path(bob.post("/templates"));
        var text = bob.page(editor).select("#yaml").val();

        bob.post(editor, "yaml", text.replace("title: Slope", "title Slope"), "base", text);

        var page = bob.page(editor);
        assertThat(page.select("#fields[disabled]")).hasSize(1);
        assertThat(page.select("#as-text[open]")).hasSize(1);
        assertThat(page.select(".errors li").text()).contains("Line 1:").contains("a colon is missing after title");
    }

    @Test
    void anEmptyFormSaysWhatIsStillToBeWritten() {
        var bob = Browsing.teacher("Bob");

        var page = bob.page(path(bob.post("/templates", "start", "empty")));

        assertThat(page.select(".errors h3").text()).isEqualTo("Still to be written");
        assertThat(page.select(".errors a").eachText()).contains("Skill", "Question", "Answer", "Hints", "Worked way");
        assertThat(page.select(".errors a").eachAttr("href"))
                .allSatisfy(link -> assertThat(page.select(link)).as(link).hasSize(1));
    }

    @Test
    void warningsSayWhatAnAuthorMayNotHaveMeant() {
        var bob = Browsing.teacher("Bob");
        var editor = path(bob.post("/templates"));
        var text = bob.page(editor).select("#yaml").val();

        assertThat(warnings(bob, editor, text)).isEmpty();
        assertThat(warnings(bob, editor, text.replace("value: at(f, x, p)", "value: slope")))
                .contains("mistake 1 is the right answer");
        assertThat(warnings(bob, editor, text.replace("Differentiate first, then", "Cut it in $, then")))
                .contains("Hint 1 has a lone $");
        assertThat(warnings(bob, editor, text.replace("Differentiate first, then", "Use x^2, then")))
                .contains("Hint 1 has a formula among its words");
        assertThat(warnings(bob, editor, text.replace("$x^2$", "$x**2$"))).contains("** is code");
        assertThat(warnings(
                        bob,
                        editor,
                        text.replace("a: integer 1..6", "a: integer -9..6").replace("f: a*x^2", "f: 2/a + a*x^2")))
                .contains("divided by a, which may be 0");
        assertThat(warnings(
                        bob,
                        editor,
                        text.replace("a: integer 1..6", "a: integer 2..2")
                                .replace("b: integer -5..5 except 0", "b: integer 3..3")
                                .replace("p: integer -4..4 except 0, 1", "p: integer 2..2")))
                .contains("the same in all variants shown");
    }

    private static String warnings(Browsing bob, String editor, String yaml) {
        var answer = bob.post(editor.replace("/edit", "/preview"), "yaml", yaml);
        return parse(answer).select(".warnings").text();
    }

    @Test
    void theReferenceNamesEveryKeyAndIsLinkedFromTheEditor() {
        var bob = Browsing.teacher("Bob");
        var editor = bob.page(path(bob.post("/templates")));

        assertThat(editor.select("a[href=/templates/reference]")).isNotEmpty();
        var words = bob.page("/templates/reference").select("dt").eachText();
        assertThat(words).containsAll(TemplateReader.keys()).contains("plane", "contour", "gradient", "one of words");
        assertThat(editor.select("a[href^=/templates/reference#]").eachAttr("href"))
                .allSatisfy(link -> assertThat(bob.page("/templates/reference").select(link.replaceFirst(".*#", "#")))
                        .hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"has a contour figure", "kind line", "error carried forward", "several parts", "one of words"})
    void templatesAreFoundByWhatTheyHave(String query) {
        var bob = Browsing.teacher("Bob");

        var found = bob.page("/templates?q=" + query).select("#found ~ .rows a");

        assertThat(found).isNotEmpty().hasSizeLessThan(200);
        var text = bob.page(found.get(0).attr("href")).select("pre code").text();
        var key = java.util.Map.of(
                "has a contour figure",
                "contour:",
                "kind line",
                "kind: line",
                "error carried forward",
                "given:",
                "several parts",
                "parts:",
                "one of words",
                "one of words");
        assertThat(text).contains(key.get(query));
    }

    @Test
    void theChecksSayWhatIsWrong() {
        var bob = Browsing.teacher("Bob");
        var editor = path(bob.post("/templates"));
        var text = bob.page(editor).select("#yaml").val().replace("value: slope}", "value: slope + 1}");

        bob.post(editor, "yaml", text, "action", "check");
        check(id(editor));

        var page = bob.page(editor);
        assertThat(page.select("#check strong").text()).isEqualTo("Version 2 does not pass its checks.");
        assertThat(page.select(".findings").text()).contains("verified by another route");
    }

    @Test
    void aWrongKeyReachesNobodyAlsoInsideACourse() {
        var bob = Browsing.teacher("Bob");
        var course = bob.openCourse("Calculus III").replace("/courses/", "");
        var editor = path(bob.post("/templates"));
        var text = bob.page(editor).select("#yaml").val().replace("value: slope}", "value: slope + 1}");
        bob.post(editor, "yaml", text, "action", "check");
        check(id(editor));

        var refused = bob.post(editor.replace("/edit", "/share"), "course", course);

        assertThat(path(refused)).endsWith("?done=unchecked");
        assertThat(bob.get("/practice/" + id(editor) + "/1").statusCode()).isEqualTo(404);
    }

    @Test
    void tooLittleVarietyWarnsAndKeepsNobodyFromSettingIt() {
        var bob = Browsing.teacher("Bob");
        var course = bob.openCourse("Calculus III").replace("/courses/", "");
        var editor = path(bob.post("/templates"));
        var text = bob.page(editor).select("#yaml").val().replaceAll("integer .*", "integer 2..3");
        bob.post(editor, "yaml", text, "action", "check");
        check(id(editor));

        assertThat(bob.page(editor).select("#check strong").text()).endsWith("passes its checks.");
        assertThat(bob.page(editor).select(".findings").text())
                .contains("Worth a look: There are too few different exercises");
        assertThat(path(bob.post(editor.replace("/edit", "/share"), "course", course)))
                .endsWith("?done=shared");
    }

    @ParameterizedTest(name = "text {index}")
    @ValueSource(
            strings = {
                "title: \"{{{{\"",
                "[[[[[[",
                "<script>alert(1)</script>",
                "a: &a [*a]",
                "\0",
                "title: x\nprompt: \"${1/0}$\""
            })
    void anyTextAtAllIsAnsweredWithAPage(String text) {
        var bob = Browsing.teacher("Bob");
        var editor = path(bob.post("/templates"));

        var answer = bob.post(editor.replace("/edit", "/preview"), "yaml", text);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(parse(answer).select(".errors li")).isNotEmpty();
        assertThat(parse(answer).select("script")).isEmpty();
    }

    /** What the scheduler does, which rests in tests. */
    private void check(String id) {
        runner.run(queue.take(Long.parseLong(id.replace("own-", ""))).orElseThrow());
    }

    private static String id(String editor) {
        return editor.replaceFirst("/templates/(own-\\d+)/edit", "$1");
    }

    private static String path(Received answer) {
        return answer.header("Location").replaceFirst("^http://[^/]+", "");
    }
}
