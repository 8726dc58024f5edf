package org.nabla.teaching.demo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.nabla.account.UserId;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.Problem;
import org.nabla.classroom.assignment.WorkService;
import org.nabla.classroom.seat.SeatRepository;
import org.nabla.exercise.Exercise;
import org.nabla.grading.Outcome;
import org.nabla.grading.grader.Grader;
import org.nabla.progress.ProgressService;
import org.nabla.progress.attempt.GradedAttempt;
import org.nabla.progress.attempt.GradedResponse;
import org.nabla.progress.report.Reports;
import org.nabla.progress.store.StoredExercise;

/** Plays the learners of a demo course. */
@Singleton
class DemoLearners {
    private static final int MOST_TRIES = 3;
    private static final int DOUBTS_EVERY = 9;

    private final SeatRepository seats;
    private final WorkService work;
    private final Grader grader;
    private final ProgressService progress;
    private final Reports reports;
    private final EntityManager database;

    DemoLearners(
            SeatRepository seats,
            WorkService work,
            Grader grader,
            ProgressService progress,
            Reports reports,
            EntityManager database) {
        this.seats = seats;
        this.work = work;
        this.grader = grader;
        this.progress = progress;
        this.reports = reports;
        this.database = database;
    }

    /** Somebody comes in. */
    UserId enter(Stage stage, int number) {
        var joined = stage.day(-21 + stage.chance().nextDouble());
        return QuarkusTransaction.requiringNew().call(() -> {
            var id = new UserId(((Number) database.createNativeQuery(
                                    "insert into account (name, created_at, demo_course_id) values (:name, :at, :course)"
                                            + " returning id")
                            .setParameter("name", DemoPlan.name(number))
                            .setParameter("at", joined)
                            .setParameter("course", stage.seat().course())
                            .getSingleResult())
                    .longValue());
            seats.enrol(stage.seat().course(), id, joined);
            return id;
        });
    }

    void work(Stage stage, Stage.Learner learner, DemoPlan.Act act, Assignment assignment) {
        if (stage.chance().nextDouble() > learner.diligence() + (act.due() < 0 ? 0.2 : -0.3)) {
            return; // does not begin
        }
        double last = Math.min(act.closes(), -0.05);
        double begins = act.opens()
                + (Math.min(act.due() + 0.5, last) - act.opens())
                        * stage.chance().nextDouble();
        for (var problem : assignment.problems()) {
            begins = Math.min(begins + 0.01 + 0.02 * stage.chance().nextDouble(), last);
            var exercise = new Object() {
                Optional<StoredExercise> found = Optional.empty();
            };
            StagedClock.at(stage.day(begins), () -> exercise.found = work.open(assignment, problem, learner.id()));
            if (exercise.found.isEmpty() || stage.chance().nextDouble() > learner.diligence() + 0.2) {
                continue;
            }
            tries(stage, learner, assignment, problem, exercise.found.get(), begins, last);
        }
    }

    private void tries(
            Stage stage,
            Stage.Learner learner,
            Assignment assignment,
            Problem problem,
            StoredExercise exercise,
            double begins,
            double last) {
        for (int i = 0; i < MOST_TRIES; i++) {
            boolean right = stage.chance().nextDouble() < learner.skill() + 0.15 * i;
            var time = stage.day(Math.min(begins + 0.003 * (i + 1), last));
            var attempt = attempt(stage, exercise.exercise(), right, time);
            if (attempt.responses().isEmpty()) {
                return;
            }
            StagedClock.at(time, () -> handIn(stage, learner, assignment, problem, exercise, attempt));
            if (attempt.outcome() == Outcome.CORRECT) {
                return;
            }
            var wrong = attempt.outcome() == Outcome.WRONG ? stage.wrong() : 0;
            if (wrong % DOUBTS_EVERY == 1) {
                StagedClock.at(
                        time.plusSeconds(90),
                        () -> reports.file(
                                learner.id(),
                                attempt.submission(),
                                DemoPlan.DOUBTS.get(wrong / DOUBTS_EVERY % DemoPlan.DOUBTS.size())));
            }
        }
    }

    private void handIn(
            Stage stage,
            Stage.Learner learner,
            Assignment assignment,
            Problem problem,
            StoredExercise exercise,
            GradedAttempt attempt) {
        QuarkusTransaction.requiringNew().run(() -> {
            var kept = progress.record(learner.id(), exercise, attempt);
            work.handIn(assignment, problem, learner.id(), kept, stage.seat().zone());
        });
    }

    private GradedAttempt attempt(Stage stage, Exercise exercise, boolean right, Instant time) {
        var responses = new ArrayList<GradedResponse>();
        for (var part : exercise.parts()) {
            var typed = right ? right(part) : wrong(stage, part);
            typed.ifPresent(
                    text -> responses.add(new GradedResponse(part.id(), text, grader.grade(part.answer(), text))));
        }
        return new GradedAttempt(
                new UUID(stage.chance().nextLong(), stage.chance().nextLong()),
                time,
                exercise.parts().size(),
                responses);
    }

    private Optional<String> right(Exercise.Part part) {
        return Optional.of(String.join(", ", part.answer().value()));
    }

    /** One of the mistakes that the exercise knows, the first most often; else a number out of the air. */
    private Optional<String> wrong(Stage stage, Exercise.Part part) {
        var mistakes = part.answer().mistakes();
        if (mistakes.isEmpty()) {
            return Optional.of(String.valueOf(11 + stage.chance().nextInt(80)));
        }
        int which = Math.min(stage.chance().nextInt(mistakes.size() + 2), mistakes.size() + 1);
        return Optional.of(mistakes.get(which < mistakes.size() ? which : 0).value());
    }
}
