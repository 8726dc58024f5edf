package org.nabla.math.speech;

import java.util.stream.Collectors;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Braces;
import org.nabla.math.Expression.Interval;
import org.nabla.math.Expression.Matrix;
import org.nabla.math.Expression.Tuple;
import org.nabla.math.Expression.Union;
import org.nabla.math.writing.Precedence;

/** Vectors, matrices, sets and intervals in words. */
final class SpokenCollections {
    private SpokenCollections() {}

    static String write(Expression e) {
        if (e instanceof Tuple t) {
            return tuple(t);
        } else if (e instanceof Matrix m) {
            return "the " + m.rows().size() + " by " + m.rows().get(0).size() + " matrix with rows "
                    + m.rows().stream().map(SpeechWriter::list).collect(Collectors.joining("; ")) + ", end of matrix";
        } else if (e instanceof Braces b) {
            return b.entries().isEmpty()
                    ? "the empty set"
                    : "the set of " + SpeechWriter.list(b.entries()) + ", end of set";
        } else if (e instanceof Interval i) {
            return "the interval from " + SpeechWriter.write(i.lower())
                    + (i.lowerClosed() ? ", included," : ", excluded,") + " to " + SpeechWriter.write(i.upper())
                    + (i.upperClosed() ? ", included" : ", excluded");
        }
        return ((Union) e)
                .sets().stream()
                        .map(set -> SpeechWriter.bracketed(set, Precedence.SUM))
                        .collect(Collectors.joining(" united with "));
    }

    private static String tuple(Tuple tuple) {
        var entries = SpeechWriter.list(tuple.entries());
        return switch (tuple.brackets()) {
            case ANGLE -> "the vector " + entries + ", end of vector";
            case ROUND -> "in round brackets " + entries + ", close bracket";
            case SQUARE -> "in square brackets " + entries + ", close bracket";
        };
    }
}
