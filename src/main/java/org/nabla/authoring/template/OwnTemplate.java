package org.nabla.authoring.template;

import java.time.Instant;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.exercise.ExerciseId;

/**
 * A template that somebody wrote.
 *
 * @param newest the number of its newest version
 * @param published the version that learners get, where it is shared
 * @param everyone whether all teachers may use it
 * @param courses with how many courses it is shared
 */
public record OwnTemplate(
        long number,
        UserId author,
        String title,
        Optional<String> origin,
        int newest,
        Optional<Integer> published,
        boolean everyone,
        int courses,
        Instant changedAt) {

    private static final String PREFIX = "own-";

    public ExerciseId id() {
        return id(number);
    }

    public static ExerciseId id(long number) {
        return new ExerciseId(PREFIX + number);
    }

    /** The number of a template by its id; empty for those of the catalogue. */
    public static Optional<Long> number(ExerciseId id) {
        var text = id.value();
        return text.matches(PREFIX + "[1-9][0-9]{0,17}")
                ? Optional.of(Long.valueOf(text.substring(PREFIX.length())))
                : Optional.empty();
    }
}
