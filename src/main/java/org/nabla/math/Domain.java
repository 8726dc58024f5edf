package org.nabla.math;

import java.util.Optional;

/**
 * The real numbers that a variable stands for: an interval, perhaps without zero, perhaps only its whole numbers.
 *
 * @param lower the lower end, empty for −∞
 * @param upper the upper end, empty for ∞
 */
public record Domain(
        Optional<Rational> lower,
        boolean lowerClosed,
        Optional<Rational> upper,
        boolean upperClosed,
        boolean withoutZero,
        boolean wholeNumbers) {

    public static final Domain REAL = new Domain(Optional.empty(), false, Optional.empty(), false, false, false);
    public static final Domain POSITIVE =
            new Domain(Optional.of(Rational.ZERO), false, Optional.empty(), false, false, false);
    public static final Domain NONNEGATIVE =
            new Domain(Optional.of(Rational.ZERO), true, Optional.empty(), false, false, false);
    public static final Domain NONZERO = new Domain(Optional.empty(), false, Optional.empty(), false, true, false);
    public static final Domain INTEGER = new Domain(Optional.empty(), false, Optional.empty(), false, false, true);

    /** The words that name a domain. */
    public static final String WORDS = "real, positive, nonnegative, nonzero, integer";

    /** One of the words, or an interval of numbers such as {@code (0, 3/2]} or {@code [0, inf)}; empty for anything else. */
    public static Optional<Domain> parse(String words) {
        return DomainWords.read(words);
    }

    /** Whether the value may be put in for the variable. */
    public boolean contains(Rational value) {
        return lower.map(l -> value.compareTo(l))
                        .map(c -> lowerClosed ? c >= 0 : c > 0)
                        .orElse(true)
                && upper.map(u -> value.compareTo(u))
                        .map(c -> upperClosed ? c <= 0 : c < 0)
                        .orElse(true)
                && !(withoutZero && value.isZero())
                && (!wholeNumbers || value.isInteger());
    }
}
