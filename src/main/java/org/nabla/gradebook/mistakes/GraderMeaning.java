package org.nabla.gradebook.mistakes;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import org.nabla.progress.store.ExerciseStore;
import org.nabla.progress.store.StoredExercise;

/** Asks the checker: two responses mean the same where one, taken as the key, makes the other correct. */
final class GraderMeaning implements SameMeaning {
    /** A condition is met by many things that are not equal; an integral's key says more than a response can. */
    private static final Set<String> NOT_BY_KEY = Set.of("condition", "integral", "curve", "choice", "choices");

    /** Two responses that are compared. */
    private record Pair(long exercise, String part, String one, String other) {}

    /** What the checker said of many of them: the same ones come again each time that somebody looks. */
    static final class Said {
        /** In characters, and so many for all else of a pair. */
        private static final int MOST = 10_000_000;

        private static final int PAIR = 200;

        private final Cache<Pair, Boolean> kept = Caffeine.newBuilder()
                .maximumWeight(MOST)
                .<Pair, Boolean>weigher((pair, same) ->
                        PAIR + pair.one().length() + pair.other().length())
                .build();
    }

    private final Grader grader;
    private final ExerciseStore exercises;
    private final Cache<Pair, Boolean> said;
    private final Map<String, Optional<AnswerKey>> keys = new HashMap<>();
    private final Map<Long, Optional<Exercise>> known = new HashMap<>();

    GraderMeaning(Grader grader, ExerciseStore exercises, Said said) {
        this.said = said.kept;
        this.grader = grader;
        this.exercises = exercises;
    }

    @Override
    public void expect(Set<Long> asked) {
        var read = exercises.find(asked);
        asked.forEach(id -> known.put(id, Optional.ofNullable(read.get(id)).map(StoredExercise::exercise)));
    }

    @Override
    public boolean same(long exercise, String part, String one, String other) {
        var pair = new Pair(exercise, part, one, other);
        var before = said.getIfPresent(pair);
        if (before != null) {
            return before;
        }
        var outcome = keys.computeIfAbsent(exercise + "/" + part + "/" + one, k -> key(exercise, part, one))
                .map(key -> grader.grade(key, other).outcome())
                .orElse(Outcome.WRONG);
        if (outcome != Outcome.UNDECIDED) { // another time there may be more of it
            said.put(pair, outcome == Outcome.CORRECT);
        }
        return outcome == Outcome.CORRECT;
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
            return AnswerKey.of(spec).either(Optional::of, refused -> Optional.empty());
        } catch (RuntimeException e) {
            Log.debugf(e, "a response is no key: %s", typed);
            return Optional.empty();
        }
    }
}
