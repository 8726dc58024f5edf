package org.nabla.gradebook.marks;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.Problem;
import org.nabla.classroom.member.Enrolled;
import org.nabla.classroom.seat.Seat;
import org.nabla.exercise.ExerciseId;
import org.nabla.gradebook.marks.AnswerRepository.Answer;

/**
 * One learner's marks, with what they answered to each exercise, one answer after the other.
 *
 * @param name family and given name where they are known apart
 * @param sentence how the share comes about
 */
public record LearnerMarks(Seat seat, String name, List<Line> lines, String points, String share, String sentence) {

    /**
     * One assignment.
     *
     * @param computed beside a mark that a teacher set; empty otherwise
     */
    record Line(
            int number,
            String address,
            String title,
            String mark,
            String of,
            String state,
            String computed,
            String reason,
            List<Exercise> exercises) {}

    /** One exercise. @param drawn its numbers, in a line; empty where they are not known */
    record Exercise(int position, String title, String drawn, List<Try> tries) {}

    /** One answer. @param tone of its verdict */
    record Try(CourseMoment at, List<String> typed, String tone, String word) {}

    static LearnerMarks of(
            Seat seat,
            Gradebook book,
            Enrolled learner,
            List<Answer> answers,
            Map<Long, Map<String, String>> drawn,
            Function<ExerciseId, String> titles) {
        var by = answers.stream().collect(Collectors.groupingBy(Answer::assignment));
        return new LearnerMarks(
                seat,
                learner.person().familyFirst(),
                book.assignments().stream()
                        .map(a -> line(
                                seat,
                                a,
                                book.mark(learner, a),
                                learner,
                                a.problems().stream()
                                        .map(p -> exercise(
                                                p,
                                                by.getOrDefault(a.id(), List.of()).stream()
                                                        .filter(x -> x.position() == p.position())
                                                        .toList(),
                                                drawn,
                                                titles,
                                                seat.zone()))
                                        .filter(e -> !e.tries().isEmpty())
                                        .toList()))
                        .toList(),
                GradebookPage.number(book.points(learner)),
                book.shareOfDue(learner).map(s -> Math.round(s * 100) + " %").orElse(""),
                book.weighing().sentence());
    }

    private static Line line(
            Seat seat, Assignment assignment, Optional<Mark> mark, Enrolled learner, List<Exercise> exercises) {
        var override = mark.flatMap(Mark::override);
        var cell = mark.map(GradebookPage::cell);
        return new Line(
                assignment.number(),
                seat.marks() ? assignment.address() + "/learners/" + learner.id() : assignment.address(),
                assignment.title(),
                cell.map(GradebookPage.Cell::text).orElse("–"),
                GradebookPage.number(assignment.points()),
                cell.map(GradebookPage.Cell::state).orElse(""),
                override.isPresent()
                        ? mark.flatMap(Mark::computed)
                                .map(GradebookPage::number)
                                .orElse("0")
                        : "",
                override.map(o -> o.reason()).orElse(""),
                exercises);
    }

    private static Exercise exercise(
            Problem problem,
            List<Answer> answers,
            Map<Long, Map<String, String>> drawn,
            Function<ExerciseId, String> titles,
            ZoneId zone) {
        var tries = new LinkedHashMap<Long, List<Answer>>();
        answers.forEach(a ->
                tries.computeIfAbsent(a.attempt().id(), x -> new ArrayList<>()).add(a));
        return new Exercise(
                problem.position(),
                titles.apply(problem.template()),
                answers.stream()
                        .findFirst()
                        .map(a -> words(drawn.getOrDefault(a.exercise().id(), Map.of())))
                        .orElse(""),
                tries.values().stream().map(parts -> attempt(parts, zone)).toList());
    }

    /** Values in a line: {@code a = 3, b = 7}. */
    public static String words(Map<String, String> drawn) {
        return new TreeMap<>(drawn)
                .entrySet().stream().map(e -> e.getKey() + " = " + e.getValue()).collect(Collectors.joining(", "));
    }

    private static Try attempt(List<Answer> parts, ZoneId zone) {
        var first = parts.get(0).attempt();
        return new Try(
                CourseMoment.of(first.at(), zone),
                parts.stream()
                        .map(part -> part.box().typed())
                        .filter(t -> !t.isEmpty())
                        .toList(),
                first.outcome().name().toLowerCase(Locale.ROOT),
                switch (first.outcome()) {
                    case CORRECT -> "right";
                    case PARTIAL -> "partly right";
                    case WRONG -> "not right";
                    case INVALID -> "could not be read";
                    case UNDECIDED -> "undecided";
                });
    }
}
