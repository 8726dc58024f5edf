package org.nabla.classroom.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;
import org.nabla.account.UserId;
import org.nabla.classroom.Lesson;
import org.nabla.classroom.assignment.AssignmentService;

/** What learners reached is carried over to their courses: at once, once, and never something older over something newer. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class MarkCarriageTest {
    private static final String ONE = "first-partial-derivative";

    @Inject
    EntityManager database;

    @Inject
    AssignmentService assignments;

    @Inject
    MarkOutbox outbox;

    @Inject
    MarkCarriage carriage;

    private Lesson lesson;
    private Browsing ada;
    private long course;
    private String address = "";

    @BeforeEach
    void adaHasAnExercise() {
        lesson = new Lesson();
        ada = lesson.learner("Ada");
        course = Long.parseLong(lesson.course.replace("/courses/", ""));
        address = lesson.assign(lesson.set(ONE), Map.of());
        ada.page(address + "/problems/1");
    }

    @Test
    void aTeacherSeesAnAnswerWithTheNextPage() {
        assertThat(gradebook()).doesNotContain("2");
        Lesson.right(ada, address);

        assertThat(gradebook()).contains("2");
        assertThat(lesson.bob.page(address).select("tbody").text()).contains("2");
        assertThat(lines()).isZero();
    }

    /** Whatever changes marks: an answer, other rules, another time, a word of the teacher. */
    @Test
    void theCourseHasWhatTheLearnersHave() {
        var grace = lesson.learner("Grace");
        Lesson.right(ada, address);
        grace.page(address + "/problems/1");
        Lesson.answer(grace, address + "/problems/1", "17");
        assertThat(differences()).isZero();

        var rules = lesson.bob.post(
                address + "/rules", "title", "Week 3", "opens", Lesson.day(-1), "due", Lesson.day(7), "attempts", "1");
        if (rules.statusCode() == 200) {
            lesson.confirmed(rules);
        }
        assertThat(differences()).isZero();

        lesson.bob.post(
                address + "/learners/" + lesson.id(grace) + "/extension", "due", Lesson.day(9), "reason", "was ill");
        assertThat(differences()).isZero();
        assertThat(lines()).isZero();
    }

    @Test
    void whatWasCarriedOverLateIsNotPutOverSomethingNewer() {
        reach(0.5);
        var late = QuarkusTransaction.requiringNew().call(() -> outbox.waiting(Set.of(ada()), 10));
        reach(1);
        carriage.carryAll();
        assertThat(share()).isEqualTo(1);

        QuarkusTransaction.requiringNew().run(() -> {
            outbox.put(late);
            outbox.remove(late);
        });

        assertThat(late).hasSize(1);
        assertThat(share()).isEqualTo(1);
    }

    /** Its answer came after it was read, and before it was crossed out. */
    @Test
    void whatChangesWhileItIsCarriedOverWaitsForTheNextTime() {
        reach(0.5);
        var first = QuarkusTransaction.requiringNew().call(() -> outbox.waiting(Set.of(ada()), 10));
        reach(1);
        QuarkusTransaction.requiringNew().run(() -> {
            outbox.put(first);
            outbox.remove(first);
        });
        assertThat(share()).isEqualTo(0.5);
        assertThat(lines()).isEqualTo(1);

        carriage.carryAll();

        assertThat(share()).isEqualTo(1);
        assertThat(lines()).isZero();
    }

    @Test
    void whatOneInstanceCarriesOverIsLeftToIt() {
        reach(0.5);
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(outbox.waiting(Set.of(ada()), 10)).hasSize(1);
            assertThat(QuarkusTransaction.requiringNew().call(() -> outbox.waiting(Set.of(ada()), 10)))
                    .as("what another one finds meanwhile")
                    .isEmpty();
        });
        carriage.carryAll();
    }

    @Test
    void nothingIsCarriedOverToAnAssignmentThatIsGone() {
        reach(0.5);
        var lines = QuarkusTransaction.requiringNew().call(() -> outbox.waiting(Set.of(ada()), 10));
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("delete from assignment where course_id = " + course)
                        .executeUpdate());

        QuarkusTransaction.requiringNew().run(() -> outbox.put(lines));

        assertThat(one("select count(*) from course_mark where course_id = " + course))
                .isZero();
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("delete from assigned_exercise where problem_id = "
                                + lines.get(0).problem())
                        .executeUpdate());
    }

    @Test
    void whatWaitsAndWhatWasCarriedOverGoesWithItsLearner() {
        var grace = lesson.join(Browsing.signedUp("Grace"));
        grace.page(address + "/problems/1");
        var id = Long.parseLong(lesson.id(grace));
        reach(id, 0.5);
        assertThat(one("select count(*) from course_mark where learner_id = " + id))
                .isEqualTo(1);
        assertThat(lines()).isEqualTo(1);

        grace.post("/account/delete", "password", "correct horse battery");

        assertThat(one("select count(*) from course_mark where learner_id = " + id))
                .isZero();
        assertThat(lines()).isZero();
    }

    /** As an answer leaves it on an instance that ends before it has carried it over. */
    private void reach(double share) {
        reach(ada(), share);
    }

    private void reach(long learner, double share) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("""
                        with kept as (
                            update assigned_exercise w set share = :share, version = w.version + 1 from assignment_problem p
                            where p.id = w.problem_id and p.course_id = :course and w.learner_id = :learner
                            returning w.learner_id, w.problem_id, w.version)
                        insert into mark_outbox (learner_id, problem_id, course_id, version, noted_at)
                        select learner_id, problem_id, :course, version, now() from kept
                        on conflict (learner_id, problem_id) do update set version = excluded.version""")
                        .setParameter("share", share)
                        .setParameter("course", course)
                        .setParameter("learner", learner)
                        .executeUpdate());
    }

    private long ada() {
        return new UserId(Long.parseLong(lesson.id(ada))).value();
    }

    private String gradebook() {
        return lesson.bob.page(lesson.course + "/gradebook").select("tbody td").text();
    }

    private double share() {
        return one("select share from course_mark where course_id = " + course);
    }

    private long lines() {
        return (long) one("select count(*) from mark_outbox where course_id = " + course);
    }

    private long differences() {
        return (long) one("""
                select count(*) from
                    (select w.* from assigned_exercise w join assignment_problem p on p.id = w.problem_id
                     where p.course_id = %1$d) w
                full join (select * from course_mark where course_id = %1$d) m
                    on m.problem_id = w.problem_id and m.learner_id = w.learner_id
                where (w.exercise_id, w.opened_at, w.share, w.used, w.wrong_in_row, w.solved, w.first_right, w.version)
                        is distinct from
                      (m.exercise_id, m.opened_at, m.share, m.used, m.wrong_in_row, m.solved, m.first_right, m.version)
                   or w.last_at is distinct from m.last_at""".formatted(course));
    }

    private double one(String query) {
        List<?> rows = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(query).getResultList());
        return ((Number) rows.get(0)).doubleValue();
    }
}
