package org.nabla.classroom.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.Browsing;
import org.nabla.account.UserId;
import org.nabla.classroom.Lesson;
import org.nabla.classroom.marking.TimedRun;

/** What hangs on an assignment without a foreign key goes with it, and comes to no assignment that is gone. */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class RemovalTest {
    private static final String ONE = "first-partial-derivative";
    private static final String DRAWN = "select count(*) from drawn_exercise where problem_id = ";
    private static final String STARTED = "select count(*) from timed_run where assignment_id = ";

    @Inject
    EntityManager database;

    @Inject
    AssignmentService assignments;

    @Inject
    WorkService work;

    @Inject
    AssignmentPreparation preparation;

    @Inject
    TimedRuns runs;

    @Inject
    DrawnRepository drawn;

    @Inject
    Clock clock;

    private Lesson lesson;
    private Browsing ada;
    private long course;

    @BeforeEach
    void adaJoinsTheCourseOfBob() {
        lesson = new Lesson();
        ada = lesson.learner("Ada");
        course = Long.parseLong(lesson.course.replace("/courses/", ""));
    }

    @Test
    void whatWasDrawnAndStartedGoesWithAnAssignmentThatIsWithdrawn() {
        var address = lesson.assign(lesson.set(ONE), Map.of("minutes", "45"));
        var assignment = assignment();
        var problem = assignment.problems().get(0).id();
        lesson.bob.get("/test/prepare/" + course);
        ada.post(address + "/start");
        assertThat(one(DRAWN + problem)).isEqualTo(1);
        assertThat(one(STARTED + assignment.id())).isEqualTo(1);

        assertThat(lesson.bob.post(address + "/withdraw").statusCode()).isEqualTo(303);

        assertThat(one(DRAWN + problem)).isZero();
        assertThat(one(STARTED + assignment.id())).isZero();
    }

    @Test
    void whatSomebodyHasBegunStaysWithAllThatIsTheirs() {
        var address = lesson.assign(lesson.set(ONE), Map.of("minutes", "45"));
        var assignment = assignment();
        ada.post(address + "/start");
        Lesson.right(ada, address);

        assertThat(lesson.bob.post(address + "/withdraw").statusCode()).isEqualTo(409);

        assertThat(one(STARTED + assignment.id())).isEqualTo(1);
        assertThat(work.standings(assignment)).hasSize(1);
    }

    /** With an assignment as it was before it was withdrawn, as a page or a job in that moment has it. */
    @Test
    void nothingComesToAnAssignmentThatIsGone() {
        var address = lesson.assign(lesson.set(ONE), Map.of("minutes", "45"));
        var assignment = assignment();
        var problem = assignment.problems().get(0);
        var learner = new UserId(Long.parseLong(lesson.id(ada)));
        lesson.bob.post(address + "/withdraw");

        assertThat(work.open(assignment, problem, learner)).isEmpty();
        preparation.prepare(new DrawnRepository.Job(assignment.key(), clock.instant()));

        assertThat(assignments.stands(course, assignment.id())).isFalse();
        assertThat(one(DRAWN + problem.id())).isZero();
        assertThat(one("select count(*) from assigned_exercise where problem_id = " + problem.id()))
                .isZero();
    }

    /** Whoever has asked whether it stands is through before it goes, and what they made goes with it. */
    @Test
    void whatIsMadeInTheMomentOfAWithdrawalGoesToo() {
        var address = lesson.assign(lesson.set(ONE), Map.of("minutes", "45"));
        var assignment = assignment();
        var problem = assignment.problems().get(0).id();
        var exercise = one("select min(id) from exercise");
        var learner = new UserId(Long.parseLong(lesson.id(ada)));
        var withdraws = QuarkusTransaction.requiringNew().call(() -> {
            assertThat(assignments.stands(course, assignment.id())).isTrue();
            drawn.keep(new DrawnRepository.Missing(problem, learner), exercise, clock.instant());
            runs.start(assignment.id(), learner, TimedRun.starting(clock.instant(), 45, 1));
            return CompletableFuture.supplyAsync(() -> lesson.bob.post(address + "/withdraw"));
        });

        assertThat(withdraws.join().statusCode()).isEqualTo(303);

        assertThat(one(DRAWN + problem)).isZero();
        assertThat(one(STARTED + assignment.id())).isZero();
    }

    private Assignment assignment() {
        return assignments.of(course).get(0);
    }

    private long one(String query) {
        List<?> rows = QuarkusTransaction.requiringNew()
                .call(() -> database.createNativeQuery(query).getResultList());
        return ((Number) rows.get(0)).longValue();
    }
}
