package org.nabla.teaching.demo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.marking.AssignmentRules;
import org.nabla.classroom.marking.Counts;
import org.nabla.classroom.marking.Extension;
import org.nabla.classroom.marking.LateRule;
import org.nabla.classroom.marking.MarkOverride;
import org.nabla.classroom.marking.Telling;
import org.nabla.classroom.marking.Terms;
import org.nabla.classroom.marking.Timing;
import org.nabla.classroom.note.CourseNotes;
import org.nabla.classroom.problemset.Picked;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.catalogue.ExerciseCatalogue;

/** Plays the teacher of a demo course. */
@Singleton
class DemoTeachers {
    private static final double POINTS = 2;

    private final AssignmentService assignments;
    private final CourseNotes notes;
    private final ExerciseCatalogue catalogue;
    private final EntityManager database;

    DemoTeachers(
            AssignmentService assignments, CourseNotes notes, ExerciseCatalogue catalogue, EntityManager database) {
        this.assignments = assignments;
        this.notes = notes;
        this.catalogue = catalogue;
        this.database = database;
    }

    Assignment give(Stage stage, DemoPlan.Act act) {
        var rules = new AssignmentRules(
                act.title(),
                new Terms(stage.day(act.opens()), stage.day(act.due()), stage.day(act.closes())),
                new LateRule(0.1, 0.5),
                0,
                Counts.BEST,
                act.own(),
                Telling.AT_ONCE,
                true,
                0.1,
                Optional.empty(),
                Timing.FREE);
        var chosen = act.templates().stream()
                .flatMap(id -> catalogue.find(new ExerciseId(id)).stream())
                .map(template -> new AssignmentService.Chosen(new Picked(template, POINTS), Optional.empty()))
                .toList();
        var number = new int[1];
        StagedClock.at(stage.day(act.opens() - 1), () -> number[0] = assignments.give(stage.seat(), rules, chosen));
        return assignments.find(stage.seat().course(), number[0]).orElseThrow();
    }

    /** What a teacher did: more time for one, a mark by hand for another, a note to the class. */
    void afterwards(Stage stage, DemoPlan.Act act, Assignment assignment, List<Stage.Learner> learners) {
        if (act.closes() < 0) {
            StagedClock.at(
                    stage.day(act.closes() + 1),
                    () -> assignments.override(
                            stage.seat(),
                            assignment,
                            learners.get(1).id(),
                            new MarkOverride(Optional.empty(), "Ill that week")));
        } else if (act.due() > 0) {
            StagedClock.at(
                    stage.day(-0.2),
                    () -> assignments.extend(
                            stage.seat(),
                            assignment,
                            learners.get(0).id(),
                            new Extension(
                                    stage.day(act.due() + 3), stage.day(act.closes() + 3), "Travels with the team")));
            var readers = learners.stream()
                    .map(Stage.Learner::id)
                    .limit(Math.max(1, learners.size() / 3))
                    .toList();
            StagedClock.at(
                    stage.day(-0.1),
                    () -> notes.send(
                            stage.seat(),
                            new ExerciseId(act.templates().get(0)),
                            "partial derivatives set to zero",
                            "Set both partial derivatives to zero before you look at the second ones.",
                            readers));
            QuarkusTransaction.requiringNew()
                    .run(() -> readers.stream()
                            .filter(reader -> stage.chance().nextBoolean())
                            .forEach(reader -> read(reader, stage.day(-0.05))));
        }
    }

    private void read(UserId reader, Instant at) {
        database.createNativeQuery("update course_note_reader set read_at = :at where learner_id = :reader")
                .setParameter("at", at)
                .setParameter("reader", reader.value())
                .executeUpdate();
    }
}
