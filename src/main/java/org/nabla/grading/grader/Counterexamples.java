package org.nabla.grading.grader;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.nabla.grading.Verdict;
import org.nabla.math.equivalence.Equivalence;

/** Makes a point at which two functions differ fit for reading. */
final class Counterexamples {

    private static final MathContext SHOWN = new MathContext(4);

    private Counterexamples() {}

    /** Empty where it would teach nothing: without variables, or where rounding hides the difference. */
    static Optional<Verdict.Counterexample> humane(Equivalence.Counterexample found) {
        if (found.point().isEmpty() || !Double.isFinite(found.right()) || Double.isInfinite(found.left())) {
            return Optional.empty();
        }
        var point = new LinkedHashMap<String, String>();
        found.point().forEach((name, value) -> point.put(name, value.toString()));
        var response = Double.isNaN(found.left()) ? "undefined" : rounded(found.left());
        var key = rounded(found.right());
        var readable = point.values().stream().allMatch(value -> value.length() <= 7);
        return readable && !response.equals(key)
                ? Optional.of(new Verdict.Counterexample(point, response, key))
                : Optional.empty();
    }

    private static String rounded(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e6) {
            return Long.toString((long) value);
        }
        var shown = new BigDecimal(value).round(SHOWN);
        var size = Math.abs(value);
        return size >= 1e-4 && size < 1e7
                ? shown.stripTrailingZeros().toPlainString()
                : shown.stripTrailingZeros().toString().replace("E+", "E");
    }
}
