package org.nabla.grading.judging;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nabla.math.Domain;
import org.nabla.math.Rational;

/** Domains in words: {@code real}, {@code positive}, …, or an interval with numbers as ends such as {@code (0, 3/2]}. */
final class Domains {

    private static final Pattern NAME = Pattern.compile("\\p{L}[\\p{L}\\p{N}]*(_[\\p{L}\\p{N}]+)?");
    private static final Pattern INTERVAL =
            Pattern.compile("\\s*([\\[(])\\s*([^,\\s]+)\\s*,\\s*([^,\\s]+)\\s*([])])\\s*");
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?([0-9]{1,30}(/[1-9][0-9]{0,30})?|[0-9]{0,30}\\.[0-9]{1,30})");
    private static final Map<String, Domain> WORDS = Map.of(
            "real", Domain.REAL,
            "positive", Domain.POSITIVE,
            "nonnegative", Domain.NONNEGATIVE,
            "nonzero", Domain.NONZERO,
            "integer", Domain.INTEGER);

    private Domains() {}

    public static Map<String, Domain> of(Map<String, String> variables) {
        var domains = new LinkedHashMap<String, Domain>();
        variables.forEach((name, words) -> {
            var field = "answer.variables." + name;
            if (!NAME.matcher(name).matches()) {
                throw new KeyRefused(field, "A variable is a letter or a word, perhaps with an index such as x_1.");
            }
            domains.put(name, read(words).orElseThrow(() -> new KeyRefused(field, """
                    Give real, positive, nonnegative, nonzero, integer or an interval such as [-3, 3].""")));
        });
        return domains;
    }

    private static Optional<Domain> read(String words) {
        var known = WORDS.get(words.strip());
        if (known != null) {
            return Optional.of(known);
        }
        var interval = INTERVAL.matcher(words.replace('−', '-'));
        if (!interval.matches()) {
            return Optional.empty();
        }
        var low = interval.group(2);
        var high = interval.group(3);
        var fromMinusInfinity = low.matches("-(inf|oo|infinity|∞)");
        var toInfinity = high.matches("\\+?(inf|oo|infinity|∞)");
        if (!fromMinusInfinity && !NUMBER.matcher(low).matches()
                || !toInfinity && !NUMBER.matcher(high).matches()) {
            return Optional.empty();
        }
        var lower = fromMinusInfinity ? Optional.<Rational>empty() : Optional.of(number(low));
        var upper = toInfinity ? Optional.<Rational>empty() : Optional.of(number(high));
        if (lower.isPresent() && upper.isPresent() && lower.get().compareTo(upper.get()) >= 0) {
            return Optional.empty();
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
