package org.nabla.grading.judging;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.nabla.grading.Verdict;
import org.nabla.math.Expression;

/** Numbers that came out of a program: as good as their digits, whether there is a point among them or not. */
public final class Measured {

    /** What programs leave where there is zero. */
    private static final BigDecimal NOTHING = new BigDecimal("1e-12");

    private static final MathContext PRECISION = new MathContext(40, RoundingMode.HALF_EVEN);

    /** How far two scaled entries may lie apart, in units of the last digit asked. */
    private static final int UNITS = 2;

    private Measured() {}

    /** Nothing where one of the two has no value. */
    static Optional<Judgement> judge(Expression response, Expression key, Precision asked) {
        var left = Approximation.value(response);
        var right = Approximation.value(key);
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        var value = left.get();
        if (right.get().abs().compareTo(NOTHING) <= 0) {
            return Optional.of(
                    value.subtract(right.get()).abs().compareTo(NOTHING) <= 0
                            ? Judgement.correct(Verdict.Decided.PROVED)
                            : Judgement.wrong());
        }
        var found = Approximation.ofMeasured(response, value, right.get());
        if (found.agreeing() >= asked.digits()) {
            return Optional.of(Judgement.correct(Verdict.Decided.PROVED));
        }
        return Optional.of(found.judge(asked));
    }

    /**
     * Whether two vectors of numbers are multiples of each other, to the digits asked: both are scaled to the key's largest
     * entry, for in ratios of rounded entries digits are lost.
     *
     * @return nothing where an entry has no value
     */
    public static Optional<Judgement> parallel(List<Expression> response, List<Expression> key, Precision asked) {
        var given = values(response);
        var right = values(key);
        if (given.isEmpty()
                || right.isEmpty()
                || given.get().size() != right.get().size()) {
            return Optional.empty();
        }
        var largest = 0;
        for (var i = 1; i < key.size(); i++) {
            var most = right.get().get(largest).abs();
            largest = right.get().get(i).abs().compareTo(most) > 0 ? i : largest;
        }
        var pivot = right.get().get(largest);
        if (given.get().get(largest).signum() == 0 || pivot.signum() == 0) {
            return Optional.of(Judgement.wrong());
        }
        var scale = pivot.divide(given.get().get(largest), PRECISION);
        var off = BigDecimal.ZERO;
        for (var i = 0; i < key.size(); i++) {
            var scaled = given.get().get(i).multiply(scale, PRECISION);
            off = off.max(scaled.subtract(right.get().get(i)).abs());
        }
        var typed = response.stream().mapToInt(Approximation::typedDigits).max().orElse(0);
        if (within(off, pivot, asked.digits())) {
            return Optional.of(Judgement.correct(Verdict.Decided.PROVED));
        }
        return Optional.of(
                typed >= 2 && typed < asked.digits() && within(off, pivot, typed)
                        ? new Approximation(typed, typed, true, false).judge(asked)
                        : Judgement.wrong());
    }

    private static boolean within(BigDecimal off, BigDecimal pivot, int digits) {
        var unit = pivot.round(new MathContext(1, RoundingMode.DOWN)).ulp().scaleByPowerOfTen(1 - digits);
        return off.compareTo(unit.multiply(BigDecimal.valueOf(UNITS))) <= 0;
    }

    private static Optional<List<BigDecimal>> values(List<Expression> entries) {
        var values = entries.stream().map(Approximation::value).toList();
        return values.stream().allMatch(Optional::isPresent)
                ? Optional.of(values.stream().map(Optional::get).toList())
                : Optional.empty();
    }
}
