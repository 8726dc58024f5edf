package org.nabla.practice.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.nabla.grading.AnswerSpec;
import org.nabla.math.Expression;

/**
 * The boxes into which a vector or a matrix can be filled.
 *
 * @param rows 0 where there are none
 */
public record GridShape(int rows, int columns) {
    private static final GridShape NONE = new GridShape(0, 0);

    /** By the answer itself, not by what is in it, as long as its exercise is held: reading it takes longer than its boxes. */
    private static final Cache<AnswerSpec, GridShape> READ =
            Caffeine.newBuilder().weakKeys().build();

    public static GridShape of(AnswerSpec answer) {
        switch (answer.kind()) {
            case "vector":
            case "point":
            case "direction":
            case "parallel":
            case "matrix":
                return READ.get(answer, GridShape::read);
            default:
                return NONE;
        }
    }

    private static GridShape read(AnswerSpec answer) {
        if (answer.value().size() != 1) {
            return NONE;
        }
        var key = Readings.of(answer.value().get(0), answer);
        if (key.orElse(null) instanceof Expression.Tuple vector) {
            return new GridShape(1, vector.entries().size());
        }
        if (key.orElse(null) instanceof Expression.Matrix matrix) {
            return new GridShape(matrix.rows().size(), matrix.rows().get(0).size());
        }
        return NONE;
    }
}
