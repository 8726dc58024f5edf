package org.nabla.gradebook.mistakes;

import io.quarkus.logging.Log;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nabla.exercise.Exercise;
import org.nabla.grading.AnswerSpec;
import org.nabla.grading.Outcome;
import org.nabla.grading.grader.AnswerKey;
import org.nabla.grading.grader.Grader;
import org.nabla.progress.ExerciseStore;
import org.nabla.progress.StoredExercise;

/** Asks the checker: two responses mean the same where one, taken as the key, makes the other correct. */
final class GraderMeaning implements SameMeaning {
    /** A condition is met by many things that are not equal; an integral's key says more than a response can. */
    private static final Set<String> NOT_BY_KEY = Set.of("condition", "integral", "curve", "choice", "choices");

    private final Grader grader;
    private final ExerciseStore exercises;
    private final Map<String, Optional<AnswerKey>> keys = new HashMap<>();
    private final Map<Long, Optional<Exercise>> known = new HashMap<>();
    private int asked;

    GraderMeaning(Grader grader, ExerciseStore exercises) {
        this.grader = grader;
        this.exercises = exercises;
    }

    @Override
    public boolean same(long exercise, String part, String one, String other) {
        var key = keys.computeIfAbsent(exercise + "/" + part + "/" + one, k -> key(exercise, part, one));
        asked++;
        return key.map(k -> grader.grade(k, other).outcome() == Outcome.CORRECT).orElse(false);
    }

    /** How often the checker was asked. */
    int asked() {
        return asked;
    }

    private Optional<AnswerKey> key(long exercise, String part, String typed) {
        return known.computeIfAbsent(exercise, e -> exercises.find(e).map(StoredExercise::exercise)).stream()
                .flatMap(e -> e.parts().stream())
                .filter(p ->
                        p.id().equals(part) && !NOT_BY_KEY.contains(p.answer().kind()))
                .findFirst()
                .flatMap(p -> key(p.answer(), typed));
    }

    private static Optional<AnswerKey> key(AnswerSpec answer, String typed) {
        // Exactly equal: what the exercise allows of rounding or form is not the question here.
        var spec = new AnswerSpec(answer.kind(), List.of(typed), answer.variables(), Map.of(), List.of());
        try {
            return AnswerKey.of(spec) instanceof AnswerKey.KeyReading.Read read
                    ? Optional.of(read.key())
                    : Optional.empty();
        } catch (RuntimeException e) {
            Log.debugf(e, "a response is no key: %s", typed);
            return Optional.empty();
        }
    }
}
