package org.nabla.math;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The one grammar of domains: words, or an interval with numbers as ends such as {@code (0, 3/2]} and {@code [0, inf)}. */
final class DomainWords {

    private static final Pattern INTERVAL =
            Pattern.compile("\\s*([\\[(])\\s*([^,\\s]+)\\s*,\\s*([^,\\s]+)\\s*([])])\\s*");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?([0-9]{1,30}(/0{0,30}[1-9][0-9]{0,30})?|[0-9]{0,30}\\.[0-9]{1,30})");
    private static final String INFINITY = "(inf|oo|infinity|∞)";
    private static final Map<String, Domain> WORDS = Map.of(
            "real", Domain.REAL,
            "positive", Domain.POSITIVE,
            "nonnegative", Domain.NONNEGATIVE,
            "nonzero", Domain.NONZERO,
            "integer", Domain.INTEGER);

    private DomainWords() {}

    static Optional<Domain> read(String words) {
        return Optional.ofNullable(WORDS.get(words.strip())).or(() -> interval(words.replace('−', '-')));
    }

    private static Optional<Domain> interval(String text) {
        var interval = INTERVAL.matcher(text);
        if (!interval.matches()) {
            return Optional.empty();
        }
        var low = interval.group(2);
        var high = interval.group(3);
        var fromMinusInfinity = low.matches("-" + INFINITY);
        var toInfinity = high.matches("\\+?" + INFINITY);
        if (!fromMinusInfinity && !NUMBER.matcher(low).matches()
                || !toInfinity && !NUMBER.matcher(high).matches()) {
            return Optional.empty();
        }
        var lower = fromMinusInfinity ? Optional.<Rational>empty() : Optional.of(number(low));
        var upper = toInfinity ? Optional.<Rational>empty() : Optional.of(number(high));
        if (lower.isPresent() && upper.isPresent() && lower.get().compareTo(upper.get()) >= 0) {
            return Optional.empty(); // nothing lies in it
        }
        return Optional.of(new Domain(
                lower,
                lower.isPresent() && interval.group(1).equals("["),
                upper,
                upper.isPresent() && interval.group(4).equals("]"),
                false,
                false));
    }

    private static Rational number(String text) {
        var slash = text.indexOf('/');
        return slash < 0
                ? Rational.of(new BigDecimal(text))
                : Rational.of(new BigDecimal(text.substring(0, slash)))
                        .dividedBy(Rational.of(new BigDecimal(text.substring(slash + 1))));
    }
}
