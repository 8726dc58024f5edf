package org.nabla.gradebook.variants;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.member.CoursePeople;
import org.nabla.classroom.member.Enrolled;
import org.nabla.classroom.seat.Seat;
import org.nabla.exercise.template.ExerciseTemplate;
import org.nabla.gradebook.marks.LearnerMarks;
import org.nabla.gradebook.variants.VariantRepository.Had;
import org.nabla.progress.store.DrawnValues;
import org.nabla.progress.store.Shelves;

/** Finds the exercises of a course, and whose they are, by the values that were drawn for them. */
@Singleton
class VariantSearch {

    /** An exercise of a learner. @param numbers all that was drawn for it */
    record Row(String learner, String address, String assignment, String exercise, String numbers, String state) {}

    private final CoursePeople people;
    private final AssignmentService assignments;
    private final VariantRepository variants;
    private final DrawnValues drawn;
    private final Shelves shelves;

    VariantSearch(
            CoursePeople people,
            AssignmentService assignments,
            VariantRepository variants,
            DrawnValues drawn,
            Shelves shelves) {
        this.people = people;
        this.assignments = assignments;
        this.variants = variants;
        this.drawn = drawn;
        this.shelves = shelves;
    }

    /** @param sought values in the spelling of {@link SoughtValues} */
    List<Row> rows(Seat seat, Map<String, String> sought) {
        var course = seat.course();
        drawn.of(QuarkusTransaction.joiningExisting().call(() -> variants.unknown(course)));
        var had = QuarkusTransaction.joiningExisting().call(() -> variants.with(course, sought));
        var values = drawn.of(had.stream().map(Had::exercise).collect(Collectors.toSet()));
        var names = people.learners(seat).stream().collect(Collectors.toMap(Enrolled::id, Function.identity()));
        var given = assignments.of(course).stream().collect(Collectors.toMap(Assignment::id, Function.identity()));
        return had.stream()
                .filter(h -> names.containsKey(h.learner()) && given.containsKey(h.assignment()))
                .map(h -> row(
                        h,
                        Objects.requireNonNull(names.get(h.learner())),
                        Objects.requireNonNull(given.get(h.assignment())),
                        values.getOrDefault(h.exercise(), Map.of())))
                .toList();
    }

    private Row row(Had had, Enrolled learner, Assignment assignment, Map<String, String> values) {
        var title = shelves.anywhere(had.template())
                .map(ExerciseTemplate::title)
                .orElse(had.template().value());
        return new Row(
                learner.person().familyFirst(),
                assignment.address() + "/learners/" + learner.id() + "#problem-" + had.position(),
                assignment.title(),
                had.position() + ". " + title,
                LearnerMarks.words(values),
                had.solved() ? "right" : had.tries() > 0 ? "not right yet" : "not answered");
    }
}
