package org.nabla.classroom.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nabla.classroom.Lesson.day;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.Browsing;
import org.nabla.Received;
import org.nabla.classroom.Lesson;

/** All dates of a course are seen and changed in one table. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class DatesPagesTest {
    private static final String ONE = "first-partial-derivative";

    @Inject
    EntityManager database;

    private Lesson lesson;
    private String dates;

    @BeforeEach
    void bobGivesTwoAssignments() {
        lesson = new Lesson();
        dates = lesson.course + "/assignments/dates";
        var set = lesson.set(ONE);
        lesson.assign(set, Map.of("title", "Week 1", "opens", "2026-10-05T08:00", "due", "2026-10-12T18:00"));
        lesson.assign(
                set,
                Map.of(
                        "title",
                        "Week 2",
                        "opens",
                        "2026-10-12T08:00",
                        "due",
                        "2026-10-19T18:00",
                        "late",
                        "yes",
                        "closes",
                        "2026-10-26T18:00",
                        "feedback",
                        "AT",
                        "told",
                        "2026-10-27T08:00"));
    }

    @Test
    void allAreChangedInOneAct() {
        var answer = send(Map.of("due-1", "2026-10-14T20:00", "told-2", "", "closes-2", "2026-10-27T18:00"));

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(303);
        var page = lesson.bob.page(dates);
        assertThat(page.select("#due-1").val()).isEqualTo("2026-10-14T20:00");
        assertThat(page.select("#closes-1").val()).as("closes when it is due").isEmpty();
        assertThat(page.select("#told-1")).as("it is told at once").isEmpty();
        assertThat(page.select("#closes-2").val()).isEqualTo("2026-10-27T18:00");
        assertThat(page.select("#told-2").val()).isEmpty();
        var rules = lesson.bob.page(lesson.course + "/assignments/2/rules");
        assertThat(rules.select("[name=feedback][checked]").val()).isEqualTo("AFTER_DUE");
        assertThat(lesson.bob.page(lesson.course + "/log").text()).contains("Week 1: dates changed");
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(textBlock = """
            due-1,    2026-10-01T08:00, Week 1, due: It must be due after it opens.
            opens-2,  soon,             Week 2, opens: Give a date and a time
            closes-2, 2026-10-18T18:00, Week 2, closes: It cannot close before it is due.
            told-2,   2026-10-18T18:00, Week 2, told from: Before it is due
            due-2,    2026-03-29T02:30, Week 2, due: There is no such time
            """)
    void whatIsWrongIsSaidByRowAndNothingIsLost(String field, String typed, String title, String said) {
        var answer = send(Map.of(field, typed, "due-1".equals(field) ? "due-2" : "due-1", "2026-10-20T18:00"));

        assertThat(answer.statusCode()).isEqualTo(422);
        var page = Browsing.parse(answer);
        assertThat(page.select("[role=alert] li").text()).contains(title + ", " + said);
        assertThat(page.select("[aria-invalid]").eachAttr("name")).contains(field);
        assertThat(page.select("#" + field).val()).isEqualTo(typed);
        assertThat(page.select("due-1".equals(field) ? "#due-2" : "#due-1").val())
                .isEqualTo("2026-10-20T18:00");
        assertThat(lesson.bob.page(dates).select("#due-1").val())
                .as("nothing is saved")
                .isEqualTo("2026-10-12T18:00");
    }

    @ParameterizedTest(name = "from {0} by {1}")
    @CsvSource(textBlock = """
            2026-10-12, 14,  2026-10-05T08:00, 2026-10-26T18:00, 2026-10-26T08:00, 2026-11-02T18:00
            2026-10-13, -7,  2026-10-05T08:00, 2026-10-12T18:00, 2026-10-12T08:00, 2026-10-12T18:00
            2026-10-01, 161, 2027-03-15T08:00, 2027-03-22T18:00, 2027-03-22T08:00, 2027-03-29T18:00
            """)
    void manyAreMovedInTheTableAndSavedThen(
            String from, String days, String opens1, String due1, String opens2, String due2) {
        var shown = send(Map.of("action", "shift", "shift-from", from, "shift-days", days));

        var page = Browsing.parse(shown);
        assertThat(page.select("[role=status]").text()).contains("Nothing is saved yet");
        assertThat(page.select("[id^=opens], [id^=due]").eachAttr("value")).containsExactly(opens1, due1, opens2, due2);
        assertThat(lesson.bob.page(dates).select("#due-2").val()).isEqualTo("2026-10-19T18:00");
    }

    @Test
    void aShiftThatCannotBeReadIsSaid() {
        var page = Browsing.parse(send(Map.of("action", "shift", "shift-from", "today", "shift-days", "a week")));

        assertThat(page.select("#shift-from-error").text()).contains("Give a day");
        assertThat(page.select("#shift-days-error").text()).contains("number of days");
        assertThat(page.select("#due-2").val()).isEqualTo("2026-10-19T18:00");
    }

    @Test
    void whatItDoesToMarksIsShownFirst() {
        var ada = lesson.learner("Ada");
        var address = lesson.assign(
                lesson.set(ONE),
                Map.of(
                        "title",
                        "Now",
                        "opens",
                        day(-9),
                        "due",
                        day(-2),
                        "late",
                        "yes",
                        "closes",
                        day(5),
                        "lateShare",
                        "10"));
        ada.page(address + "/problems/1");
        Lesson.answer(ada, address + "/problems/1", key(address));

        var shown = send(Map.of("due-3", day(3), "due-1", "2026-10-14T20:00"));

        assertThat(Browsing.parse(shown).select("tbody tr").text())
                .startsWith("Ada Now, 1.")
                .endsWith("1.4 2 more");
        assertThat(lesson.bob.page(dates).select("#due-1").val()).isEqualTo("2026-10-12T18:00");
        assertThat(lesson.confirmed(shown).statusCode()).isEqualTo(303);
        assertThat(lesson.bob.page(dates).select("#due-1").val()).isEqualTo("2026-10-14T20:00");
        assertThat(lesson.bob.page(address).select("tbody td.number").text()).isEqualTo("2");
    }

    @Test
    void whoSavesSecondIsTold() {
        var seen = lesson.bob.page(dates).select("[name=seen-1]").val();
        send(Map.of("due-1", "2026-10-13T18:00"));

        var second = send(Map.of("due-1", "2026-10-14T18:00", "seen-1", seen));

        assertThat(second.statusCode()).isEqualTo(409);
        var page = Browsing.parse(second);
        assertThat(page.select("[role=alert]").text()).contains("Somebody else has changed Week 1");
        assertThat(page.select("#due-1").val()).isEqualTo("2026-10-14T18:00");
        assertThat(send(Map.of(
                                "due-1",
                                "2026-10-14T18:00",
                                "seen-1",
                                page.select("[name=seen-1]").val()))
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void datesOfSectionsStandBelowThoseOfAll() {
        var tuesday = lesson.section("Tuesday group");
        var page = lesson.bob.page(dates);
        assertThat(page.select(".of-section"))
                .as("it has no dates of its own yet")
                .isEmpty();
        assertThat(lesson.bob.page(dates + "?sections=all").select(".of-section th"))
                .hasSize(2);

        var saved = send(
                Map.of("opens-1-" + tuesday, "", "due-1-" + tuesday, "2026-10-13T18:00", "closes-1-" + tuesday, ""));

        assertThat(saved.statusCode()).as(saved.asString()).isEqualTo(303);
        page = lesson.bob.page(dates);
        assertThat(page.select(".of-section th").text()).isEqualTo("Week 1, Tuesday group");
        assertThat(page.select("#due-1-" + tuesday).val()).isEqualTo("2026-10-13T18:00");
        assertThat(page.select("#due-1").val()).isEqualTo("2026-10-12T18:00");

        var shifted = Browsing.parse(send(Map.of("action", "shift", "shift-from", "2026-10-13", "shift-days", "7")));
        assertThat(shifted.select("#due-1-" + tuesday).val()).isEqualTo("2026-10-20T18:00");
        assertThat(shifted.select("#due-1").val()).isEqualTo("2026-10-12T18:00");

        var wrong = Browsing.parse(send(Map.of("due-1-" + tuesday, "2026-10-01T18:00")));
        assertThat(wrong.select("[role=alert]").text())
                .contains("Week 1, Tuesday group, due: It must be due after it opens.");
        assertThat(wrong.select("#due-1-" + tuesday).val()).isEqualTo("2026-10-01T18:00");

        send(Map.of("opens-1-" + tuesday, "", "due-1-" + tuesday, "", "closes-1-" + tuesday, ""));
        assertThat(lesson.bob.page(dates).select(".of-section")).isEmpty();
    }

    @Test
    void whatADateOfASectionDoesToMarksIsShownFirst() {
        var ada = lesson.learner("Ada");
        var tuesday = lesson.section("Tuesday group");
        lesson.move(tuesday, ada);
        var address = lesson.assign(
                lesson.set(ONE),
                Map.of(
                        "title",
                        "Now",
                        "opens",
                        day(-9),
                        "due",
                        day(-2),
                        "late",
                        "yes",
                        "closes",
                        day(5),
                        "lateShare",
                        "10"));
        ada.page(address + "/problems/1");
        Lesson.answer(ada, address + "/problems/1", key(address));

        var shown =
                send(Map.of("opens-3-" + tuesday, day(-9), "due-3-" + tuesday, day(3), "closes-3-" + tuesday, day(5)));

        assertThat(Browsing.parse(shown).select("tbody tr").text())
                .startsWith("Ada 1.")
                .endsWith("1.4 2 more");
        assertThat(lesson.confirmed(shown).statusCode()).isEqualTo(303);
        assertThat(lesson.bob.page(address).select("tbody td.number").text()).isEqualTo("2");
    }

    @Test
    void whoSavesSecondIsToldOfDatesOfSectionsToo() {
        var tuesday = lesson.section("Tuesday group");
        var seen = lesson.bob.page(dates).select("[name=seen-1]").val();
        send(Map.of("opens-1-" + tuesday, "", "due-1-" + tuesday, "2026-10-13T18:00", "closes-1-" + tuesday, ""));

        assertThat(send(Map.of("due-1", "2026-10-14T18:00", "seen-1", seen)).statusCode())
                .isEqualTo(409);
    }

    /** What is right for the one learner who has opened the one exercise. */
    private String key(String address) {
        return QuarkusTransaction.requiringNew().call(() -> (String) database.createNativeQuery("""
                        select e.body #>> '{parts,0,answer,value,0}' from exercise e
                        join assigned_exercise w on w.exercise_id = e.id join assignment_problem p on p.id = w.problem_id
                        join assignment a on a.id = p.assignment_id
                        where a.course_id = :course and a.number = :number""")
                .setParameter("course", Long.parseLong(address.split("/")[2]))
                .setParameter("number", Integer.parseInt(address.split("/")[4]))
                .getSingleResult());
    }

    /** The table as it is, with these fields typed. */
    private Received send(Map<String, String> typed) {
        var fields = new TreeMap<String, String>();
        lesson.bob
                .page(dates)
                .select("form.form input:not([name=csrf-token])")
                .forEach(field -> fields.put(field.attr("name"), field.val()));
        fields.put("action", "save");
        fields.putAll(typed);
        return lesson.bob.post(dates, Lesson.pairs(fields));
    }
}
