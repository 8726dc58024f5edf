package org.nabla.gradebook.marks;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nabla.account.UserId;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.log.CourseLog;
import org.nabla.classroom.log.LogAction;
import org.nabla.classroom.member.Enrolled;
import org.nabla.classroom.seat.Seat;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.progress.store.DrawnValues;
import org.nabla.progress.store.Shelves;

/** Reads the marks of a course. Whether somebody may is decided before. */
@Singleton
public class GradebookService {
    private final Gradebooks gradebooks;
    private final AssignmentService assignments;
    private final AnswerRepository answers;
    private final WeighingRepository weighings;
    private final AttemptsFile attempts;
    private final DrawnValues drawn;
    private final Shelves shelves;
    private final CourseLog log;

    GradebookService(
            Gradebooks gradebooks,
            AssignmentService assignments,
            AnswerRepository answers,
            WeighingRepository weighings,
            AttemptsFile attempts,
            DrawnValues drawn,
            Shelves shelves,
            CourseLog log) {
        this.gradebooks = gradebooks;
        this.assignments = assignments;
        this.answers = answers;
        this.weighings = weighings;
        this.attempts = attempts;
        this.drawn = drawn;
        this.shelves = shelves;
        this.log = log;
    }

    public Gradebook of(Seat seat) {
        return gradebooks.of(seat);
    }

    /** That of all its learners, whoever asks. */
    public Gradebook ofAll(long course) {
        return gradebooks.ofAll(course);
    }

    @Transactional
    public GradebookPage page(Seat seat, GradebookView view, int corrections) {
        var book = gradebooks.of(seat);
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
    public Optional<LearnerMarks> learner(Seat seat, String learner) {
        var book = gradebooks.of(seat);
        return book.learners().stream()
                .filter(l -> l.id().toString().equals(learner))
                .findFirst()
                .map(l -> learner(seat, book, l));
    }

    private LearnerMarks learner(Seat seat, Gradebook book, Enrolled learner) {
        var given = answers.of(seat.course(), learner.id().value(), null);
        var values =
                drawn.of(given.stream().map(answer -> answer.exercise().id()).collect(Collectors.toSet()));
        Function<org.nabla.exercise.ExerciseId, String> titles =
                id -> shelves.anywhere(id).map(ExerciseTemplate::title).orElse(id.value());
        return LearnerMarks.of(seat, book, learner, given, values, titles);
    }

    /** What a learner sees of their own marks: those that are told by now. */
    public Optional<OwnMarks> own(Seat seat) {
        var book = gradebooks.of(seat);
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
    public void weigh(Seat seat, Weighing weighing) {
        weighings.replace(seat.course(), weighing);
        log.write(seat.course(), seat.user(), LogAction.COURSE_CHANGED, "weights of marks");
    }

    /** The marks for another program: that they left is written into the log. */
    @Transactional
    public String export(Seat seat, GradebookCsv form) {
        log.write(seat.course(), seat.user(), LogAction.EXPORTED, "marks for " + form.title() + whose(seat));
        var shares = form == GradebookCsv.EXERCISES
                ? answers.shares(seat.course(), null)
                : Map.<UserId, Map<Long, Map<Integer, Double>>>of();
        return form.write(new GradebookCsv.Content(gradebooks.of(seat), seat.title(), shares));
    }

    private static String whose(Seat seat) {
        return seat.seesAll() ? "" : ", of the learners of their sections";
    }

    /** The same of all attempts. @param mark whether it begins with a byte-order mark */
    public InputStream attempts(Seat seat, boolean mark) {
        log.write(seat.course(), seat.user(), LogAction.EXPORTED, "all attempts" + whose(seat));
        try {
            return Files.newInputStream(
                    attempts.write(seat.course(), gradebooks.of(seat), mark), StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
