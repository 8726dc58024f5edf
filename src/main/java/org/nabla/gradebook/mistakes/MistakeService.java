package org.nabla.gradebook.mistakes;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.nabla.classroom.Seat;
import org.nabla.exercise.ExerciseId;
import org.nabla.grading.grader.Grader;
import org.nabla.progress.ExerciseStore;

/** Finds what a course gets wrong. */
@ApplicationScoped
class MistakeService {
    private final MistakeRepository mistakes;
    private final Grader grader;
    private final ExerciseStore exercises;

    MistakeService(MistakeRepository mistakes, Grader grader, ExerciseStore exercises) {
        this.mistakes = mistakes;
        this.grader = grader;
        this.exercises = exercises;
    }

    /** The groups of each template, those first of which most is wrong. */
    Map<ExerciseId, List<MistakeGroup>> groups(Seat seat, @Nullable Long assignment) {
        var wrong = QuarkusTransaction.joiningExisting().call(() -> mistakes.wrong(seat.course(), assignment));
        // Outside the transaction: the checker may take its time.
        return new MistakeGrouping(new GraderMeaning(grader, exercises))
                .group(wrong).stream()
                        .collect(
                                Collectors.groupingBy(MistakeGroup::template, LinkedHashMap::new, Collectors.toList()));
    }

    Optional<MistakeGroup> group(Seat seat, @Nullable Long assignment, String template, String part, String key) {
        return groups(seat, assignment).values().stream()
                .flatMap(List::stream)
                .filter(g -> g.template().value().equals(template)
                        && g.part().equals(part)
                        && g.key().equals(key))
                .findFirst();
    }

    Map<ExerciseId, ExerciseFacts> facts(Seat seat, @Nullable Long assignment) {
        return QuarkusTransaction.joiningExisting().call(() -> mistakes.fared(seat.course(), assignment)).stream()
                .collect(Collectors.groupingBy(
                        Fared::template,
                        LinkedHashMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), ExerciseFacts::of)));
    }
}
