package org.nabla.classroom.assignment;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.nabla.classroom.member.Joined;

/**
 * Draws the exercises of assignments ahead, one after another in the background: when an assignment is given and when somebody
 * joins. So nobody waits for algebra when it opens, and what counts was confirmed before anybody saw it.
 */
@Singleton
class AssignmentPreparation {
    /** After so many it says that it still runs. */
    private static final int BEAT = 20;

    private final AssignmentRepository assignments;
    private final DrawnRepository drawn;
    private final ExerciseDraw draw;
    private final Clock clock;

    AssignmentPreparation(AssignmentRepository assignments, DrawnRepository drawn, ExerciseDraw draw, Clock clock) {
        this.assignments = assignments;
        this.drawn = drawn;
        this.draw = draw;
        this.clock = clock;
    }

    /** In the transaction in which they join. */
    void joined(@Observes Joined somebody) {
        drawn.wantAllOf(somebody.course(), clock.instant());
    }

    @Scheduled(
            every = "${nabla.classroom.prepare-every:5s}",
            delayed = "5s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void prepare() {
        for (var job = take(); job.isPresent(); job = take()) {
            prepare(job.get());
        }
    }

    private Optional<DrawnRepository.Job> take() {
        return QuarkusTransaction.requiringNew().call(() -> drawn.take(clock.instant()));
    }

    /** Draws what is missing of one assignment. */
    void prepare(DrawnRepository.Job job) {
        var found = QuarkusTransaction.requiringNew()
                .call(() -> assignments.find(List.of(job.assignment().id())));
        for (var assignment : found) {
            if (assignment.rules().ownVariants()) {
                drawForAll(assignment, job);
            } else {
                assignment.problems().forEach(problem -> shared(assignment, problem));
            }
        }
        QuarkusTransaction.requiringNew().run(() -> drawn.done(job));
    }

    private void drawForAll(Assignment assignment, DrawnRepository.Job job) {
        var missing = QuarkusTransaction.requiringNew().call(() -> drawn.missing(assignment.key()));
        var count = 0;
        for (var desk : missing) {
            var template = assignment.problems().stream()
                    .filter(p -> p.id() == desk.problem())
                    .findFirst()
                    .orElseThrow()
                    .template();
            var made = draw.draw(template, desk.learner(), assignment.key());
            if (made.isEmpty()) {
                Log.warnf("nothing could be drawn of %s for assignment %d", template, assignment.id());
            }
            var goesOn = ++count % BEAT == 0;
            QuarkusTransaction.requiringNew().run(() -> {
                made.filter(exercise -> assignments.stands(assignment))
                        .ifPresent(exercise -> drawn.keep(desk, exercise.id(), clock.instant()));
                if (goesOn) {
                    drawn.goesOn(job, clock.instant());
                }
            });
        }
        if (count > 0) {
            Log.infof("%d exercises of assignment %d are drawn", count, assignment.id());
        }
    }

    /** The one exercise of all learners at a problem, drawn now where there is none yet. */
    Optional<Long> shared(Assignment assignment, Problem problem) {
        if (problem.shared().isPresent()) {
            return problem.shared();
        }
        var known = QuarkusTransaction.joiningExisting().call(() -> drawn.shared(problem));
        return known.isPresent()
                ? known
                : draw.drawShared(problem.template(), assignment.key())
                        .flatMap(made -> QuarkusTransaction.joiningExisting().call(() -> {
                            drawn.share(problem, made.id());
                            return drawn.shared(problem);
                        }));
    }
}
