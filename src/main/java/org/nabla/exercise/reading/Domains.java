package org.nabla.exercise.reading;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nabla.math.Domain;
import org.nabla.math.Rational;

/** The words for the domain of a variable. */
public final class Domains {
    static final String WORDS = "real, positive, nonnegative, nonzero, integer";

    private static final Map<String, Domain> BY_WORD = Map.of(
            "real", Domain.REAL,
            "positive", Domain.POSITIVE,
            "nonnegative", Domain.NONNEGATIVE,
            "nonzero", Domain.NONZERO,
            "integer", Domain.INTEGER);
    private static final String NUMBER = "(-?[0-9]{1,18}(?:/[0-9]{1,18})?)";
    private static final Pattern INTERVAL =
            Pattern.compile("([\\[(])\\s*(?:" + NUMBER + "|-inf)\\s*,\\s*(?:" + NUMBER + "|inf)\\s*([\\])])");

    private Domains() {}

    static Optional<Domain> read(String text) {
        var word = Optional.ofNullable(BY_WORD.get(text.strip()));
        if (word.isPresent()) {
            return word;
        }
        var match = INTERVAL.matcher(text.strip());
        if (!match.matches()) {
            return Optional.empty();
        }
        if (dividesByZero(match.group(2)) || dividesByZero(match.group(3))) {
            return Optional.empty();
        }
        var lower = Optional.ofNullable(match.group(2)).map(Domains::rational);
        var upper = Optional.ofNullable(match.group(3)).map(Domains::rational);
        if (lower.isPresent() && upper.isPresent() && lower.get().compareTo(upper.get()) >= 0) {
            return Optional.empty(); // nothing lies in it
        }
        return Optional.of(new Domain(
                lower, match.group(1).equals("["), upper, match.group(4).equals("]"), false, false));
    }

    private static boolean dividesByZero(@Nullable String number) {
        return number != null && number.matches(".*/0+");
    }

    /** The domains of declared variables; letters without one are real. */
    public static Map<String, Domain> of(Map<String, String> variables) {
        var domains = new LinkedHashMap<String, Domain>();
        variables.forEach((name, text) -> domains.put(name, read(text).orElse(Domain.REAL)));
        return domains;
    }

    private static Rational rational(String text) {
        var parts = text.split("/");
        return parts.length == 1
                ? Rational.of(Long.parseLong(parts[0]))
                : Rational.of(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }
}
