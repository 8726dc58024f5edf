package org.nabla.teaching;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;
import org.nabla.account.UserId;
import org.nabla.progress.report.Reports;
import org.nabla.teaching.demo.DemoCourses;

@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class DemoCourseTest {

    private static final int PEOPLE = 8;

    @Inject
    DemoCourses demos;

    @Inject
    Reports reports;

    @Inject
    EntityManager database;

    @Test
    void aTeacherSeesMarksMistakesAndDoubtsAndItGoesWithoutLeavingARow() {
        var login = Browsing.newLogin();
        var bob = Browsing.start();
        bob.signUp("Bob", login, "correct horse battery");
        Browsing.makeTeacher(login);
        var teacher = new UserId(one("select id from account where login = '" + login + "'"));
        var before = counts();
        var doubtsBefore = reports.open();

        var seat = demos.open(teacher);
        // As the application does it: on a thread of its own, without a request.
        CompletableFuture.runAsync(() -> demos.play(seat, 7, PEOPLE), play -> new Thread(play).start())
                .join();

        var course = seat.address();
        assertThat(bob.page(course + "/gradebook").select("tbody tr")).hasSizeGreaterThanOrEqualTo(PEOPLE);
        assertThat(bob.page(course + "/gradebook").select("tbody").text()).containsPattern("\\d");
        assertThat(bob.page(course + "/assignments").text())
                .contains("Partial derivatives", "Gradients and directions", "Critical points");
        assertThat(bob.page(course + "/mistakes").select("main").text()).contains("learner");
        var start = bob.page("/teaching");
        assertThat(start.select("#due ~ .rows").text()).contains("Critical points");
        assertThat(start.select("#doubts ~ .rows li")).isNotEmpty();
        assertThat(start.select("#notes ~ .rows li").text()).contains("read by");
        assertThat(one("select count(*) from attempt a join account d on d.id = a.learner_id where d.demo_course_id = "
                        + seat.course()))
                .isGreaterThan(2 * PEOPLE);

        // They cannot sign in, and count in nothing that those who run the site see.
        assertThat(one("select count(*) from account where demo_course_id = " + seat.course()
                        + " and login is not null"))
                .isZero();
        assertThat(reports.open()).isEqualTo(doubtsBefore);

        var eve = Browsing.teacher("Eve");
        eve.post("/teaching/demo/remove", "course", String.valueOf(seat.course()));
        assertThat(demos.of(teacher)).as("only its teacher removes it").containsExactly(seat.course());
        // Somebody who is not made up looks in, and begins.
        var ada = Browsing.signedUp("Ada");
        ada.post("/join/" + bob.page(course).select(".join-code").text());
        assertThat(ada.get(course + "/assignments/3/problems/1").statusCode()).isEqualTo(200);
        var drawn = drawn(seat.course());
        bob.post("/teaching/demo/remove", "course", String.valueOf(seat.course()));

        assertThat(bob.get(course).statusCode()).isEqualTo(404);
        assertThat(less(counts(), before)).isEmpty();
        assertThat(drawn).isNotEmpty();
        assertThat(one("select count(*) from exercise e where e.id in (" + drawn + ") and not exists"
                        + " (select 1 from submission s where s.exercise_id = e.id) and not exists"
                        + " (select 1 from assigned_exercise w where w.exercise_id = e.id)"))
                .as("exercises of the course that nobody else has")
                .isZero();
    }

    /** The exercises that somebody in a course had, with commas between them. */
    private String drawn(long course) {
        List<?> ids = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(
                                "select distinct w.exercise_id from assigned_exercise w join assignment_problem p on p.id ="
                                        + " w.problem_id join assignment a on a.id = p.assignment_id where a.course_id = "
                                        + course)
                        .getResultList());
        return ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    @Test
    void anOrdinaryCourseIsNotRemovedSo() {
        var bob = Browsing.teacher("Bob");
        var course = bob.openCourse("Calculus III");

        bob.post("/teaching/demo/remove", "course", course.replace("/courses/", ""));

        assertThat(bob.get(course).statusCode()).isEqualTo(200);
    }

    @Test
    void whoBeginsIsToldWhatEachPartIsFor() {
        var page = Browsing.teacher("Bob").page("/teaching");

        assertThat(page.select("h2").eachText())
                .contains("Due within a week", "Stuck", "Doubted verdicts", "Notes read", "Drafts");
        assertThat(page.select("section p.muted")).hasSize(5);
    }

    private long one(String query) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ((Number) database.createNativeQuery(query).getSingleResult()).longValue());
    }

    /**
     * The rows of all tables that a demo course may write; sessions, throttles and Eve's account have nothing to do with it, and
     * exercises are made for others meanwhile.
     */
    private Map<String, Long> counts() {
        List<?> tables = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery("""
                        select distinct cast(c.conrelid::regclass as text) from pg_constraint c
                        where c.contype = 'f' and c.conparentid = 0
                        union select 'course' union select 'attempt'""").getResultList());
        var counts = new TreeMap<String, Long>();
        tables.stream()
                .map(String.class::cast)
                .filter(table -> !List.of("session", "account", "exercise").contains(table))
                .forEach(table -> counts.put(table, one("select count(*) from " + table)));
        counts.put("people of demo courses", one("select count(*) from account where demo_course_id is not null"));
        return counts;
    }

    /** What differs, and by how much. */
    private static Map<String, Long> less(Map<String, Long> after, Map<String, Long> before) {
        var left = new TreeMap<String, Long>();
        after.forEach((table, count) -> {
            var more = count - before.getOrDefault(table, 0L);
            if (more != 0) {
                left.put(table, more);
            }
        });
        return left;
    }
}
