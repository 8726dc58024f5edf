package org.nabla.classroom.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nabla.classroom.Lesson.answer;
import static org.nabla.classroom.Lesson.day;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.Browsing;
import org.nabla.Received;
import org.nabla.classroom.Lesson;

/** Times and marks are changed only as everybody expects: more time is more, what changes is seen before, who comes second is told. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class FairTimesTest {
    private static final String ONE = "first-partial-derivative";

    @Inject
    EntityManager database;

    private Lesson lesson;
    private Browsing ada;

    @BeforeEach
    void adaJoinsTheCourseOfBob() {
        lesson = new Lesson();
        ada = lesson.learner("Ada");
    }

    @ParameterizedTest(name = "due {0}, closes {1}: {2}")
    @CsvSource(textBlock = """
            -3, 9,  due,    less time than the others have
            6,  9,  due,    an hour too early is a typing error too
            8,  7,  closes, closes before it is due
            8,  8,  closes, closes before it closes for all
            """)
    void anExtensionThatTakesTimeAwayIsRefused(int due, int closes, String field, String why) {
        var address = lesson.assign(lesson.set(ONE), Map.of("due", day(7), "late", "yes", "closes", day(9)));
        right(address);
        var learner = learner(address);

        var refused = lesson.bob.post(learner + "/extension", "due", day(due), "closes", day(closes), "reason", "ill");

        assertThat(refused.statusCode()).as(why).isEqualTo(422);
        assertThat(Browsing.parse(refused).select("[aria-invalid]").eachAttr("name"))
                .containsExactly(field);
        assertThat(Browsing.parse(refused).select("#due").val()).isEqualTo(day(due));
        assertThat(lesson.bob.page(learner).text()).doesNotContain("More time, until");
        assertThat(ada.page(address).select(".lead").text()).doesNotContain("more time");
        assertThat(points(address)).isEqualTo("2");
    }

    @Test
    void aLaterDueTimeOfAllDoesNotOvertakeAnExtension() {
        var address = lesson.assign(lesson.set(ONE), Map.of("opens", day(-9), "due", day(-2)));
        lesson.bob.post(learner(address) + "/extension", "due", day(1), "closes", day(1), "reason", "ill");

        changeRules(address, Map.of("opens", day(-9), "due", day(5)));

        assertThat(ada.page(address).select(".lead time").attr("datetime"))
                .isEqualTo(lesson.bob.page(address).select("p time").get(1).attr("datetime"));
    }

    @Test
    void whatAChangeOfTimeDoesToMarksIsShownBeforeItIsDone() {
        var address = lesson.assign(
                lesson.set(ONE),
                Map.of("opens", day(-9), "due", day(-2), "late", "yes", "closes", day(5), "lateShare", "10"));
        right(address);
        var learner = learner(address);

        var shown = lesson.bob.post(learner + "/extension", "due", day(3), "closes", day(5), "reason", "ill");

        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(Browsing.parse(shown).select("tbody tr").text())
                .startsWith("Ada")
                .endsWith("1.4 2 more");
        assertThat(points(address)).as("nothing is done yet").isEqualTo("1.4");
        lesson.confirmed(shown);
        assertThat(points(address)).isEqualTo("2");

        var back = lesson.bob.post(learner + "/extension", "action", "end");
        assertThat(Browsing.parse(back).select("tbody tr").text()).endsWith("2 1.4 less");
        assertThat(points(address)).isEqualTo("2");
    }

    @Test
    void whatOtherRulesDoToMarksIsShownBeforeTheyHold() {
        var address = lesson.assign(lesson.set(ONE), Map.of());
        answer(ada, address + "/problems/1", "17");
        right(address);
        var rules = new String[] {"title", "Week 3", "opens", day(-1), "due", day(7), "penalty", "25", "help", "on"};

        var shown = lesson.bob.post(address + "/rules", rules);

        assertThat(Browsing.parse(shown).select("tbody tr").text()).endsWith("2 1.5 less");
        assertThat(points(address)).isEqualTo("2");
        answer(ada, address + "/problems/1", "18");
        assertThat(lesson.confirmed(shown).statusCode())
                .as("the mark that was shown is still the one")
                .isEqualTo(303);
        assertThat(points(address)).isEqualTo("1.5");
    }

    @Test
    void toldLaterIsToldWhenNobodyCanHandInAnyMore() {
        var eve = lesson.learner("Eve");
        var address = lesson.assign(lesson.set(ONE), Map.of("opens", day(-9), "feedback", "AFTER_DUE"));
        right(address);
        lesson.bob.post(learner(address) + "/extension", "due", day(9), "closes", day(9), "reason", "ill");

        changeRules(address, Map.of("opens", day(-9), "due", day(-2), "feedback", "AFTER_DUE", "help", ""));

        assertThat(eve.page(address).select(".lead").text()).startsWith("Closed.");
        var said = eve.page(address).select("main ul.text").text();
        assertThat(said).contains("is told", "when nobody in the course can hand in any more");
        assertThat(ada.page(address).select(".state").text()).isEqualTo("answered");
        var help = Browsing.parse(eve.post(address + "/problems/1/help", "solution", "open"));
        assertThat(help.select(".steps li")).isEmpty();

        lesson.bob.post(lesson.bob
                .page(lesson.course + "/people")
                .select("tbody form[action$=remove]")
                .get(0)
                .attr("action"));

        assertThat(eve.page(address).select("main ul.text").text())
                .as("who is not in the course any more hands nothing in")
                .contains("was told");
    }

    @Test
    void aTeacherSetsTheTimeAtWhichItIsTold() {
        var set = lesson.set(ONE);
        var early = lesson.give(set, Map.of("due", day(7), "feedback", "AT", "told", day(3)));
        assertThat(Browsing.parse(early).select("#told[aria-invalid]")).hasSize(1);

        var address = lesson.assign(set, Map.of("due", day(7), "feedback", "AT", "told", day(8)));

        assertThat(ada.page(address).select("main ul.text").text())
                .contains("Whether an answer is right is told")
                .doesNotContain("nobody in the course");
        assertThat(ada.page(address + "/problems/1").select(".rule").text()).contains("Whether it is right is told");
    }

    @Test
    void whoSavesSecondIsToldAndLosesNothing() {
        var address = lesson.assign(lesson.set(ONE), Map.of());
        var form = lesson.bob.page(address + "/rules");
        var seen = form.select("[name=seen]").val();
        changeRules(address, Map.of("due", day(5)));

        var second = lesson.bob.post(
                address + "/rules", "title", "Mine", "opens", day(-1), "due", day(6), "help", "on", "seen", seen);

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(Browsing.parse(second).select(".errors").text()).contains("Somebody else has changed these rules");
        assertThat(Browsing.parse(second).select("#title").val()).isEqualTo("Mine");
        assertThat(lesson.bob.page(address).expectFirst("h2").text()).isEqualTo("Week 3");
        var again = lesson.bob.post(
                address + "/rules",
                "title",
                "Mine",
                "opens",
                day(-1),
                "due",
                day(6),
                "help",
                "on",
                "seen",
                Browsing.parse(second).select("[name=seen]").val());
        assertThat(again.statusCode()).isEqualTo(303);
    }

    @Test
    void aMarkThatSomebodyElseHasJustSetIsNotOverwrittenUnseen() {
        var address = lesson.assign(lesson.set(ONE), Map.of());
        var learner = learner(address);
        var seen = lesson.bob.page(learner).expectFirst("[name=seen]").val();
        lesson.bob.post(learner + "/mark", "points", "1", "why", "of the other", "seen", seen);

        var second = lesson.bob.post(learner + "/mark", "points", "2", "why", "mine", "seen", seen);

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(Browsing.parse(second).select(".notice").text()).contains("Somebody else");
        assertThat(Browsing.parse(second).select("#why").val()).isEqualTo("mine");
        assertThat(points(address)).isEqualTo("1 set");
    }

    @Test
    void moreThanThePointsNeedsTheWordBonus() {
        var address = lesson.assign(lesson.set(ONE), Map.of());
        var learner = learner(address);

        var refused = lesson.bob.post(learner + "/mark", "points", "20", "why", "typed too fast");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Browsing.parse(refused).select("#points-error").text()).contains("more than the 2 points");
        assertThat(Browsing.parse(refused).select("#points").val()).isEqualTo("20");

        lesson.bob.post(learner + "/mark", "points", "3", "why", "a proof of its own", "bonus", "yes");
        assertThat(points(address)).isEqualTo("3 set");
    }

    /** Whoever begins and whoever withdraws at the same moment: one of them comes first, and the other is told. */
    @Test
    void beginningAndWithdrawingAtTheSameMomentLeaveNothingHalf() {
        for (var round = 0; round < 4; round++) {
            var address = lesson.assign(lesson.set(ONE), Map.of());
            lesson.bob.get("/test/prepare/" + lesson.course.replace("/courses/", ""));
            var begins = CompletableFuture.supplyAsync(() -> ada.get(address + "/problems/1"));
            var withdraws = CompletableFuture.supplyAsync(() -> lesson.bob.post(address + "/withdraw"));

            var begun = begins.join().statusCode();
            var withdrawn = withdraws.join().statusCode();

            assertThat(begun == 200 && withdrawn == 409 || begun == 404 && withdrawn == 303)
                    .as("begun %d, withdrawn %d", begun, withdrawn)
                    .isTrue();
            assertThat(ada.get(address).statusCode()).isEqualTo(begun);
        }
    }

    private Received changeRules(String address, Map<String, String> rules) {
        var fields = new java.util.TreeMap<>(Map.of("title", "Week 3", "opens", day(-1), "help", "on"));
        fields.putAll(rules);
        var response = lesson.bob.post(address + "/rules", Lesson.pairs(fields));
        return response.statusCode() == 200 ? lesson.confirmed(response) : response;
    }

    private String learner(String address) {
        return lesson.bob.page(address).select("tbody th a").attr("href");
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
