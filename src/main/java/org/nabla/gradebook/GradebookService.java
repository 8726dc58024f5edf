package org.nabla.gradebook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nabla.account.UserId;
import org.nabla.classroom.CourseLog;
import org.nabla.classroom.CoursePeople;
import org.nabla.classroom.CourseService;
import org.nabla.classroom.Enrolled;
import org.nabla.classroom.LogAction;
import org.nabla.classroom.Seat;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.marking.Allowance;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.progress.DrawnValues;
import org.nabla.progress.Shelves;

/** Reads the marks of a course. Whether somebody may is decided before. */
@ApplicationScoped
class GradebookService {
    private final CoursePeople people;
    private final AssignmentService assignments;
    private final MarkRepository marks;
    private final AnswerRepository answers;
    private final WeighingRepository weighings;
    private final AttemptsFile attempts;
    private final DrawnValues drawn;
    private final Shelves shelves;
    private final CourseService courses;
    private final CourseLog log;
    private final Clock clock;

    GradebookService(
            CoursePeople people,
            AssignmentService assignments,
            MarkRepository marks,
            AnswerRepository answers,
            WeighingRepository weighings,
            AttemptsFile attempts,
            DrawnValues drawn,
            Shelves shelves,
            CourseService courses,
            CourseLog log,
            Clock clock) {
        this.people = people;
        this.assignments = assignments;
        this.marks = marks;
        this.answers = answers;
        this.weighings = weighings;
        this.attempts = attempts;
        this.drawn = drawn;
        this.shelves = shelves;
        this.courses = courses;
        this.log = log;
        this.clock = clock;
    }

    @Transactional
    Gradebook of(Seat seat) {
        return of(seat.course(), people.learners(seat));
    }

    /** That of all its learners, whoever asks. */
    @Transactional
    Gradebook ofAll(long course) {
        return of(course, people.learners(course));
    }

    private Gradebook of(long course, List<Enrolled> learners) {
        var given = assignments.of(course);
        var missing = courses.missing(course);
        var raw = marks.of(course);
        var now = clock.instant();
        var allowances = assignments.allowances(course);
        var all = new HashMap<UserId, Map<Long, Mark>>();
        for (var learner : learners) {
            var own = raw.getOrDefault(learner.id(), Map.of());
            all.put(
                    learner.id(),
                    given.stream()
                            .collect(Collectors.toMap(
                                    Assignment::id,
                                    a -> own.getOrDefault(a.id(), Mark.Raw.NONE)
                                            .by(missing, dueAt(a, allowances, learner.id()), now))));
        }
        return new Gradebook(learners, given, all, weighings.of(course));
    }

    private static Instant dueAt(Assignment assignment, Map<Long, Map<UserId, Allowance>> allowances, UserId learner) {
        return allowances
                .getOrDefault(assignment.id(), Map.of())
                .getOrDefault(learner, Allowance.NONE)
                .terms(assignment.rules().terms())
                .due();
    }

    @Transactional
    GradebookPage page(Seat seat, GradebookView view, int corrections) {
        var book = of(seat);
        var toMark = view.state().filter(s -> s == GradebookView.State.MARK).isPresent()
                ? answers.toMark(seat.course())
                : Map.<UserId, Set<Long>>of();
        var shares = view.alone(book)
                .map(alone -> new GradebookPage.Shares(answers.shares(seat.course(), alone.id()).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, e -> e.getValue().getOrDefault(alone.id(), Map.of())))))
                .orElse(GradebookPage.Shares.NONE);
        return GradebookPage.of(seat, book, view, view.of(book, toMark), shares, corrections);
    }

    /** @param learner a number; empty where nobody in the course has it */
    Optional<LearnerMarks> learner(Seat seat, String learner) {
        var book = of(seat);
        return book.learners().stream()
                .filter(l -> l.id().toString().equals(learner))
                .findFirst()
                .map(l -> learner(seat, book, l));
    }

    private LearnerMarks learner(Seat seat, Gradebook book, Enrolled learner) {
        var given = answers.of(seat.course(), learner.id().value(), null);
        var values =
                drawn.of(given.stream().map(AnswerRepository.Answer::exercise).collect(Collectors.toSet()));
        Function<org.nabla.exercise.ExerciseId, String> titles =
                id -> shelves.anywhere(id).map(ExerciseTemplate::title).orElse(id.value());
        return LearnerMarks.of(seat, book, learner, given, values, titles);
    }

    /** What a learner sees of their own marks: those that are told by now. */
    Optional<OwnMarks> own(Seat seat) {
        var book = of(seat);
        var untold =
                book.assignments().stream().filter(a -> !assignments.isTold(a)).toList();
        var told = book.without(untold.stream().map(Assignment::id).collect(Collectors.toSet()));
        return book.learners().stream()
                .filter(l -> l.id().equals(seat.user()))
                .findFirst()
                .map(l -> OwnMarks.of(seat, told, l, untold));
    }

    /** Weighs the marks of the course otherwise from now on. */
    @Transactional
    void weigh(Seat seat, Weighing weighing) {
        weighings.replace(seat.course(), weighing);
        log.write(seat.course(), seat.user(), LogAction.COURSE_CHANGED, "weights of marks");
    }

    /** The marks for another program: that they left is written into the log. */
    @Transactional
    String export(Seat seat, GradebookCsv form) {
        log.write(seat.course(), seat.user(), LogAction.EXPORTED, "marks for " + form.title() + whose(seat));
        var shares = form == GradebookCsv.EXERCISES
                ? answers.shares(seat.course(), null)
                : Map.<UserId, Map<Long, Map<Integer, Double>>>of();
        return form.write(new GradebookCsv.Content(of(seat), seat.title(), shares));
    }

    private static String whose(Seat seat) {
        return seat.seesAll() ? "" : ", of the learners of their sections";
    }

    /** The same of all attempts. @param mark whether it begins with a byte-order mark */
    InputStream attempts(Seat seat, boolean mark) {
        log.write(seat.course(), seat.user(), LogAction.EXPORTED, "all attempts" + whose(seat));
        try {
            return Files.newInputStream(
                    attempts.write(seat.course(), of(seat), mark), StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
