package org.nabla.gradebook.mistakes;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nabla.account.UserId;
import org.nabla.exercise.ExerciseId;

/**
 * Wrong responses that mean the same: the same mistake was recognised in them, or they are equal to each other.
 *
 * @param key names the group within a template and part
 * @param how what holds the group together
 */
record MistakeGroup(ExerciseId template, String part, String key, How how, List<WrongResponse> responses) {

    enum How {
        /** A mistake that the author of the exercise foresaw. */
        FORESEEN,
        /** A mistake that the checker recognises in any exercise. */
        RECOGNISED,
        /** Nobody knows what was thought, but all mean the same. */
        EQUAL
    }

    MistakeGroup {
        responses = List.copyOf(responses);
    }

    Set<UserId> learners() {
        var learners = new LinkedHashSet<UserId>();
        responses.forEach(r -> learners.add(r.learner()));
        return learners;
    }

    /** What was typed, the most frequent first, with how often. */
    Map<String, Integer> spellings() {
        var counts = new LinkedHashMap<String, Integer>();
        responses.forEach(r -> counts.merge(r.typed(), 1, Integer::sum));
        var sorted = new LinkedHashMap<String, Integer>();
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(e -> sorted.put(e.getKey(), e.getValue()));
        return sorted;
    }

    /** What the first of them was told. */
    String message() {
        return responses.get(0).message();
    }
}
