package org.nabla.classroom.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nabla.classroom.Lesson.answer;
import static org.nabla.classroom.Lesson.day;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.Browsing;
import org.nabla.classroom.Lesson;
import org.nabla.classroom.member.CoursePeople;
import org.nabla.exercise.Exercise;
import org.nabla.progress.store.ExerciseStore;

/** Assignments over HTTP: given by Bob, done by Ada and Eve. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class AssignmentPagesTest {
    private static final String ONE = "first-partial-derivative";
    private static final String TWO = "gradient-at-a-point";

    @Inject
    AssignmentService assignments;

    @Inject
    WorkService work;

    @Inject
    ExerciseStore exercises;

    @Inject
    CoursePeople people;

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
    void aLearnerFindsTheAssignmentAndGoesThroughIt() {
        var address = lesson.assign(lesson.set(ONE, ONE), Map.of());

        assertThat(ada.page(lesson.course + "/assignments").select(".rows a").eachAttr("href"))
                .containsExactly(address);
        var page = ada.page(address);
        assertThat(page.select("a.primary").attr("href")).isEqualTo(address + "/problems/1");
        assertThat(page.select(".problem-rows .state").eachText()).containsExactly("not opened yet", "not opened yet");

        var solved = right(address, 1);
        assertThat(solved.select(".verdict.correct")).hasSize(1);
        assertThat(solved.select(".turn a.primary").attr("href")).isEqualTo(address + "/problems/2");
        assertThat(ada.page(address).select(".problem-rows .end").eachText())
                .containsExactly("2 of 2 points", "2 points");
        assertThat(ada.page(address).select("a.primary").attr("href")).isEqualTo(address + "/problems/2");
    }

    /** Also what would be a part of the address if it stood there as it is. */
    @Test
    void anAnswerSentAfterTheSessionEndedIsThereAfterSigningIn() {
        var typed = "(x + y)*2 & answer-a=7 % 3?# '1,5'; √2 \"~\"";
        var login = Browsing.newLogin();
        var eve = Browsing.start();
        eve.signUp("Eve", login, "correct horse battery");
        lesson.join(eve);
        var problem = lesson.assign(lesson.set(ONE), Map.of("attempts", "2")) + "/problems/1";
        answer(eve, problem, "17");
        eve.setCookie("session", "x");

        for (var address : List.of(problem, problem + "/help")) {
            var door = eve.post(address, "submission", UUID.randomUUID().toString(), "answer-a", typed);
            var form = eve.follow(door);
            assertThat(form.select("[role=status]").text())
                    .contains("You were signed out meanwhile. Your answer is kept");
            var refused =
                    Browsing.parse(eve.post("/sign-in", "login", login, "password", "wrong", "next", nextOf(form)));
            var in = eve.post("/sign-in", "login", login, "password", "correct horse battery", "next", nextOf(refused));
            var page = eve.follow(in);

            assertThat(page.select("[name=answer-a]").val()).isEqualTo(typed);
            assertThat(page.select(".verdict")).isEmpty();
            assertThat(page.select("#answer").text())
                    .contains("One attempt left.")
                    .contains("You are signed in again. What you typed is back, and not sent yet: press “Check”.");
            eve.setCookie("session", "x");
        }
    }

    private static String nextOf(Document form) {
        return form.select("main [name=next]").val();
    }

    @Test
    void anAnswerTooLongForAnAddressLeadsBackToTheExerciseAlone() {
        var problem = lesson.assign(lesson.set(ONE), Map.of()) + "/problems/1";

        var door = Browsing.start().post(problem, "answer-a", "x + ".repeat(900));

        assertThat(Lesson.path(door)).isEqualTo("/sign-in?next=" + problem.replace("/", "%2F"));
    }

    @Test
    void eachLearnerHasNumbersOfTheirOwnThatNeverChange() {
        var eve = lesson.learner("Eve");
        var address = lesson.assign(lesson.set(ONE, ONE), Map.of());

        var first = exercise(ada, address, 1);
        ada.page(address + "/problems/1");

        assertThat(exercise(ada, address, 1)).isEqualTo(first);
        assertThat(exercise(ada, address, 2).seed()).isNotEqualTo(first.seed());
        // By chance two learners may have the same variant, but hardly at two problems.
        assertThat(List.of(
                        exercise(eve, address, 1).seed(),
                        exercise(eve, address, 2).seed()))
                .isNotEqualTo(List.of(first.seed(), exercise(ada, address, 2).seed()));
    }

    @Test
    void allHaveTheSameNumbersWhereTheTeacherSaysSo() {
        var eve = lesson.learner("Eve");
        var address = lesson.assign(lesson.set(ONE), Map.of("variants", "SAME"));

        assertThat(exercise(eve, address, 1)).isEqualTo(exercise(ada, address, 1));
    }

    @Test
    void toWarmUpOnlyWhatIsNotMasteredIsOffered() {
        var wanda = lesson.learner("Wanda");
        var address = lesson.assign(lesson.set(TWO), Map.of());
        var offered = wanda.page(address).select(".jump li");
        assertThat(offered.eachText()).isNotEmpty().allMatch(text -> text.endsWith(" New"));
        var known = offered.get(0).select("a").attr("href");

        master(learnerId(address, "Wanda"), skillAt(known));

        assertThat(wanda.page(address).select(".jump a").eachAttr("href"))
                .hasSize(offered.size() - 1)
                .doesNotContain(known);
    }

    /** The skill whose page has this address: the old address by its id leads there. */
    private static String skillAt(String address) {
        return IntStream.rangeClosed(1, 20)
                .mapToObj("DF%02d"::formatted)
                .filter(id -> String.valueOf(
                                Browsing.start().get("/skills/" + id).header("Location"))
                        .endsWith(address))
                .findFirst()
                .orElseThrow();
    }

    private void master(long learner, String skill) {
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("insert into learner_state values (:learner, 3, 9, 0, now(), 1, 0, 0)")
                    .setParameter("learner", learner)
                    .executeUpdate();
            database.createNativeQuery("""
                            insert into skill_state values (:learner, :skill, 3, 0, 9, 0, 0, 0, 'one', true, now() - interval '9 days',
                                true, now(), 100, 5, now(), 'MASTERED', 0, null, null, 0)""")
                    .setParameter("learner", learner)
                    .setParameter("skill", skill)
                    .executeUpdate();
        });
    }

    @Test
    void aWrongAnswerCostsWhatTheRulesSay() {
        var address = lesson.assign(lesson.set(ONE), Map.of("penalty", "25"));

        answer(ada, address + "/problems/1", "17");
        answer(ada, address + "/problems/1", "2x)");
        right(address, 1);

        assertThat(ada.page(address).select(".problem-rows .end").text()).isEqualTo("1.5 of 2 points");
        assertThat(lesson.bob.page(address).select("tbody td.number").text()).isEqualTo("1.5");
        assertThat(lesson.bob.page(address).select("tbody td.cell").attr("title"))
                .isEqualTo("right after 2 attempts");
    }

    @ParameterizedTest(name = "{0} and then {1}")
    @CsvSource({"17, 17.0", "17, 34/2", "x^7 + y, y + x^7", "(x + 1)^9, 2*(x + 1)^9/2", "x y^8, y^8*x"})
    void theSameWrongAnswerCostsOnceInWhateverFormItIsTyped(String typed, String again) {
        for (var feedback : List.of("AT_ONCE", "AFTER_DUE")) {
            var address =
                    lesson.assign(lesson.set(ONE), Map.of("penalty", "25", "attempts", "3", "feedback", feedback));
            answer(ada, address + "/problems/1", typed);
            answer(ada, address + "/problems/1", again);
            answer(ada, address + "/problems/1", again + " ");
            assertThat(ada.page(address + "/problems/1").select(".rule").text())
                    .as(feedback)
                    .contains("2 attempts left.");

            right(address, 1);

            assertThat(lesson.bob.page(address).select("tbody td.number").text())
                    .as(feedback)
                    .isEqualTo("1.5");
        }
    }

    /** Else the number of attempts left would tell what is told later. */
    @Test
    void theSameRightAnswerCostsNothingEitherWhereVerdictsAreToldLater() {
        var address = lesson.assign(lesson.set(ONE), Map.of("attempts", "3", "feedback", "AFTER_DUE"));
        right(address, 1);
        right(address, 1);

        assertThat(ada.page(address + "/problems/1").select(".rule").text()).contains("2 attempts left.");
    }

    @Test
    void whenTheAttemptsAreUsedUpNoMoreAreTaken() {
        var address = lesson.assign(lesson.set(ONE), Map.of("attempts", "2"));
        answer(ada, address + "/problems/1", "17");
        answer(ada, address + "/problems/1", "17.0"); // tried before, and free
        assertThat(ada.page(address + "/problems/1").select(".rule").text()).contains("One attempt left.");
        answer(ada, address + "/problems/1", "18");

        var page = answer(ada, address + "/problems/1", key(address, 1));

        assertThat(page.text()).contains("Your 2 attempts are used up.");
        assertThat(ada.page(address).select(".problem-rows .end").text()).isEqualTo("0 of 2 points");
    }

    @Test
    void verdictsWaitUntilNobodyCanHandInWhereTheTeacherSaysSo() {
        var address = lesson.assign(lesson.set(ONE), Map.of("feedback", "AFTER_DUE", "help", ""));

        var page = right(address, 1);

        assertThat(page.select(".verdict .word").text()).isEqualTo("Kept.");
        assertThat(ada.page(address).select(".state").text()).isEqualTo("answered");
        assertThat(ada.page(address).text()).doesNotContain("2 of 2");
        assertThat(lesson.bob.page(address).select("tbody td.number").text()).isEqualTo("2");

        changeRules(address, Map.of("opens", day(-9), "due", day(-1), "closes", day(1), "late", "yes", "help", "on"));
        assertThat(ada.page(address).select(".state").text()).isEqualTo("answered");
        changeRules(
                address,
                Map.of(
                        "opens",
                        day(-9),
                        "due",
                        day(-1),
                        "feedback",
                        "AT",
                        "told",
                        day(0),
                        "late",
                        "yes",
                        "closes",
                        day(1)));
        assertThat(ada.page(address).select(".problem-rows .end").text()).isEqualTo("2 of 2 points");
        assertThat(ada.page(address + "/problems/1").select(".verdict.correct")).hasSize(1);
    }

    @Test
    void aLateAnswerLosesItsShareAndAnExtensionGivesItBack() {
        var address = lesson.assign(
                lesson.set(ONE),
                Map.of(
                        "opens",
                        day(-9),
                        "due",
                        day(-2),
                        "late",
                        "yes",
                        "closes",
                        day(5),
                        "lateShare",
                        "10",
                        "lateFloor",
                        "50"));
        right(address, 1);
        // Two days and some seconds late: the third day has begun.
        assertThat(ada.page(address).select(".problem-rows .end").text()).isEqualTo("1.4 of 2 points");

        var learner = address + "/learners/" + learnerId(address, "Ada");
        lesson.confirmed(lesson.bob.post(learner + "/extension", "due", day(3), "closes", day(5), "reason", "ill"));

        assertThat(ada.page(address).select(".problem-rows .end").text()).isEqualTo("2 of 2 points");
        assertThat(ada.page(address).select(".lead").text()).contains("You have more time than the others.");
        assertThat(log()).contains("gave an extension to Ada");
        lesson.confirmed(lesson.bob.post(learner + "/extension", "action", "end"));
        assertThat(ada.page(address).select(".problem-rows .end").text()).isEqualTo("1.4 of 2 points");
    }

    @Test
    void whoIsRemovedAndComesBackFindsTheirWork() {
        var address = lesson.assign(lesson.set(ONE), Map.of());
        right(address, 1);
        var remove = lesson.bob
                .page(lesson.course + "/people")
                .select("tbody form[action$=remove]")
                .attr("action");

        lesson.bob.post(remove);
        assertThat(ada.get(address).statusCode()).isEqualTo(404);
        lesson.bob.post(
                lesson.bob.page(lesson.course + "/people").select(".rows form").attr("action"));

        assertThat(ada.page(address).select(".problem-rows .end").text()).isEqualTo("2 of 2 points");
        assertThat(log()).contains("removed Ada", "took back in Ada");
    }

    @Test
    void aMarkSetByHandStandsBesideTheComputedOneWithItsReason() {
        var address = lesson.assign(lesson.set(ONE), Map.of());
        answer(ada, address + "/problems/1", "17");
        var learner = address + "/learners/" + learnerId(address, "Ada");

        var without = lesson.bob.post(learner + "/mark", "points", "1.5", "why", " ");
        assertThat(without.statusCode()).isEqualTo(422);
        lesson.bob.post(learner + "/mark", "points", "1,5", "why", "right idea");

        assertThat(lesson.bob.page(address).select("tbody td.number").text()).isEqualTo("1.5 set");
        assertThat(log()).contains("overrode a mark of Ada");
        assertThat(lesson.bob.page(learner).select("main").text()).contains("0 of 2 points", "1.5 points (right idea)");
        assertThat(ada.page(address).select(".notice").text())
                .isEqualTo("Your teacher set this to 1.5 points: right idea");
        lesson.bob.post(learner + "/mark", "action", "excuse", "why", "ill");
        assertThat(ada.page(address).select(".notice").text()).isEqualTo("Your teacher has excused you: ill");
        lesson.bob.post(learner + "/mark", "action", "end");
        assertThat(lesson.bob.page(address).select("tbody td.number").text()).isEqualTo("0");
    }

    @Test
    void whoIsWrongFiveTimesInARowIsStuckUntilTheyAreRight() {
        var address = lesson.assign(lesson.set(ONE), Map.of());
        for (var i = 0; i < 5; i++) {
            answer(ada, address + "/problems/1", "17" + i);
        }
        assertThat(lesson.bob.page(address).select(".stuck li").text())
                .startsWith("Ada")
                .endsWith("5 wrong in a row");

        right(address, 1);

        assertThat(lesson.bob.page(address).select(".stuck")).isEmpty();
    }

    @Test
    void beforeItOpensOnlyItsDatesAreSeen() {
        var address = lesson.assign(lesson.set(ONE), Map.of("opens", day(1)));

        assertThat(ada.page(address).select(".problem-rows")).isEmpty();
        assertThat(ada.get(address + "/problems/1").statusCode()).isEqualTo(403);
        assertThat(ada.post(address + "/problems/1", "answer-a", "x").statusCode())
                .isEqualTo(403);
    }

    @Test
    void whenItIsClosedTheWorkedWayIsOpenAndNoAnswerIsTaken() {
        var address = lesson.assign(
                lesson.set(ONE), Map.of("opens", day(-9), "due", day(-2), "help", "", "feedback", "AFTER_DUE"));

        var page = answer(ada, address + "/problems/1", "x");

        assertThat(page.text()).contains("This assignment is closed");
        assertThat(ada.page(address).select(".problem-rows .end").text()).isEqualTo("2 points");
        var help = Browsing.parse(ada.post(address + "/problems/1/help", "solution", "open"));
        assertThat(help.select(".steps li")).isNotEmpty();
    }

    @Test
    void rulesThatDoNotFitAreRefusedAndNothingIsLost() {
        var set = lesson.set(ONE);

        var response = lesson.give(set, Map.of("title", " ", "due", day(-3), "penalty", "lots", "attempts", "0"));

        assertThat(response.statusCode()).isEqualTo(422);
        var page = Browsing.parse(response);
        assertThat(page.select("[aria-invalid]").eachAttr("name"))
                .containsExactlyInAnyOrder("title", "due", "penalty", "attempts");
        assertThat(page.select("#penalty").val()).isEqualTo("lots");
        assertThat(ada.page(lesson.course + "/assignments").select(".rows")).isEmpty();
    }

    @Test
    void anAssignmentIsWithdrawnOnlyWhileNobodyHasBegun() {
        var first = lesson.assign(lesson.set(ONE), Map.of());
        var second = lesson.assign(lesson.set(ONE), Map.of());
        ada.page(first + "/problems/1");

        assertThat(lesson.bob.post(first + "/withdraw").statusCode()).isEqualTo(409);
        assertThat(lesson.bob.post(second + "/withdraw").statusCode()).isEqualTo(303);

        assertThat(ada.get(first).statusCode()).isEqualTo(200);
        assertThat(ada.get(second).statusCode()).isEqualTo(404);
    }

    @Test
    void aFormSentTwiceIsOneAttempt() {
        var address = lesson.assign(lesson.set(ONE), Map.of("attempts", "5"));
        var form = UUID.randomUUID().toString();

        ada.post(address + "/problems/1", "submission", form, "answer-a", "17");
        ada.post(address + "/problems/1", "submission", form, "answer-a", "17");

        assertThat(ada.page(address + "/problems/1").select(".rule").text()).contains("4 attempts left.");
    }

    @Test
    void marksComputedAnewAreThoseThatWereKept() {
        var address = lesson.assign(lesson.set(ONE, TWO), Map.of("penalty", "10", "attempts", "4"));
        answer(ada, address + "/problems/1", "17");
        right(address, 1);
        answer(ada, address + "/problems/2", "x");
        var assignment = assignment(address);
        var before = work.standings(assignment);

        assignments.markAll(assignment, ZoneId.of("Europe/Vienna"));

        assertThat(before).hasSize(2);
        assertThat(work.standings(assignment)).containsExactlyInAnyOrderElementsOf(before);
    }

    private void changeRules(String address, Map<String, String> rules) {
        var fields = new TreeMap<>(Map.of("title", "Week 3", "feedback", "AFTER_DUE"));
        fields.putAll(rules);
        assertThat(lesson.bob.post(address + "/rules", Lesson.pairs(fields)).statusCode())
                .isEqualTo(303);
    }

    private Document right(String address, int position) {
        return answer(ada, address + "/problems/" + position, key(address, position));
    }

    private String key(String address, int position) {
        return exercise(ada, address, position).parts().get(0).answer().value().get(0);
    }

    /** What somebody finds at a problem. */
    private Exercise exercise(Browsing learner, String address, int position) {
        assertThat(learner.get(address + "/problems/" + position).statusCode()).isEqualTo(200);
        var assignment = assignment(address);
        var id = learnerId(address, learner == ada ? "Ada" : "Eve");
        return work.standings(assignment).stream()
                .filter(s -> s.problem()
                        == assignment.problem(position).orElseThrow().id())
                .filter(s -> s.learner().value() == id)
                .map(s -> exercises.find(s.exercise()).orElseThrow().exercise())
                .findFirst()
                .orElseThrow();
    }

    private long learnerId(String address, String name) {
        return people.learners(assignment(address).course()).stream()
                .filter(l -> l.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id()
                .value();
    }

    private Assignment assignment(String address) {
        var parts = address.split("/");
        return assignments
                .find(Long.parseLong(parts[2]), Long.parseLong(parts[4]))
                .orElseThrow();
    }

    private String log() {
        return lesson.bob.page(lesson.course + "/log").select("tbody").text();
    }
}
