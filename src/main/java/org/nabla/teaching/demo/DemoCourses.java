package org.nabla.teaching.demo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.nabla.account.UserId;
import org.nabla.classroom.CourseService;
import org.nabla.classroom.Seat;
import org.nabla.classroom.SeatRepository;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.assignment.Problem;
import org.nabla.classroom.assignment.WorkService;
import org.nabla.classroom.marking.AssignmentRules;
import org.nabla.classroom.marking.Counts;
import org.nabla.classroom.marking.Extension;
import org.nabla.classroom.marking.LateRule;
import org.nabla.classroom.marking.MarkOverride;
import org.nabla.classroom.marking.Telling;
import org.nabla.classroom.note.CourseNotes;
import org.nabla.classroom.problemset.Picked;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.grading.Outcome;
import org.nabla.grading.grader.Grader;
import org.nabla.progress.GradedAttempt;
import org.nabla.progress.GradedResponse;
import org.nabla.progress.ProgressService;
import org.nabla.progress.StoredExercise;
import org.nabla.progress.report.Reports;

/**
 * Plays a course: people, assignments, answers, doubts and marks are made by the services that real ones go through, at times
 * that have passed. The same seed plays the same people; whole courses go in one act.
 */
@ApplicationScoped
public class DemoCourses {

    public static final int LEARNERS = 30;

    private static final double POINTS = 2;
    private static final int MOST_TRIES = 3;
    private static final int DOUBTS_EVERY = 9;

    private final CourseService courses;
    private final SeatRepository seats;
    private final AssignmentService assignments;
    private final WorkService work;
    private final CourseNotes notes;
    private final ExerciseCatalogue catalogue;
    private final Grader grader;
    private final ProgressService progress;
    private final Reports reports;
    private final EntityManager database;
    private final Clock clock;

    DemoCourses(
            CourseService courses,
            SeatRepository seats,
            AssignmentService assignments,
            WorkService work,
            CourseNotes notes,
            ExerciseCatalogue catalogue,
            Grader grader,
            ProgressService progress,
            Reports reports,
            EntityManager database,
            Clock clock) {
        this.courses = courses;
        this.seats = seats;
        this.assignments = assignments;
        this.work = work;
        this.notes = notes;
        this.catalogue = catalogue;
        this.grader = grader;
        this.progress = progress;
        this.reports = reports;
        this.database = database;
        this.clock = clock;
    }

    /** Somebody made up. @param skill how likely they are right at the first try */
    private record Learner(UserId id, double skill, double diligence) {}

    /** One play of one course. */
    private final class Play {
        private final Seat seat;
        private final Random chance;
        private final Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        private int wrong;

        Play(Seat seat, long seed) {
            this.seat = seat;
            this.chance = new Random(seed);
        }

        void all(int people) {
            var learners = new ArrayList<Learner>();
            for (int i = 0; i < people; i++) {
                learners.add(new Learner(person(i), 0.35 + 0.6 * chance.nextDouble(), 0.6 + 0.4 * chance.nextDouble()));
            }
            for (var act : DemoPlan.ACTS) {
                var assignment = give(act);
                learners.forEach(learner -> works(learner, act, assignment));
                afterwards(act, assignment, learners);
            }
        }

        private Instant day(double days) {
            return now.plus(Duration.ofMinutes(Math.round(days * 24 * 60)));
        }

        private UserId person(int number) {
            var joined = day(-21 + chance.nextDouble());
            return QuarkusTransaction.requiringNew().call(() -> {
                var id = new UserId(((Number) database.createNativeQuery(
                                        "insert into account (name, created_at, demo_course_id) values (:name, :at, :course)"
                                                + " returning id")
                                .setParameter("name", DemoPlan.name(number))
                                .setParameter("at", joined)
                                .setParameter("course", seat.course())
                                .getSingleResult())
                        .longValue());
                seats.enrol(seat.course(), id, joined);
                return id;
            });
        }

        private Assignment give(DemoPlan.Act act) {
            var rules = new AssignmentRules(
                    act.title(),
                    day(act.opens()),
                    day(act.due()),
                    day(act.closes()),
                    new LateRule(0.1, 0.5),
                    0,
                    Counts.BEST,
                    act.own(),
                    Telling.AT_ONCE,
                    true,
                    0.1,
                    Optional.empty());
            var chosen = act.templates().stream()
                    .flatMap(id -> catalogue.find(new ExerciseId(id)).stream())
                    .map(template -> new AssignmentService.Chosen(new Picked(template, POINTS), Optional.empty()))
                    .toList();
            var number = new int[1];
            StagedClock.at(day(act.opens() - 1), () -> number[0] = assignments.give(seat, rules, chosen));
            return assignments.find(seat.course(), number[0]).orElseThrow();
        }

        private void works(Learner learner, DemoPlan.Act act, Assignment assignment) {
            if (chance.nextDouble() > learner.diligence() + (act.due() < 0 ? 0.2 : -0.3)) {
                return; // does not begin
            }
            double last = Math.min(act.closes(), -0.05);
            double begins = act.opens() + (Math.min(act.due() + 0.5, last) - act.opens()) * chance.nextDouble();
            for (var problem : assignment.problems()) {
                begins = Math.min(begins + 0.01 + 0.02 * chance.nextDouble(), last);
                var exercise = new Object() {
                    Optional<StoredExercise> found = Optional.empty();
                };
                StagedClock.at(day(begins), () -> exercise.found = work.open(assignment, problem, learner.id()));
                if (exercise.found.isEmpty() || chance.nextDouble() > learner.diligence() + 0.2) {
                    continue;
                }
                tries(learner, assignment, problem, exercise.found.get(), begins, last);
            }
        }

        private void tries(
                Learner learner,
                Assignment assignment,
                Problem problem,
                StoredExercise exercise,
                double begins,
                double last) {
            for (int i = 0; i < MOST_TRIES; i++) {
                boolean right = chance.nextDouble() < learner.skill() + 0.15 * i;
                var time = day(Math.min(begins + 0.003 * (i + 1), last));
                var attempt = attempt(exercise.exercise(), right, time);
                if (attempt.responses().isEmpty()) {
                    return;
                }
                StagedClock.at(time, () -> handIn(learner, assignment, problem, exercise, attempt));
                if (attempt.outcome() == Outcome.CORRECT) {
                    return;
                }
                if (attempt.outcome() == Outcome.WRONG && ++wrong % DOUBTS_EVERY == 1) {
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
                Learner learner,
                Assignment assignment,
                Problem problem,
                StoredExercise exercise,
                GradedAttempt attempt) {
            QuarkusTransaction.requiringNew().run(() -> {
                var kept = progress.record(learner.id(), exercise, attempt);
                work.handIn(assignment, problem, learner.id(), kept, seat.zone());
            });
        }

        private GradedAttempt attempt(Exercise exercise, boolean right, Instant time) {
            var responses = new ArrayList<GradedResponse>();
            for (var part : exercise.parts()) {
                var typed = right ? right(part) : wrong(part);
                typed.ifPresent(
                        text -> responses.add(new GradedResponse(part.id(), text, grader.grade(part.answer(), text))));
            }
            return new GradedAttempt(
                    new UUID(chance.nextLong(), chance.nextLong()),
                    time,
                    exercise.parts().size(),
                    responses);
        }

        private Optional<String> right(Exercise.Part part) {
            return Optional.of(String.join(", ", part.answer().value()));
        }

        /** One of the mistakes that the exercise knows, the first most often; else a number out of the air. */
        private Optional<String> wrong(Exercise.Part part) {
            var mistakes = part.answer().mistakes();
            if (mistakes.isEmpty()) {
                return Optional.of(String.valueOf(11 + chance.nextInt(80)));
            }
            int which = Math.min(chance.nextInt(mistakes.size() + 2), mistakes.size() + 1);
            return Optional.of(mistakes.get(which < mistakes.size() ? which : 0).value());
        }

        /** What a teacher did: more time for one, a mark by hand for another, a note to the class. */
        private void afterwards(DemoPlan.Act act, Assignment assignment, List<Learner> learners) {
            if (act.closes() < 0) {
                StagedClock.at(
                        day(act.closes() + 1),
                        () -> assignments.override(
                                seat,
                                assignment,
                                learners.get(1).id(),
                                new MarkOverride(Optional.empty(), "Ill that week")));
            } else if (act.due() > 0) {
                StagedClock.at(
                        day(-0.2),
                        () -> assignments.extend(
                                seat,
                                assignment,
                                learners.get(0).id(),
                                new Extension(day(act.due() + 3), day(act.closes() + 3), "Travels with the team")));
                var readers = learners.stream()
                        .map(Learner::id)
                        .limit(Math.max(1, learners.size() / 3))
                        .toList();
                StagedClock.at(
                        day(-0.1),
                        () -> notes.send(
                                seat,
                                new ExerciseId(act.templates().get(0)),
                                "partial derivatives set to zero",
                                "Set both partial derivatives to zero before you look at the second ones.",
                                readers));
                QuarkusTransaction.requiringNew()
                        .run(() -> readers.stream()
                                .filter(reader -> chance.nextBoolean())
                                .forEach(reader -> read(reader, day(-0.05))));
            }
        }

        private void read(UserId reader, Instant at) {
            database.createNativeQuery("update course_note_reader set read_at = :at where learner_id = :reader")
                    .setParameter("at", at)
                    .setParameter("reader", reader.value())
                    .executeUpdate();
        }
    }

    /** How far one is that is being made. */
    String progress(UserId teacher) {
        return QuarkusTransaction.requiringNew()
                .call(() -> of(teacher).stream().findFirst().map(this::given).orElse("it begins"));
    }

    private String given(long course) {
        var given = ((Number) database.createNativeQuery("select count(*) from assignment where course_id = :course")
                        .setParameter("course", course)
                        .getSingleResult())
                .intValue();
        return given == 0
                ? "its learners come in"
                : "assignment %d of %d is being answered".formatted(given, DemoPlan.ACTS.size());
    }

    /** Opens an empty demo course for a teacher. @return its seat, on which {@link #play} fills it */
    public Seat open(UserId teacher) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var course = courses.open(teacher, DemoPlan.TITLE, ZoneOffset.UTC);
            database.createNativeQuery("update course set demo = true where id = :course")
                    .setParameter("course", course)
                    .executeUpdate();
            return seats.find(course, teacher).orElseThrow();
        });
    }

    /** Fills a demo course. The same seed plays the same. On whatever thread: no request need be there. */
    @ActivateRequestContext
    public void play(Seat seat, long seed, int people) {
        new Play(seat, seed).all(people);
    }

    /** The demo courses that somebody teaches. */
    @Transactional
    public List<Long> of(UserId teacher) {
        List<?> rows = database.createNativeQuery(
                        "select c.id from course c join course_teacher t on t.course_id = c.id"
                                + " where c.demo and t.teacher_id = :teacher order by c.id")
                .setParameter("teacher", teacher.value())
                .getResultList();
        return rows.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /** Whether there is no course at all. */
    @Transactional
    public boolean isFirst() {
        return database.createNativeQuery("select 1 from course limit 1")
                .getResultList()
                .isEmpty();
    }

    /** Removes a demo course, its people and all that they did. Says whether there was one. */
    @Transactional
    public boolean remove(UserId teacher, long course) {
        if (!of(teacher).contains(course)) {
            return false;
        }
        List<?> made = database.createNativeQuery(
                        "select p.exercise_id from assignment_problem p join assignment a on a.id = p.assignment_id"
                                + " where a.course_id = :course and p.exercise_id is not null"
                                + " union select w.exercise_id from assigned_exercise w join assignment_problem p on p.id ="
                                + " w.problem_id join assignment a on a.id = p.assignment_id where a.course_id = :course"
                                + " union select d.exercise_id from drawn_exercise d join assignment_problem p on p.id ="
                                + " d.problem_id join assignment a on a.id = p.assignment_id where a.course_id = :course")
                .setParameter("course", course)
                .getResultList();
        database.createNativeQuery("delete from account where demo_course_id = :course")
                .setParameter("course", course)
                .executeUpdate();
        pointingTo("course")
                .forEach(reference -> database.createNativeQuery(
                                "delete from " + reference.table() + " where " + reference.column() + " = :course")
                        .setParameter("course", course)
                        .executeUpdate());
        database.createNativeQuery("delete from course where id = :course")
                .setParameter("course", course)
                .executeUpdate();
        forget(made);
        return true;
    }

    /** A column that points to a table. */
    private record Reference(String table, String column) {}

    /** Names of the database itself, none of which anybody types. */
    private List<Reference> pointingTo(String table) {
        List<?> rows = database.createNativeQuery(
                        "select cast(c.conrelid::regclass as text), a.attname from pg_constraint c"
                                + " join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]"
                                + " where c.contype = 'f' and c.conparentid = 0 and c.confrelid = cast(:table as regclass)"
                                + " order by 1 desc")
                .setParameter("table", table)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Reference((String) row[0], (String) row[1]))
                .toList();
    }

    /** Exercises that only the course used. */
    private void forget(List<?> exercises) {
        if (exercises.isEmpty()) {
            return;
        }
        var unused = pointingTo("exercise").stream()
                .map(r -> " and not exists (select 1 from " + r.table() + " r where r." + r.column() + " = e.id)")
                .reduce("", String::concat);
        database.createNativeQuery("delete from exercise e where e.id in (:made)" + unused)
                .setParameter("made", exercises)
                .executeUpdate();
    }
}
