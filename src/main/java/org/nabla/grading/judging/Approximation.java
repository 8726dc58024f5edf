package org.nabla.grading.judging;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.nabla.grading.Verdict;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Decimal;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.value.ExactNumbers;

/**
 * How well a decimal agrees with a number that it does not equal.
 *
 * @param typed how many significant digits were typed; the most there can be where it was not one decimal
 * @param agreeing to how many significant digits the two agree, rounded or cut
 * @param everyDigit whether every digit typed is right, the last one rounded or cut
 * @param terminates whether the key itself is a whole number, or a decimal of no more digits than are asked
 */
public record Approximation(int typed, int agreeing, boolean everyDigit, boolean terminates) {

    /** Under which word a response is free that only comes near. */
    public static final String WORD = "approximate";

    private static final int MOST = 15;
    private static final MathContext PRECISION = new MathContext(40);

    static Approximation of(Expression response, BigDecimal value, BigDecimal key, Precision asked) {
        var agreeing = agreeing(value, key);
        var typed = digits(response);
        var shown = typed.orElseGet(() -> Math.max(asked.digits(), mostDigits(response) - 1));
        return new Approximation(
                typed.orElse(MOST),
                agreeing,
                agreeing > 0 && agree(value, key, Math.min(shown, MOST)),
                terminates(key, asked.digits()));
    }

    /** A number out of a program: a whole number is as rounded as any other, and zeros at its end are no digits. */
    static Approximation ofMeasured(Expression response, BigDecimal value, BigDecimal key) {
        var agreeing = agreeing(value, key);
        var typed = typedDigits(response);
        return new Approximation(typed, agreeing, agreeing > 0 && agree(value, key, Math.min(typed, MOST)), false);
    }

    /** How many significant digits a response shows; the most there can be where it is not one number. */
    static int typedDigits(Expression response) {
        return Trees.magnitude(response) instanceof Numeral numeral && numeral.isWhole()
                ? Math.max(
                        1,
                        new BigDecimal(numeral.value().numerator())
                                .stripTrailingZeros()
                                .precision())
                : digits(response).orElse(MOST);
    }

    private static int agreeing(BigDecimal value, BigDecimal key) {
        var agreeing = 0;
        if (value.signum() * key.signum() > 0) {
            agreeing = MOST; // downwards: who rounded rightly to six digits is right to four
            while (agreeing > 0 && !agree(value, key, agreeing)) {
                agreeing--;
            }
        }
        return agreeing;
    }

    /** The value to far more digits than count, so that a terminating decimal is itself. */
    public static Optional<BigDecimal> value(Expression number) {
        return ExactNumbers.enclose(number, PRECISION.getPrecision() + 5)
                .map(bounds -> bounds.lower().round(PRECISION));
    }

    public Judgement judge(Precision asked) {
        if (terminates) {
            return agreeing >= 3
                    ? Judgement.wrong("rounding", "Nearly, but not equal: nothing needs to be rounded here.")
                    : Judgement.wrong();
        }
        if (!everyDigit) {
            return agreeing >= 3
                    ? Judgement.wrong("rounding", "Nearly: only the first " + agreeing + " digits are right.")
                    : Judgement.wrong();
        }
        if (asked.exact()) {
            return typed < 2
                    ? Judgement.wrong()
                    : Judgement.invalid(
                            WORD,
                            "Right to " + Math.min(typed, agreeing)
                                    + " digits; an exact value is asked, such as a fraction or a root.");
        }
        if (typed >= asked.digits()) {
            return Judgement.correct(Verdict.Decided.PROVED);
        }
        return typed < 2
                ? Judgement.wrong()
                : Judgement.invalid(
                        WORD,
                        "Right as far as it goes. Give " + asked.digits() + " significant digits"
                                + (asked.measured() ? "." : ", or the exact value."));
    }

    /** A whole number, which is exact, where it is what rounding gives: 22026 for e^10. */
    static Optional<Judgement> ofWhole(BigDecimal value, BigDecimal key) {
        var rounded = value.abs().compareTo(BigDecimal.TEN) >= 0
                && key.setScale(0, RoundingMode.HALF_UP).compareTo(value) == 0;
        return rounded
                ? Optional.of(Judgement.invalid(
                        WORD,
                        "This is the answer rounded to a whole number. Without a decimal point a number is exact: give"
                                + " the exact value, or decimals."))
                : Optional.empty();
    }

    static boolean isWhole(Expression response) {
        return Trees.magnitude(response).isWhole();
    }

    private static boolean terminates(BigDecimal key, int few) {
        var shortest = key.stripTrailingZeros();
        return shortest.scale() <= 0 || shortest.precision() <= few;
    }

    /** The digits of a response that is one decimal. */
    private static OptionalInt digits(Expression response) {
        return Trees.magnitude(response) instanceof Decimal decimal
                ? OptionalInt.of(decimal.value().precision())
                : OptionalInt.empty();
    }

    private static int mostDigits(Expression response) {
        var most = new int[1];
        Trees.contains(response, e -> {
            most[0] = e instanceof Decimal decimal
                    ? Math.max(most[0], decimal.value().precision())
                    : most[0];
            return false;
        });
        return most[0];
    }

    private static boolean agree(BigDecimal value, BigDecimal key, int digits) {
        return Stream.of(RoundingMode.HALF_UP, RoundingMode.DOWN)
                .map(mode -> new MathContext(digits, mode))
                .anyMatch(context -> value.round(context).compareTo(key.round(context)) == 0);
    }
}
