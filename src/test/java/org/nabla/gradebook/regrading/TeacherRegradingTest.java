package org.nabla.gradebook.regrading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.nabla.classroom.Lesson.answer;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;
import org.nabla.Received;
import org.nabla.classroom.Lesson;

/** A teacher grades answers anew: what changes is seen first, attempts never change, all else follows, and it can be taken back. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class TeacherRegradingTest {
    private static final Logger LOG = Logger.getLogger(TeacherRegradingTest.class);
    private static final int CROWD = 500;

    @Inject
    EntityManager database;

    private Lesson lesson;

    @BeforeEach
    void bobOpensACourse() {
        lesson = new Lesson();
    }

    @Test
    void anAnswerIsAcceptedForThoseBeforeAndFromThenOnAndTakenBack() {
        var una = somebody("Una");
        var eve = somebody("Eve");
        var address = lesson.assign(lesson.set("first-partial-derivative"), Map.of("variants", "SAME"));
        answer(una, address + "/problems/1", "17");
        answer(eve, address + "/problems/1", "18");
        var page = regradePage(address);
        assertThat(lesson.bob.page(page).select("#answers ~ div tbody tr").eachText())
                .anyMatch(row -> row.startsWith("17") && row.contains("Una"))
                .hasSize(2);

        var list = accept(page, "17");

        assertThat(Browsing.parse(list).select("tbody tr").text())
                .startsWith("Una")
                .endsWith("0 2 more");
        assertThat(points(address, "Una")).as("nothing is done yet").isEqualTo("0");
        assertThat(mastered(una)).isZero();
        yes(list);
        assertThat(points(address, "Una")).isEqualTo("2");
        assertThat(points(address, "Eve")).isEqualTo("0");
        assertThat(outcomes(address)).as("attempts never change").containsExactly("WRONG", "WRONG");
        assertThat(mastered(una)).as("what they can do follows").isOne();
        assertThat(lesson.bob
                        .page(lesson.course + "/mistakes")
                        .select(".typed-list")
                        .text())
                .doesNotContain("17");
        assertThat(una.page(address).select(".state").text()).isEqualTo("right");
        assertThat(una.page(address + "/problems/1").select(".rule").text()).contains("graded anew");
        assertThat(answer(eve, address + "/problems/1", "34/2").select(".verdict.correct"))
                .as("from then on, however it is typed")
                .hasSize(1);
        assertThat(lesson.bob.page(lesson.course + "/log").text()).contains("accepted 17");

        var back = lesson.bob.post(
                page,
                "action",
                "forget",
                "id",
                lesson.bob.page(page).select("#accepted ~ ul [name=id]").val());
        assertThat(Browsing.parse(back).select("tbody tr").text())
                .startsWith("Una")
                .endsWith("2 0 less");
        yes(back);
        assertThat(points(address, "Una")).isEqualTo("0");
        assertThat(mastered(una)).isZero();
    }

    @Test
    void onlyWhatSomebodyAnsweredCanBeAccepted() {
        var una = somebody("Una");
        var address = lesson.assign(lesson.set("first-partial-derivative"), Map.of("variants", "SAME"));
        answer(una, address + "/problems/1", "17");
        var page = regradePage(address);
        var form = form(lesson.bob.page(page), "17");

        form.put("value", "system('ls')");

        assertThat(lesson.bob.post(page, Lesson.pairs(form)).statusCode()).isEqualTo(404);
        form.put("value", "17");
        form.put("exercise", "1");
        assertThat(lesson.bob.post(page, Lesson.pairs(form)).statusCode()).isEqualTo(404);
    }

    @Test
    void fullMarksAreForWhoeverAnsweredAndAreTakenBack() {
        var una = somebody("Una");
        var eve = somebody("Eve");
        var address = lesson.assign(lesson.set("first-partial-derivative"), Map.of());
        answer(una, address + "/problems/1", "17");
        eve.page(address + "/problems/1");
        var page = regradePage(address);

        var list = lesson.bob.post(page, "action", "full");
        assertThat(Browsing.parse(list).select("tbody tr").eachText()).hasSize(1);
        yes(list);

        assertThat(points(address, "Una")).isEqualTo("2");
        assertThat(points(address, "Eve")).isEqualTo("–");
        answer(una, address + "/problems/1", "18");
        assertThat(points(address, "Una")).as("also for what is answered later").isEqualTo("2");
        yes(lesson.bob.post(page, "action", "computed"));
        assertThat(points(address, "Una")).isEqualTo("0");
    }

    @Test
    void aListThatIsAnotherOneByNowIsShownAgain() {
        var una = somebody("Una");
        var address = lesson.assign(lesson.set("first-partial-derivative"), Map.of());
        answer(una, address + "/problems/1", "17");
        var page = regradePage(address);
        var list = lesson.bob.post(page, "action", "full");
        var eve = somebody("Eve");
        answer(eve, address + "/problems/1", "18");

        var again = yes(list);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(points(address, "Una")).isEqualTo("0");
        yes(again);
        assertThat(points(address, "Eve")).isEqualTo("2");
    }

    /** The time is only told: other programs may want the processor. */
    @Test
    void fiveHundredHandInsAreGradedAnewInOneGo() {
        var una = somebody("Una");
        var address = lesson.assign(lesson.set("first-partial-derivative"), Map.of("variants", "SAME"));
        answer(una, address + "/problems/1", "17");
        crowdAnswersLike(address);
        var page = regradePage(address);

        var start = System.nanoTime();
        var list = accept(page, "17");
        var listed = Duration.ofNanos(System.nanoTime() - start);
        assertThat(Browsing.parse(list).select("tbody tr")).hasSize(CROWD + 1);
        start = System.nanoTime();
        yes(list);
        var done = Duration.ofNanos(System.nanoTime() - start);

        LOG.infof("%d hand-ins graded anew: the list %d ms, done %d ms", CROWD + 1, listed.toMillis(), done.toMillis());
        assertThat(lesson.bob.page(address).select("tbody td.number").eachText())
                .hasSize(CROWD + 1)
                .containsOnly("2");
    }

    private void crowdAnswersLike(String address) {
        var course = Long.parseLong(address.split("/")[2]);
        var prefix = "crowd-" + UUID.randomUUID() + "-";
        for (var statement : List.of("""
                insert into account (name, login, password_hash, created_at)
                select 'Learner ' || i, :prefix || i, '-', now() from generate_series(1, 500) i where :course > 0""", """
                insert into enrolment (course_id, learner_id, joined_at)
                select :course, id, now() from account where login like :prefix || '%'""", """
                insert into assigned_exercise (problem_id, learner_id, exercise_id, opened_at, used, wrong_in_row, last_at)
                select w.problem_id, l.id, w.exercise_id, now(), 1, 1, now() from account l, assigned_exercise w
                join assignment_problem p on p.id = w.problem_id join assignment a on a.id = p.assignment_id
                where l.login like :prefix || '%' and a.course_id = :course""", """
                insert into attempt (id, learner_id, exercise_id, template, version, seed, submission, parts, outcome, score,
                                     first, unaided, submitted_at)
                select nextval('attempt_seq'), l.id, t.exercise_id, t.template, t.version, t.seed, gen_random_uuid(), t.parts,
                       t.outcome, t.score, true, true, t.submitted_at
                from account l, attempt t join handed_in h on h.submission = t.submission
                join assignment_problem p on p.id = h.problem_id join assignment a on a.id = p.assignment_id
                where l.login like :prefix || '%' and a.course_id = :course""", """
                insert into submission (id, learner_id, attempt_id, submitted_at, exercise_id)
                select t.submission, t.learner_id, t.id, t.submitted_at, t.exercise_id from attempt t join account l on l.id = t.learner_id
                where l.login like :prefix || '%' and :course > 0""", """
                insert into handed_in (submission, problem_id, learner_id, exercise_id, attempt_id, submitted_at, outcome, score, parts, answered)
                select t.submission, w.problem_id, t.learner_id, t.exercise_id, t.id, t.submitted_at, t.outcome, t.score, t.parts, t.parts
                from attempt t join account l on l.id = t.learner_id
                join assigned_exercise w on w.learner_id = l.id where l.login like :prefix || '%' and :course > 0""", """
                insert into response (id, learner_id, attempt_id, submitted_at, part, typed, outcome, score, verdict)
                select nextval('response_seq'), t.learner_id, t.id, t.submitted_at, 'a', '17', t.outcome, t.score, '{}'
                from attempt t join account l on l.id = t.learner_id
                where l.login like :prefix || '%' and :course > 0""")) {
            QuarkusTransaction.requiringNew()
                    .run(() -> database.createNativeQuery(statement)
                            .setParameter("prefix", prefix)
                            .setParameter("course", course)
                            .executeUpdate());
        }
    }

    /** Somebody new, of whom nothing is known yet. */
    private Browsing somebody(String name) {
        var somebody = Browsing.signedUp(name);
        var code = lesson.bob.page(lesson.course).select(".join-code").text();
        somebody.post(Lesson.path(somebody.post("/join", "code", code)));
        return somebody;
    }

    private static String regradePage(String address) {
        return address.replace("/assignments/", "/gradebook/regrade/") + "/1";
    }

    private static Map<String, String> form(Document page, String typed) {
        var form = page.expectFirst("form:has([name=value][value=" + typed + "])");
        var fields = new TreeMap<String, String>();
        form.select("input[type=hidden]").forEach(field -> fields.put(field.attr("name"), field.val()));
        fields.remove("csrf-token");
        fields.put("action", "accept");
        return fields;
    }

    private Received accept(String page, String typed) {
        return lesson.bob.post(page, Lesson.pairs(form(lesson.bob.page(page), typed)));
    }

    private Received yes(Received list) {
        return lesson.confirmed(list);
    }

    private String points(String address, String name) {
        return lesson.bob
                .page(address)
                .select("tbody tr:has(th:contains(" + name + ")) td.number")
                .text();
    }

    private List<String> outcomes(String address) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((List<?>) database.createNativeQuery("""
                        select t.outcome from attempt t join handed_in h on h.submission = t.submission
                        join assignment_problem p on p.id = h.problem_id join assignment a on a.id = p.assignment_id
                        where a.course_id = :course order by t.submitted_at""")
                                .setParameter("course", Long.parseLong(address.split("/")[2]))
                                .getResultList())
                        .stream().map(String.class::cast).toList());
    }

    /** How many right answers their skills know of, at most. */
    private int mastered(Browsing learner) {
        var login = learner.page("/account").select("main .lead strong").text();
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery("""
                        select coalesce(max(s.answered_right), 0) from skill_state s join account a on a.id = s.learner_id
                        where a.login = :login""")
                                .setParameter("login", login)
                                .getSingleResult())
                        .intValue());
    }
}
