package org.nabla.classroom.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nabla.classroom.Lesson.path;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.Browsing;
import org.nabla.Received;
import org.nabla.classroom.Lesson;

/** A course begins again with all that is not its learners'. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class CopyPagesTest {
    @Inject
    EntityManager database;

    private Lesson lesson;

    @BeforeEach
    void bobOpensACourse() {
        lesson = new Lesson();
    }

    @Test
    void theCopyHasEverythingButTheLearners() {
        var ada = lesson.learner("Ada");
        var set = lesson.set("gradient-at-a-point", "first-partial-derivative");
        var address = lesson.assign(
                set,
                Map.of(
                        "title",
                        "Week 3",
                        "opens",
                        "2026-10-12T08:00",
                        "due",
                        "2026-10-19T18:00",
                        "late",
                        "yes",
                        "closes",
                        "2026-10-26T18:00",
                        "lateShare",
                        "10",
                        "feedback",
                        "AT",
                        "told",
                        "2026-10-27T08:00"));
        lesson.assign(set, Map.of("title", "All alike", "variants", "SAME"));
        Lesson.answer(ada, address + "/problems/1", "17");
        lesson.bob.post(lesson.course + "/missing", "missing", "EXCUSED");

        var shown = Browsing.parse(send("show", "", Map.of()));

        assertThat(dates(shown))
                .contains(
                        "opens Mon 12 October 2026, 08:00 Mon 15 February 2027, 08:00",
                        "due Mon 19 October 2026, 18:00 Mon 22 February 2027, 18:00",
                        "closes Mon 26 October 2026, 18:00 Mon 1 March 2027, 18:00",
                        "told Tue 27 October 2026, 08:00 Tue 2 March 2027, 08:00");
        assertThat(shown.select("form.form > p").text())
                .contains("forward by 126 days", "Weekdays stay", "Nothing is copied yet");

        var copy = path(send("copy", shown.select("[name=seen]").val(), Map.of()));

        var there = lesson.bob.page(copy + "/assignments").text();
        assertThat(there).contains("Week 3", "Mon 22 February 2027, 18:00", "All alike");
        assertThat(lesson.bob.page(copy + "/sets").text()).contains("Gradients", "2 exercises", "4 points");
        assertThat(lesson.bob
                        .page(copy + "/settings")
                        .select("[name=missing][checked]")
                        .val())
                .isEqualTo("EXCUSED");
        var rules = lesson.bob.page(copy + "/assignments/1/rules");
        assertThat(rules.select("#closes").val()).isEqualTo("2027-03-01T18:00");
        assertThat(rules.select("#told").val()).isEqualTo("2027-03-02T08:00");
        assertThat(rules.select("#lateShare").val()).isEqualTo("10");
        assertThat(lesson.bob.page(copy + "/people").text()).doesNotContain("Ada");
        assertThat(lesson.bob.page(lesson.course + "/assignments").text()).contains("Mon 19 October 2026, 18:00");
        assertThat(sharedOf(copy))
                .as("numbers of all are drawn anew")
                .doesNotContainAnyElementsOf(sharedOf(lesson.course));
    }

    @Test
    void sectionsGoAlongWithTheirDatesAndWithoutPeople() {
        var ada = lesson.learner("Ada");
        var tuesday = lesson.section("Tuesday group");
        lesson.section("Monday group");
        lesson.move(tuesday, ada);
        var address = lesson.assign(
                lesson.set("gradient-at-a-point"), Map.of("opens", "2026-10-12T08:00", "due", "2026-10-19T18:00"));
        lesson.bob.post(address + "/sections", "due-" + tuesday, "2026-10-20T18:00");
        lesson.bob.post(lesson.course + "/late-days", "days", "3");

        var shown = Browsing.parse(send("show", "", Map.of()));

        assertThat(shown.select("main .text").text()).contains("1 assignment and 2 sections");
        assertThat(shown.select(".dates-table [scope=rowgroup]").eachText())
                .containsExactly("Week 3", "Week 3, Tuesday group");
        assertThat(dates(shown)).contains("due Tue 20 October 2026, 18:00 Tue 23 February 2027, 18:00");

        var copy = path(send("copy", shown.select("[name=seen]").val(), Map.of()));

        var sections = lesson.bob.page(copy + "/sections");
        assertThat(sections.text()).contains("Tuesday group", "Monday group").doesNotContain("Ada");
        var rows = lesson.bob.page(copy + "/assignments/dates");
        assertThat(rows.select(".of-section th").text()).isEqualTo("Week 3, Tuesday group");
        assertThat(rows.select(".of-section input").eachAttr("value"))
                .containsExactly("2027-02-15T08:00", "2027-02-23T18:00", "2027-02-23T18:00");
        assertThat(lesson.bob.page(copy + "/settings").select("#days").val()).isEqualTo("3");
    }

    @Test
    void nothingIsCopiedWhereDatesOfSectionsChangedMeanwhile() {
        var tuesday = lesson.section("Tuesday group");
        var address = lesson.assign(lesson.set("gradient-at-a-point"), Map.of());
        var seen =
                Browsing.parse(send("show", "", Map.of())).select("[name=seen]").val();
        lesson.bob.post(address + "/sections", "due-" + tuesday, Lesson.day(9));

        assertThat(send("copy", seen, Map.of()).statusCode()).isEqualTo(409);
    }

    @Test
    void aFormThatArrivesTwiceMakesOneCopy() {
        lesson.assign(lesson.set("gradient-at-a-point"), Map.of());
        var form =
                lesson.bob.page(lesson.course + "/copy").select("[name=form]").val();
        var shown = Browsing.parse(send("show", "", Map.of("form", form)));
        assertThat(shown.select("[name=form]").val()).isEqualTo(form);
        var seen = shown.select("[name=seen]").val();

        var first = CompletableFuture.supplyAsync(() -> path(send("copy", seen, Map.of("form", form))));
        var second = CompletableFuture.supplyAsync(() -> path(send("copy", seen, Map.of("form", form))));

        assertThat(first.join()).isEqualTo(second.join());
        assertThat(path(send("copy", seen, Map.of("form", form, "title", "Another"))))
                .as("another title is another copy")
                .isNotEqualTo(first.join());
    }

    @Test
    void weightsGoAlong() {
        lesson.assign(lesson.set("gradient-at-a-point"), Map.of());
        lesson.bob.post(
                lesson.course + "/gradebook/weights",
                "title-1",
                "Homework",
                "weight-1",
                "3",
                "drop-1",
                "1",
                "in-1",
                "1");
        var shown = Browsing.parse(send("show", "", Map.of()));

        var copy = path(send("copy", shown.select("[name=seen]").val(), Map.of()));

        var weights = lesson.bob.page(copy + "/gradebook/weights");
        assertThat(weights.select("#title-1").val()).isEqualTo("Homework");
        assertThat(weights.select("#weight-1").val()).isEqualTo("3");
        assertThat(weights.select("#in-1 [selected]").val()).isEqualTo("1");
    }

    @Test
    void theTimeOfDayStaysInAnotherZoneToo() {
        lesson.assign(
                lesson.set("gradient-at-a-point"), Map.of("opens", "2026-10-12T08:00", "due", "2026-10-19T18:00"));
        var typed = Map.of("zone", "Australia/Sydney");

        var shown = Browsing.parse(send("show", "", typed));
        var copy = path(send("copy", shown.select("[name=seen]").val(), typed));

        assertThat(lesson.bob.page(copy + "/assignments").expectFirst("time").attr("datetime"))
                .isEqualTo("2027-02-22T07:00:00Z");
    }

    @Test
    void nothingIsCopiedWhereOtherDatesWereSeen() {
        lesson.assign(lesson.set("gradient-at-a-point"), Map.of());
        var seen =
                Browsing.parse(send("show", "", Map.of())).select("[name=seen]").val();
        var before = lesson.bob.page("/courses").select(".card").size();

        var answer = send("copy", seen, Map.of("to", "2027-03-15"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Browsing.parse(answer).select("#to").val()).isEqualTo("2027-03-15");
        assertThat(Browsing.parse(answer).select("[role=alert]").text()).contains("not those that you saw");
        assertThat(lesson.bob.page("/courses").select(".card")).hasSize(before);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = """
            title, '',         Type a title
            zone,  Mars/Olympus, Choose the time zone
            from,  yesterday,  Give a day
            to,    2027-02-30, Give a day
            to,    9999-01-01, from 2000
            """)
    void whatCannotBeReadIsSaidAndKept(String field, String typed, String said) {
        var answer = send("show", "", Map.of(field, typed));

        assertThat(answer.statusCode()).isEqualTo(422);
        var page = Browsing.parse(answer);
        assertThat(page.select("#" + field + "-error").text()).contains(said);
        assertThat(page.select(".dates-table")).isEmpty();
        if (!field.equals("zone")) {
            assertThat(page.select("#" + field).val()).isEqualTo(typed);
        }
    }

    @Test
    void anArchivedCourseIsCopiedToo() {
        lesson.bob.post(lesson.course + "/archive");

        var shown = Browsing.parse(send("show", "", Map.of()));
        var copy = send("copy", shown.select("[name=seen]").val(), Map.of());

        assertThat(copy.statusCode()).isEqualTo(303);
        assertThat(lesson.bob.page(path(copy)).text()).doesNotContain("archived");
    }

    private Received send(String action, String seen, Map<String, String> typed) {
        var fields = new TreeMap<>(Map.of(
                "title", "Spring",
                "zone", "Europe/Vienna",
                "from", "2026-10-12",
                "to", "2027-02-15",
                "seen", seen,
                "action", action));
        fields.putAll(typed);
        return lesson.bob.post(lesson.course + "/copy", Lesson.pairs(fields));
    }

    private static List<String> dates(Document page) {
        return page.select(".dates-table tr:has(td)").stream()
                .map(row -> row.select("td").text())
                .toList();
    }

    private List<Long> sharedOf(String course) {
        List<?> ids = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select p.exercise_id from assignment_problem p join assignment a on a.id = p.assignment_id"
                                        + " where a.course_id = :course and p.exercise_id is not null")
                        .setParameter("course", Long.valueOf(course.replaceFirst(".*/", "")))
                        .getResultList());
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }
}
