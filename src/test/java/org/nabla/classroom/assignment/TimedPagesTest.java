package org.nabla.classroom.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nabla.classroom.Lesson.answer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.Browsing;
import org.nabla.Received;
import org.nabla.classroom.Lesson;

/** Work against the clock: a decision to start, answers kept as they are typed, and an end that the server keeps. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class TimedPagesTest {
    private static final String ONE = "first-partial-derivative";
    private static final String TWO = "gradient-at-a-point";

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
    void nobodySeesTheExercisesBeforeTheyStart() {
        var address = give(Map.of("minutes", "45"));

        var before = ada.page(address);
        assertThat(before.select(".start").text())
                .contains("You have 45 minutes from the moment you start", "If you start now, it ends", "handed in");
        assertThat(before.select(".problem-rows")).isEmpty();
        var early = ada.get(address + "/problems/1");
        assertThat(early.statusCode()).isEqualTo(303);
        assertThat(Lesson.path(early)).isEqualTo(address);
        assertThat(ada.post(address + "/problems/1", "answer-a", "17").statusCode())
                .isEqualTo(303);

        var started = ada.post(address + "/start");

        assertThat(Lesson.path(started)).isEqualTo(address + "/problems/1");
        var clock = ada.page(address + "/problems/1").select("#time-left");
        assertThat(clock.select(".digits").text()).matches("4[45]:\\d\\d");
        assertThat(clock.select(".words").text()).contains("4", "minutes", "left");
        assertThat(ada.page(address).select(".start button")).isEmpty();
        assertThat(ada.page(address).select(".problem-rows li")).hasSize(1);
    }

    @Test
    void whoStartsTwiceHasStartedOnce() {
        var address = give(Map.of("minutes", "45"));
        ada.post(address + "/start");
        pass(address, 20);
        var ends = ends(address);

        var again = ada.post(address + "/start");

        assertThat(again.statusCode()).isEqualTo(303);
        assertThat(ends(address)).isEqualTo(ends);
        assertThat(ada.page(address + "/problems/1").select(".digits").text()).matches("2[45]:\\d\\d");
    }

    @ParameterizedTest(name = "after {0} minutes of 45: {1}")
    @CsvSource(textBlock = """
            44, 2,  in time
            45, 2,  in the minute of grace
            47, –,  too late
            """)
    void answersAreTakenUntilAMinuteAfterTheEnd(int minutes, String points, String why) {
        var address = give(Map.of("minutes", "45"));
        ada.post(address + "/start");
        ada.page(address + "/problems/1");
        pass(address, minutes);

        var page = answer(ada, address + "/problems/1", key(address));

        assertThat(points(address)).as(why).isEqualTo(points);
        assertThat(page.select(".notice").text().contains("closed")).isEqualTo(points.equals("–"));
    }

    @Test
    void theFactorOfALearnerApplies() {
        var address = give(Map.of("minutes", "40"));
        factor("1.5");

        assertThat(ada.page(address).select(".start").text()).contains("You have 60 minutes", "40 minutes times 1.5");
        ada.post(address + "/start");
        assertThat(ada.page(address + "/problems/1").select(".digits").text()).matches("(59|60):\\d\\d|1:00:00");
        pass(address, 50);
        assertThat(ada.page(address + "/problems/1").select(".time-left.over")).isEmpty();
        factor("1");
        assertThat(ada.page(address + "/problems/1").select(".time-left.over"))
                .as("what was told stays")
                .isEmpty();
    }

    @Test
    void itEndsWhenItClosesAndThatIsSaidBefore() {
        var address = give(Map.of("minutes", "60", "due", soon(30)));

        assertThat(ada.page(address).select(".start").text()).contains("less than your 60 minutes");
        ada.post(address + "/start");

        assertThat(ada.page(address + "/problems/1").select(".digits").text()).matches("(29|30):\\d\\d");
    }

    @Test
    void aSessionThatEndsInTheMiddleLosesNothing() {
        var address = give(Map.of("minutes", "45"));
        ada.post(address + "/start");
        ada.page(address + "/problems/1");
        pass(address, 20);
        ada.setCookie("session", "ended");

        var sent = ada.post(address + "/problems/1", "answer-a", "3x + 7");

        assertThat(Lesson.path(sent)).startsWith("/sign-in");
        var door = ada.follow(sent);
        assertThat(door.text()).contains("You were signed out meanwhile.", "Your answer is kept");
        pass(address, 5); // the time goes on
        var in = ada.post(
                "/sign-in",
                "login",
                ada.login(),
                "password",
                "correct horse battery",
                "next",
                door.select("[name=next]").val());
        assertThat(Lesson.path(in)).startsWith(address + "/problems/1?kept=yes");
        var back = ada.follow(in);
        assertThat(back.select("[name=answer-a]").val()).isEqualTo("3x + 7");
        assertThat(back.select(".digits").text()).matches("(19|20):\\d\\d");
        assertThat(points(address)).as("nothing is handed in by it").isEqualTo("–");
    }

    @Test
    void whatIsTypedIsKeptAndComesBackOnEveryDevice() {
        var address = give(Map.of("minutes", "45"));
        ada.post(address + "/start");
        ada.page(address + "/problems/1");

        assertThat(draft(address, "x^2 + ").statusCode()).isEqualTo(204);
        assertThat(draft(address, "x^2 + y").statusCode()).isEqualTo(204);

        assertThat(ada.page(address + "/problems/1").select("[name=answer-a]").val())
                .isEqualTo("x^2 + y");
        var byHand = ada.post(address + "/problems/1/draft", "answer-a", "x^3");
        assertThat(byHand.statusCode()).as("without a script").isEqualTo(303);
        var page = ada.page(address + "/problems/1");
        assertThat(page.select("[name=answer-a]").val()).isEqualTo("x^3");
        assertThat(page.select(".rule").text()).contains("draft");
        assertThat(lesson.bob.page(address).text()).as("nothing is handed in").contains("opened");
        answer(ada, address + "/problems/1", "17");
        assertThat(ada.page(address + "/problems/1").select("[name=answer-a]").val())
                .isEqualTo("17");
    }

    @Test
    void whatStandsInTheBoxesIsHandedInWhenTheTimeIsOver() {
        var address = give(Map.of("minutes", "45"));
        ada.post(address + "/start");
        ada.page(address + "/problems/1");
        draft(address, key(address));
        pass(address, 47);

        finish();
        finish();

        assertThat(points(address)).isEqualTo("2");
        assertThat(ada.page(address).text()).contains("Your time was over");
        assertThat(attempts(address)).as("once").isEqualTo(1);
        var late = draft(address, "later");
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.asString()).contains("your teacher can see it");
        finish();
        assertThat(points(address)).as("what arrives later counts no more").isEqualTo("2");
        assertThat(lesson.bob.page(learner(address)).text()).contains("In the boxes, and not counted", "later");
    }

    @Test
    void whatWasHandedInIsNotHandedInAgain() {
        var address = give(Map.of("minutes", "45", "attempts", "3"));
        ada.post(address + "/start");
        ada.page(address + "/problems/1");
        answer(ada, address + "/problems/1", "17");
        draft(address, "17");
        pass(address, 47);

        finish();

        assertThat(attempts(address)).isEqualTo(1);
    }

    @Test
    void aTeacherGivesMoreMinutes() {
        var address = give(Map.of("minutes", "45"));
        ada.post(address + "/start");
        ada.page(address + "/problems/1");
        pass(address, 60);
        finish();
        assertThat(ada.page(address + "/problems/1").select(".notice").text()).contains("closed");
        var learner = learner(address);
        assertThat(lesson.bob.page(learner).select("#run").text()).contains("Started");

        var refused = lesson.bob.post(learner + "/minutes", "minutes", "many");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browsing.parse(refused).select("#minutes-error").text()).contains("number of minutes");
        lesson.bob.post(learner + "/minutes", "minutes", "15");

        assertThat(ada.page(address + "/problems/1").select(".digits").text()).matches("1[45]:\\d\\d");
        answer(ada, address + "/problems/1", key(address));
        assertThat(points(address)).isEqualTo("2");
    }

    @Test
    void verdictsThatAreToldLaterWaitForWhoStillRuns() {
        var eve = lesson.learner("Eve");
        var address = give(Map.of("minutes", "45", "feedback", "AFTER_DUE", "due", soon(20)));
        ada.post(address + "/start");
        ada.page(address + "/problems/1");
        answer(ada, address + "/problems/1", "17");
        closeAgo(address, 30);

        assertThat(eve.page(address).select("main ul.text").text())
                .as("the minute of grace of Ada has not passed")
                .contains("is told");
        closeAgo(address, 90);
        assertThat(eve.page(address).select("main ul.text").text()).contains("was told");
    }

    @Test
    void eachLearnerHasAnOrderOfTheirOwnThatStays() {
        var address = lesson.assign(
                lesson.set(
                        ONE,
                        TWO,
                        "second-partial-derivatives",
                        "directional-derivative-at-a-point",
                        "tangent-plane-to-a-graph"),
                Map.of("shuffled", "on"));
        var orders = new HashMap<String, String>();
        for (var name : new String[] {"Ada", "Eve", "Dan", "Fay"}) {
            var somebody = lesson.learner(name);
            var order = somebody.page(address)
                    .select(".problem-title a")
                    .eachAttr("href")
                    .toString();
            assertThat(somebody.page(address)
                            .select(".problem-title a")
                            .eachAttr("href")
                            .toString())
                    .isEqualTo(order);
            assertThat(somebody.page(address).select(".problem-number").eachText())
                    .containsExactly("1", "2", "3", "4", "5");
            orders.put(name, order);
            var first = somebody.page(address).expectFirst(".problem-title a").attr("href");
            assertThat(somebody.page(first).select(".rule").text()).startsWith("Exercise 1 of 5");
            assertThat(somebody.page(first).select(".turn a").get(0).attr("href"))
                    .isEqualTo(somebody.page(address)
                            .select(".problem-title a")
                            .get(1)
                            .attr("href"));
        }
        // Two may have the same by chance; that all four do happens once in 1,728,000 times.
        assertThat(Set.copyOf(orders.values())).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource({"0", "-5", "1441", "soon"})
    void aNumberOfMinutesThatIsNoneIsRefused(String typed) {
        var refused = lesson.give(lesson.set(ONE), Map.of("minutes", typed));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browsing.parse(refused).select("#minutes-error").text()).contains("from 1 to 1440");
        assertThat(Browsing.parse(refused).select("#minutes").val()).isEqualTo(typed);
    }

    private String give(Map<String, String> rules) {
        return lesson.assign(lesson.set(ONE), rules);
    }

    /** So many minutes from now, as a field has it. */
    private static String soon(int minutes) {
        return LocalDateTime.now(ZoneId.of("Europe/Vienna"))
                .plusMinutes(minutes)
                .toString()
                .substring(0, 16);
    }

    private Received draft(String address, String typed) {
        return ada.script(address + "/problems/1/draft", "answer-a", typed);
    }

    /** As if the run had begun so many minutes earlier; drafts are as much older. */
    private void pass(String address, int minutes) {
        update(
                "update timed_run set started_at = started_at - make_interval(mins => :minutes),"
                        + " promised_at = promised_at - make_interval(mins => :minutes) where assignment_id = "
                        + id(address),
                minutes);
        update(
                "update answer_draft set saved_at = saved_at - make_interval(mins => :minutes) where problem_id in"
                        + " (select id from assignment_problem where assignment_id = " + id(address) + ")",
                minutes);
    }

    /** It closed so many seconds ago. */
    private void closeAgo(String address, int seconds) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update assignment set due_at = now() - make_interval(secs => :seconds),"
                                        + " closes_at = now() - make_interval(secs => :seconds) where id = "
                                        + id(address))
                        .setParameter("seconds", seconds)
                        .executeUpdate());
    }

    private void update(String sql, int minutes) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(sql)
                        .setParameter("minutes", minutes)
                        .executeUpdate());
    }

    private void factor(String factor) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update enrolment set time_factor = " + factor + " where course_id = :course")
                        .setParameter("course", Long.parseLong(lesson.course.replaceFirst(".*/", "")))
                        .executeUpdate());
    }

    private static void finish() {
        assertThat(Browsing.start().post("/test/finish").statusCode()).isEqualTo(204);
    }

    private String ends(String address) {
        return one("select cast(promised_at as text) from timed_run where assignment_id = " + id(address));
    }

    private int attempts(String address) {
        return Integer.parseInt(one("select cast(count(*) as text) from handed_in h"
                + " join assignment_problem p on p.id = h.problem_id where p.assignment_id = " + id(address)));
    }

    /** What is right for the one learner who has opened the one exercise. */
    private String key(String address) {
        return one("select e.body #>> '{parts,0,answer,value,0}' from exercise e"
                + " join assigned_exercise w on w.exercise_id = e.id join assignment_problem p on p.id = w.problem_id"
                + " where p.assignment_id = " + id(address));
    }

    private static String id(String address) {
        return "(select id from assignment where course_id = %s and number = %s)"
                .formatted(address.split("/")[2], address.split("/")[4]);
    }

    private String one(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> (String) database.createNativeQuery(sql).getSingleResult());
    }

    private String learner(String address) {
        return lesson.bob.page(address).select("tbody th a").attr("href");
    }

    private String points(String address) {
        return lesson.bob.page(address).select("tbody td.number").get(0).text();
    }
}
