package org.nabla.classroom.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nabla.classroom.Lesson.day;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.Browsing;
import org.nabla.Received;
import org.nabla.classroom.Lesson;

/** More time for many is seen before it is given, takes nothing from anybody, and goes back in one act. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class ManyExtensionsTest {
    private static final String ONE = "first-partial-derivative";

    private Lesson lesson;
    private String first;
    private String second;

    @BeforeEach
    void adaHasMoreTimeInOneOfTwoAssignments() {
        lesson = new Lesson();
        lesson.learner("Ada");
        lesson.learner("Eve");
        var set = lesson.set(ONE);
        first = lesson.assign(set, Map.of("title", "First", "due", day(7)));
        second = lesson.assign(set, Map.of("title", "Second", "due", day(9)));
        lesson.bob.post(work(first, "Ada") + "/extension", "due", day(20), "closes", day(20), "reason", "travels");
    }

    @Test
    void whichMarksChangeIsSeenFirst() {
        var late = lesson.assign(
                lesson.set("first-partial-derivative"),
                Map.of("opens", day(-9), "due", day(-2), "late", "yes", "closes", day(5), "lateShare", "10"));
        var ada = Lesson.person("Ada");
        Lesson.right(ada, late);
        var form = new String[] {"who", "all", "assignment", "3", "how", "until", "until", day(3), "why", "storm"};

        var shown = post(form);

        assertThat(Browsing.parse(shown)
                        .select("[aria-labelledby=marks] tbody tr")
                        .text())
                .startsWith("Ada 1. ")
                .endsWith("1.4 2");
        assertThat(lesson.bob
                        .page(late)
                        .select("tbody tr:has(th:contains(Ada)) td.number")
                        .text())
                .isEqualTo("1.4");
        assertThat(confirmed(shown, form).header("Location")).endsWith("done=given");
        assertThat(lesson.bob
                        .page(late)
                        .select("tbody tr:has(th:contains(Ada)) td.number")
                        .text())
                .isEqualTo("2");
    }

    @Test
    void whoHasMoreTimeAlreadyKeepsItAndAllGoesBackInOne() {
        var form = new String[] {
            "who", "all", "assignment", "1", "assignment", "2", "how", "until", "until", day(12), "why", "storm"
        };

        var shown = post(form);

        assertThat(Browsing.parse(shown).select("tbody tr").eachText())
                .hasSize(3)
                .noneMatch(row -> row.startsWith("Ada First"));
        assertThat(Browsing.parse(shown).select("main").text()).contains("One date stays as it is");
        assertThat(due(second, "Eve")).as("nothing is done yet").isEqualTo(day(9));

        assertThat(confirmed(shown, form).header("Location")).endsWith("done=given");
        assertThat(List.of(due(first, "Ada"), due(second, "Ada"), due(first, "Eve"), due(second, "Eve")))
                .containsExactly(day(20), day(12), day(12), day(12));
        assertThat(Lesson.person("Eve").page(first).select(".lead").text()).contains("your extension");

        lesson.bob.post(work(second, "Eve") + "/extension", "due", day(15), "closes", day(15), "reason", "ill too");
        var back = lesson.bob.page(lesson.course + "/extensions").select("form[action$=back]");
        assertThat(lesson.bob.post(back.attr("action")).header("Location")).endsWith("done=back");

        assertThat(List.of(due(first, "Ada"), due(second, "Ada"), due(first, "Eve"), due(second, "Eve")))
                .as("what was changed by hand since stays")
                .containsExactly(day(20), day(9), day(7), day(15));
        assertThat(lesson.bob.page(lesson.course + "/extensions").select("form[action$=back]"))
                .isEmpty();
        assertThat(lesson.bob.post(back.attr("action")).statusCode())
                .as("only once")
                .isEqualTo(404);
    }

    @Test
    void daysComeOnTopOfWhatEachHas() {
        var form = new String[] {
            "who",
            "ticked",
            "learner",
            id("Ada"),
            "assignment",
            "1",
            "assignment",
            "2",
            "how",
            "days",
            "days",
            "3",
            "why",
            "storm"
        };

        confirmed(post(form), form);

        assertThat(List.of(due(first, "Ada"), due(second, "Ada"), due(first, "Eve")))
                .containsExactly(day(23), day(12), day(7));

        lesson.bob.post(lesson.bob
                .page(lesson.course + "/extensions")
                .select("form[action$=back]")
                .attr("action"));

        assertThat(List.of(due(first, "Ada"), due(second, "Ada"))).containsExactly(day(20), day(9));
        assertThat(lesson.bob.page(work(first, "Ada")).text())
                .as("the extension of before, with its reason")
                .contains("travels");
    }

    @Test
    void aSectionIsChosenAsOne() {
        lesson.bob.post(lesson.course + "/sections", "title", "Monday");
        var section = lesson.bob
                .page(lesson.course + "/sections")
                .select("form[action$=rename]")
                .attr("action")
                .replaceFirst(".*/(\\d+)/rename", "$1");
        lesson.bob.post(lesson.course + "/people/" + id("Eve") + "/section", "section", section);

        var shown = post("who", section, "assignment", "2", "how", "days", "days", "1", "why", "storm");

        assertThat(Browsing.parse(shown).select("tbody th").eachText()).containsExactly("Eve");
    }

    @Test
    void anotherListThanTheOneThatWasSeenIsShownAgain() {
        var form = new String[] {"who", "all", "assignment", "2", "how", "days", "days", "1", "why", "storm"};
        var shown = post(form);
        lesson.bob.post(work(second, "Eve") + "/extension", "due", day(15), "closes", day(15), "reason", "ill");

        var second = confirmed(shown, form);

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(Browsing.parse(second).select(".notice").text()).contains("the list is another one now");
        assertThat(confirmed(second, form).header("Location")).endsWith("done=given");
    }

    @ParameterizedTest(name = "{6}")
    @CsvSource(textBlock = """
            ticked, '', 1,  days,  2,  storm, nobody is chosen,           learner
            all,    '', '', days,  2,  storm, no assignment is chosen,    assignment
            all,    '', 1,  days,  0,  storm, no day,                     days
            all,    '', 1,  days,  -1, storm, fewer days,                 days
            all,    '', 1,  days,  2,  '',    no reason,                  why
            all,    '', 1,  until, '', storm, no date,                    until
            """)
    void whatIsNotSaidIsAskedFor(
            String who,
            String learner,
            String assignment,
            String how,
            String typed,
            String why,
            String because,
            String field) {
        var refused =
                post("who", who, "learner", learner, "assignment", assignment, "how", how, how, typed, "why", why);

        assertThat(refused.statusCode()).as(because).isEqualTo(422);
        assertThat(Browsing.parse(refused).select("#" + field + "-error")).hasSize(1);
    }

    private Received post(String... form) {
        return lesson.bob.postAll(lesson.course + "/extensions", form);
    }

    private Received confirmed(Received shown, String... form) {
        var fields = new ArrayList<>(List.of(form));
        fields.add("confirm");
        fields.add(Browsing.parse(shown).select("[name=confirm]").val());
        return post(fields.toArray(String[]::new));
    }

    private String due(String address, String name) {
        return lesson.bob.page(work(address, name)).select("#due").val();
    }

    private String id(String name) {
        return lesson.bob
                .page(lesson.course + "/people")
                .select("tbody th a:containsOwn(" + name + ")")
                .attr("href")
                .replaceFirst(".*/", "");
    }

    private String work(String address, String name) {
        return address + "/learners/" + id(name);
    }
}
