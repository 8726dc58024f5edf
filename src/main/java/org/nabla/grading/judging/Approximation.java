package org.nabla.grading.judging;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;
import org.nabla.grading.Verdict;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Decimal;
import org.nabla.math.Expression.Negation;
import org.nabla.math.value.ExactNumbers;

/**
 * How well a decimal agrees with a number.
 *
 * @param typed how many significant digits were typed; the most there can be where it was not one decimal
 * @param agreeing to how many significant digits the two agree, rounded or cut
 */
public record Approximation(int typed, int agreeing) {

    private static final int MOST = 15;
    private static final MathContext PRECISION = new MathContext(25);

    static Approximation of(Expression response, BigDecimal value, BigDecimal key) {
        var agreeing = 0;
        if (value.signum() * key.signum() > 0) {
            agreeing = MOST; // downwards: who rounded rightly to six digits is right to four
            while (agreeing > 0 && !agree(value, key, agreeing)) {
                agreeing--;
            }
        }
        return new Approximation(digits(response), agreeing);
    }

    /** The value to far more digits than count, so that a terminating decimal is itself. */
    public static Optional<BigDecimal> value(Expression number) {
        return ExactNumbers.enclose(number, PRECISION.getPrecision() + 5)
                .map(bounds -> bounds.lower().round(PRECISION));
    }

    Judgement judge(Precision asked) {
        if (!asked.exact() && agreeing >= asked.digits()) {
            return Judgement.correct(Verdict.Decided.PROVED);
        }
        var right = Math.min(typed, agreeing);
        var asFarAsItGoes = right >= 3 || right == typed && right >= 2;
        if (!asFarAsItGoes) {
            return Judgement.wrong();
        }
        return asked.exact()
                ? Judgement.invalid(
                        "approximate",
                        "Right to " + right + " digits; an exact value is asked, such as a fraction or a root.")
                : right < asked.digits() && typed < asked.digits()
                        ? Judgement.invalid(
                                "approximate",
                                "Right as far as it goes. Give " + asked.digits()
                                        + " significant digits, or the exact value.")
                        : Judgement.wrong("rounding", "Nearly: only the first " + right + " digits are right.");
    }

    /** The digits of a response that is one decimal. */
    private static int digits(Expression response) {
        if (response instanceof Negation negation) {
            return digits(negation.argument());
        }
        return response instanceof Decimal decimal ? decimal.value().precision() : MOST;
    }

    private static boolean agree(BigDecimal value, BigDecimal key, int digits) {
        return Stream.of(RoundingMode.HALF_UP, RoundingMode.DOWN)
                .map(mode -> new MathContext(digits, mode))
                .anyMatch(context -> value.round(context).compareTo(key.round(context)) == 0);
    }
}
