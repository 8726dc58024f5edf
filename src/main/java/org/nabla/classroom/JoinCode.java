package org.nabla.classroom;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a learner types to join a course: eight letters and digits of which none looks like another one, neither printed nor
 * written on a board, in capitals.
 */
public record JoinCode(String value) {

    /** Without 0 and O, 1 and I and L, 2 and Z, 5 and S, 8 and B, U and V. */
    private static final String ALPHABET = "34679ACDEFGHJKMNPQRTWXY";

    private static final int LENGTH = 8;
    private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\u00a0._\\u2010-\\u2015-]+");

    public JoinCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a join code: " + value);
        }
    }

    static JoinCode random(RandomGenerator chance) {
        return new JoinCode(chance.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(i -> ALPHABET.substring(i, i + 1))
                .collect(Collectors.joining()));
    }

    /** Reads what somebody typed, in small letters too and with hyphens or spaces; empty where it can be no code. */
    public static Optional<JoinCode> parse(String typed) {
        var plain = BETWEEN.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        return FORM.matcher(plain).matches() ? Optional.of(new JoinCode(plain)) : Optional.empty();
    }

    /** With a hyphen in the middle, as it is easier to read out. */
    public String shown() {
        return value.substring(0, LENGTH / 2) + "-" + value.substring(LENGTH / 2);
    }

    /** Where the link that stands for the code leads. */
    public String address() {
        return "/join/" + shown();
    }
}
