package org.nabla.classroom.assignment;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.classroom.log.CourseLog;
import org.nabla.classroom.log.LogAction;
import org.nabla.classroom.marking.Terms;
import org.nabla.classroom.marking.TimedRun;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.times.Accommodations;

/** Work against the clock: who starts it, until when it runs, and whose time is over. */
@Singleton
public class TimedWork {
    private final TimedRuns runs;
    private final AssignmentRepository repository;
    private final AssignmentService assignments;
    private final Accommodations accommodations;
    private final CourseLog log;
    private final Clock clock;

    TimedWork(
            TimedRuns runs,
            AssignmentRepository repository,
            AssignmentService assignments,
            Accommodations accommodations,
            CourseLog log,
            Clock clock) {
        this.runs = runs;
        this.repository = repository;
        this.assignments = assignments;
        this.accommodations = accommodations;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A run as its learner sees it.
     *
     * @param run when it began, and what was said
     * @param ends when it ends, if nothing changes
     * @param closes when the assignment closes for them
     */
    public record Course(TimedRun run, Instant ends, Instant closes) {
        /** Whether it is the closing time that ends it. */
        public boolean isCut() {
            return ends.equals(closes) && !run.ends(Instant.MAX).equals(ends);
        }
    }

    /** Somebody whose time is over, and from whose boxes nothing was handed in yet. */
    public record Over(Assignment assignment, UserId learner) {}

    /** The run of a learner; empty where there is no clock, or they have not started. */
    @Transactional
    public Optional<Course> of(Assignment assignment, UserId learner) {
        return assignment.rules().timing().timed()
                ? runs.of(assignment.id(), learner).map(run -> course(assignment, learner, run))
                : Optional.empty();
    }

    /** Of all who have started. */
    @Transactional
    public Map<UserId, TimedRun> of(Assignment assignment) {
        return runs.of(assignment.id());
    }

    /** Whether somebody has to start before they see the exercises. */
    @Transactional
    public boolean waits(Assignment assignment, UserId learner) {
        return assignment.rules().timing().timed()
                && runs.of(assignment.id(), learner).isEmpty();
    }

    /** What it would be if a learner started now. */
    @Transactional
    public Course ifStarted(Assignment assignment, Seat learner) {
        var factor = accommodations.of(learner.course(), learner.user()).factor();
        return course(
                assignment,
                learner.user(),
                TimedRun.starting(clock.instant(), assignment.rules().timing().minutes(), factor));
    }

    /** Starts, unless they have started already, or it is not open. Says whether it runs now. */
    @Transactional
    public boolean start(Assignment assignment, Seat learner) {
        var phase = assignments.ownTerms(assignment, learner.user()).at(clock.instant());
        if ((phase == Terms.Phase.OPEN || phase == Terms.Phase.LATE) && repository.stands(assignment)) {
            runs.start(
                    assignment.id(),
                    learner.user(),
                    ifStarted(assignment, learner).run());
        }
        return runs.of(assignment.id(), learner.user()).isPresent();
    }

    /** Gives somebody who has started so many minutes from now, where that is more than they have. Says whether they have started. */
    @Transactional
    public boolean give(Seat by, Assignment assignment, UserId learner, int minutes) {
        var started = runs.of(assignment.id(), learner).isPresent();
        if (started) {
            runs.promise(assignment.id(), learner, clock.instant().plus(Duration.ofMinutes(minutes)));
            log.write(
                    by.course(),
                    by.user(),
                    LogAction.EXTENSION_GIVEN,
                    learner,
                    assignment.title() + ", " + minutes + " minutes from then on");
        }
        return started;
    }

    /** All whose time is over, with the minute of grace. */
    @Transactional
    public List<Over> over() {
        var now = clock.instant();
        return runs.open(now).stream()
                .flatMap(open -> repository.find(List.of(open.assignment())).stream()
                        .filter(a -> assignments.terms(a, open.learner()).at(now) == Terms.Phase.CLOSED)
                        .map(a -> new Over(a, open.learner())))
                .toList();
    }

    /** What stood in the boxes is handed in. */
    @Transactional
    public void finished(Over over) {
        runs.finished(over.assignment().id(), over.learner(), clock.instant());
    }

    private Course course(Assignment assignment, UserId learner, TimedRun run) {
        var closes = assignments.ownTerms(assignment, learner).closes();
        return new Course(run, run.ends(closes), closes);
    }
}
