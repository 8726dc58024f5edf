package org.nabla.grading.judging;

import java.math.BigDecimal;
import java.util.Optional;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Decimal;
import org.nabla.math.Expression.Negation;
import org.nabla.math.value.ExactNumbers;

/**
 * The numbers that an entry may stand for: those that rounded or cut to the digits typed give it. What is typed without a
 * decimal point stands for itself alone.
 *
 * @param digits how many significant digits were typed; empty where the entry is exact
 */
public record Rounded(BigDecimal low, BigDecimal high, Optional<Integer> digits) {

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal ALMOST_ONE = new BigDecimal("0.999999999");
    private static final int EXACT_DIGITS = 40;

    /** Nothing where the entry has no value. */
    public static Optional<Rounded> of(Expression entry) {
        if (entry instanceof Negation negation) {
            return of(negation.argument()).map(r -> new Rounded(r.high.negate(), r.low.negate(), r.digits));
        }
        if (entry instanceof Decimal decimal) {
            var value = decimal.value();
            var unit = value.ulp();
            // Rounded, the number lies half a unit to either side; cut, up to a whole unit further from zero.
            return Optional.of(new Rounded(
                    value.subtract(unit.multiply(HALF)),
                    value.add(unit.multiply(ALMOST_ONE)),
                    Optional.of(value.precision())));
        }
        return ExactNumbers.enclose(entry, EXACT_DIGITS)
                .map(bounds -> new Rounded(bounds.lower(), bounds.upper(), Optional.empty()));
    }

    public boolean isExact() {
        return digits.isEmpty();
    }

    public boolean contains(double value) {
        return Double.isFinite(value)
                && low.compareTo(new BigDecimal(value)) <= 0
                && high.compareTo(new BigDecimal(value)) >= 0;
    }
}
