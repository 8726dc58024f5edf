package org.nabla.grading.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.nabla.grading.Verdict;
import org.nabla.grading.judging.Approximation;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Context;
import org.nabla.grading.judging.Judgement;
import org.nabla.grading.judging.Precision;
import org.nabla.grading.judging.Rounded;
import org.nabla.math.Expression;

/**
 * Whether a vector with decimals is a multiple of the key: whether one factor makes of every entry of the key a number that,
 * rounded or cut to the digits typed, is the entry given. Entries without a decimal point are exact.
 */
record RoundedMultiple(List<Expression> key, Context context) {

    private static final MathContext DOWN = new MathContext(40, RoundingMode.FLOOR);
    private static final MathContext UP = new MathContext(40, RoundingMode.CEILING);
    private static final BigDecimal TINY = new BigDecimal("1e-30");

    /** Between two bounds, a factor. */
    private record Factor(BigDecimal low, BigDecimal high) {

        boolean meets(Factor other) {
            return low.compareTo(other.high) <= 0 && other.low.compareTo(high) <= 0;
        }

        Factor and(Factor other) {
            return new Factor(low.max(other.low), high.min(other.high));
        }
    }

    Judgement judge(List<Expression> response, Comparer comparer) {
        Optional<Factor> common = Optional.empty();
        var fewest = Integer.MAX_VALUE;
        for (var i = 0; i < key.size(); i++) {
            var entry = Rounded.of(response.get(i));
            var asked = Approximation.value(key.get(i));
            if (entry.isEmpty() || asked.isEmpty() || !Comparer.isNumber(key.get(i))) {
                return Judgement.wrong();
            }
            if (asked.get().signum() == 0) {
                if (!comparer.same(response.get(i), key.get(i), context.domains())) {
                    return Judgement.wrong();
                }
                continue;
            }
            fewest = Math.min(fewest, entry.get().digits().orElse(fewest));
            var factor = factor(entry.get(), asked.get());
            if (common.isPresent() && !common.get().meets(factor)) {
                return Judgement.wrong();
            }
            common = Optional.of(common.map(factor::and).orElse(factor));
        }
        var precision = Precision.of(context);
        if (precision.exact() || fewest < precision.digits()) {
            return new Approximation(fewest, fewest, true, false).judge(precision);
        }
        comparer.approximate();
        return Judgement.correct(Verdict.Decided.PROVED);
    }

    private static Factor factor(Rounded entry, BigDecimal asked) {
        var a = asked.signum() > 0 ? entry.low() : entry.high();
        var b = asked.signum() > 0 ? entry.high() : entry.low();
        var slack = entry.isExact() ? TINY : BigDecimal.ZERO;
        return new Factor(
                a.divide(asked, DOWN).subtract(slack), b.divide(asked, UP).add(slack));
    }
}
