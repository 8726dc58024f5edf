package org.nabla.classroom.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nabla.classroom.Lesson.answer;
import static org.nabla.classroom.Lesson.day;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.Browsing;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.Lesson;

/** What a learner has in every assignment applies by itself, everywhere, and is nobody else’s business. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class OwnTimesTest {
    private static final String ONE = "first-partial-derivative";
    private static final String WORDS =
            "You have 1.5 times the time for timed work and 2 more days for each assignment.";

    @Inject
    EntityManager database;

    private Lesson lesson;
    private Browsing ada;

    @BeforeEach
    void adaJoinsTheCourseOfBob() {
        lesson = new Lesson();
        ada = lesson.learner("Ada");
    }

    @Test
    void theLearnerIsToldAndNobodyElse() {
        var eve = lesson.learner("Eve");
        var address = lesson.assign(lesson.set(ONE), Map.of("due", day(7)));

        accommodate("Ada", "1,5", "2");

        assertThat(ada.page(lesson.course).select("main").text()).contains(WORDS);
        assertThat(ada.page(address).select(".lead").text()).contains(": the date of all, 2 extra days.");
        assertThat(ada.page(address).select("main ul.text").text()).contains(WORDS);
        assertThat(lesson.bob.page(person("Ada")).text()).contains("Ada is told: “" + WORDS);
        assertThat(lesson.bob.page(work(address, "Ada")).text()).contains("the date of all, 2 extra days.");
        for (var page : new String[] {lesson.course, address}) {
            assertThat(eve.page(page).text()).doesNotContain("times the time", "extra day");
        }
        for (var system : new String[] {"canvas", "moodle"}) {
            assertThat(lesson.bob
                            .post(lesson.course + "/gradebook/export", "for", system)
                            .asString())
                    .doesNotContain("1.5", "extra");
        }
        assertThat(lesson.bob.page(lesson.course + "/log").text())
                .contains("set the times in all assignments of")
                .doesNotContain("1.5");
    }

    @Test
    void allPagesAskTheSameRule() {
        var address = lesson.assign(lesson.set(ONE), Map.of("opens", day(-9), "due", day(-1)));
        assertThat(ada.page(address).select(".lead").text()).startsWith("Closed.");
        var before = lesson.bob
                .page(lesson.course + "/gradebook/" + id("Ada"))
                .select("main p")
                .text();
        assertThat(before).contains("0 % of what was due");

        accommodate("Ada", "", "2");

        assertThat(ada.page(address).select(".lead").text()).startsWith("Due");
        assertThat(ada.page(lesson.course).select(".rows, .assignments, main").text())
                .contains("Open");
        right(address);
        assertThat(points(address)).isEqualTo("2");
        assertThat(lesson.bob
                        .page(lesson.course + "/gradebook/" + id("Ada"))
                        .select("main p")
                        .text())
                .doesNotContain("what was due by now");

        accommodate("Ada", "1", "0");

        assertThat(points(address))
                .as("it was open: what was in time stays in time")
                .isEqualTo("2");
        assertThat(ada.page(address).select(".lead").text()).contains("the date that held for you before");
        var other = lesson.assign(lesson.set(ONE), Map.of("due", day(7)));
        assertThat(ada.page(other).select(".lead").text()).as("a new one").doesNotContain("before");
    }

    @Test
    void whichMarksMoreDaysChangeIsSeenFirst() {
        var address = lesson.assign(
                lesson.set(ONE),
                Map.of("opens", day(-9), "due", day(-2), "late", "yes", "closes", day(5), "lateShare", "10"));
        right(address);

        var shown = lesson.bob.post(person("Ada") + "/times", "factor", "1.5", "days", "4");

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(Browsing.parse(shown).select("tbody tr").text())
                .startsWith("Ada")
                .endsWith("1.4 2 more");
        assertThat(points(address)).as("nothing is done yet").isEqualTo("1.4");
        assertThat(lesson.bob.page(person("Ada")).select("#days").val()).isEqualTo("0");
        assertThat(lesson.confirmed(shown).header("Location")).endsWith("done=times");
        assertThat(points(address)).isEqualTo("2");
        assertThat(lesson.bob.page(person("Ada")).select("#factor").val()).isEqualTo("1.5");
    }

    /** What somebody types by mistake and puts right again gives no more time than they had by the mistake. */
    @Test
    void daysThatComeAndGoDoNotAddUp() {
        var address = lesson.assign(lesson.set(ONE), Map.of("due", day(7)));

        for (var days : new String[] {"5", "0", "5", "2"}) {
            accommodate("Ada", "", days);
        }

        assertThat(lesson.bob.page(address).select("tbody tr").text()).contains(shown(12));
        lesson.bob.post(work(address, "Ada") + "/extension", "action", "end");
        assertThat(lesson.bob.page(address).select("tbody tr").text()).contains(shown(9));
    }

    @Test
    void verdictsThatAreToldLaterWaitForWhoeverHasMoreDays() {
        var eve = lesson.learner("Eve");
        var address = lesson.assign(lesson.set(ONE), Map.of("opens", day(-9), "due", day(-1), "feedback", "AFTER_DUE"));
        assertThat(eve.page(address).select("main ul.text").text()).contains("was told");

        accommodate("Ada", "", "3");

        assertThat(eve.page(address).select("main ul.text").text())
                .contains("is told")
                .doesNotContain("was told");
    }

    @Test
    void anExtensionIsMeasuredWithoutTheDaysThatComeOnTop() {
        var address = lesson.assign(lesson.set(ONE), Map.of("due", day(7)));
        accommodate("Ada", "", "2");

        var form = lesson.bob.page(work(address, "Ada"));
        assertThat(form.select("#due").val()).isEqualTo(day(7));
        lesson.bob.post(work(address, "Ada") + "/extension", "due", day(9), "closes", day(9), "reason", "ill");

        assertThat(lesson.bob.page(work(address, "Ada")).text()).contains(": their extension, 2 extra days.");
        assertThat(lesson.bob.page(address).select("tbody tr").text()).contains(shown(11));
    }

    @ParameterizedTest(name = "{0} times, {1} days: {3}")
    @CsvSource(textBlock = """
            0.9,   0,   factor, less time than the others
            3.01,  0,   factor, more than three times
            twice, 0,   factor, a word
            -1,    0,   factor, negative
            1.5,   61,  days,   too many days
            1.5,   -1,  days,   fewer days
            1.5,   1.5, days,   half a day
            """)
    void whatCannotBeIsRefusedAndKept(String factor, String days, String field, String why) {
        var refused = lesson.bob.post(person("Ada") + "/times", "factor", factor, "days", days);

        assertThat(refused.statusCode()).as(why).isEqualTo(422);
        var page = Browsing.parse(refused);
        assertThat(page.select("[aria-invalid]").eachAttr("name")).containsExactly(field);
        assertThat(page.select("#factor").val()).isEqualTo(factor);
        assertThat(page.select("#days").val()).isEqualTo(days);
        assertThat(ada.page(lesson.course).text()).doesNotContain("Your times");
    }

    private void accommodate(String name, String factor, String days) {
        var done = lesson.bob.post(person(name) + "/times", "factor", factor, "days", days);
        assertThat(done.statusCode()).as(done.asString()).isEqualTo(303);
    }

    private String person(String name) {
        return lesson.bob
                .page(lesson.course + "/people")
                .select("tbody th a:containsOwn(" + name + ")")
                .attr("href");
    }

    private String id(String name) {
        return person(name).replaceFirst(".*/", "");
    }

    private String work(String address, String name) {
        return address + "/learners/" + id(name);
    }

    private static String shown(int days) {
        return CourseMoment.of(
                        LocalDateTime.parse(day(days))
                                .atZone(ZoneId.of("Europe/Vienna"))
                                .toInstant(),
                        ZoneId.of("Europe/Vienna"))
                .text();
    }

    private String points(String address) {
        return lesson.bob
                .page(address)
                .expectFirst("tbody tr")
                .select("td.number")
                .text();
    }

    private void right(String address) {
        ada.page(address + "/problems/1");
        answer(
                ada,
                address + "/problems/1",
                QuarkusTransaction.requiringNew().call(() -> (String) database.createNativeQuery("""
                        select e.body #>> '{parts,0,answer,value,0}' from exercise e
                        join assigned_exercise w on w.exercise_id = e.id join assignment_problem p on p.id = w.problem_id
                        join assignment a on a.id = p.assignment_id
                        where a.course_id = :course and a.number = :number""")
                        .setParameter("course", Long.parseLong(address.split("/")[2]))
                        .setParameter("number", Integer.parseInt(address.split("/")[4]))
                        .getSingleResult()));
    }
}
