package org.nabla.classroom.listing;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.TimedWork;
import org.nabla.classroom.marking.Shares;
import org.nabla.classroom.marking.TimedRun;
import org.nabla.classroom.marking.Words;
import org.nabla.classroom.seat.Seat;

/** What is said of work against the clock before somebody starts it, while it runs and after. */
@Singleton
public class StartSentences {
    private final TimedWork timed;
    private final Clock clock;

    StartSentences(TimedWork timed, Clock clock) {
        this.timed = timed;
        this.clock = clock;
    }

    /** Whether there is a clock that the learner of this seat has not started. */
    public boolean waits(Seat seat, Assignment assignment) {
        return timed.waits(assignment, seat.user());
    }

    /** What a learner reads of the clock. @param startable whether it can be started now */
    public LearnerPage.Clockwork of(Seat seat, Assignment assignment, boolean startable) {
        return new LearnerPage.Clockwork(
                startable ? Optional.of(start(seat, assignment)) : Optional.empty(), running(seat, assignment));
    }

    /** The decision to start. */
    private LearnerPage.Start start(Seat seat, Assignment assignment) {
        var course = timed.ifStarted(assignment, seat);
        var run = course.run();
        var time = words(TimedRun.time(run.minutes(), run.factor()));
        var sentences = new ArrayList<String>();
        sentences.add("You have %s from the moment you start%s."
                .formatted(
                        time,
                        run.factor() > 1
                                ? ": %s times %s"
                                        .formatted(
                                                Words.count(run.minutes(), "minute", "minutes"),
                                                Shares.plain(run.factor()))
                                : ""));
        sentences.add("If you start now, it ends %s%s."
                .formatted(
                        CourseMoment.of(course.ends(), seat.zone()).text(),
                        course.isCut() ? ", because the assignment closes then: that is less than your " + time : ""));
        sentences.add("The time runs on while you are away, signed out or without a connection.");
        sentences.add(
                "What you type is kept as you type it, and is there again after a reload and on another device. When the time is over, what stands in the boxes is handed in.");
        return new LearnerPage.Start(assignment.address() + "/start", sentences, "Start now");
    }

    /** Until when it runs or ran; empty where there is no clock, or it was not started. */
    private String running(Seat seat, Assignment assignment) {
        return timed.of(assignment, seat.user())
                .map(course -> {
                    var end = CourseMoment.of(course.ends(), seat.zone()).text();
                    return clock.instant().isBefore(course.ends())
                            ? "Your time runs until " + end + "."
                            : "Your time was over " + end + ". What stood in the boxes is handed in.";
                })
                .orElse("");
    }

    /** In a list: how much time there is, or until when it runs; empty where it is over, or there is no clock. */
    Optional<String> brief(Seat seat, Assignment assignment) {
        if (!assignment.rules().timing().timed()) {
            return Optional.empty();
        }
        var course = timed.of(assignment, seat.user());
        return course.isEmpty()
                ? Optional.of(words(TimedRun.time(
                                assignment.rules().timing().minutes(),
                                timed.ifStarted(assignment, seat).run().factor()))
                        + " from when you start")
                : course.filter(running -> clock.instant().isBefore(running.ends()))
                        .map(running -> "your time runs until "
                                + CourseMoment.of(running.ends(), seat.zone()).text());
    }

    private static String words(Duration time) {
        return time.toSecondsPart() == 0
                ? Words.count(time.toMinutes(), "minute", "minutes")
                : Words.count(time.toMinutes(), "minute", "minutes") + " "
                        + Words.count(time.toSecondsPart(), "second", "seconds");
    }
}
