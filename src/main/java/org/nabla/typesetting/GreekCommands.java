package org.nabla.typesetting;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The Greek letters behind the commands of LaTeX, {@code \lambda} and {@code \varphi}, by their names in Unicode. */
final class GreekCommands {
    private static final String NAMES =
            "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi "
                    + "rho sigma tau upsilon phi chi psi omega";
    private static final Map<String, String> LETTERS = new HashMap<>();

    static {
        for (var name : NAMES.split(" ")) {
            var capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
            LETTERS.put(name, letter("SMALL", name));
            LETTERS.put(capital, letter("CAPITAL", name));
            // Where a face has no variant of its own, LaTeX's command for one shows the usual letter.
            LETTERS.put("var" + name, letter("SMALL", name));
            LETTERS.put("var" + capital, letter("CAPITAL", name));
        }
        LETTERS.putAll(Map.of("phi", "ϕ", "epsilon", "ϵ", "vartheta", "ϑ", "varrho", "ϱ", "varsigma", "ς"));
    }

    private GreekCommands() {}

    private static String letter(String size, String name) {
        // Unicode spells this one name without the b.
        var unicode = name.equals("lambda") ? "lamda" : name;
        return Character.toString(
                Character.codePointOf("GREEK " + size + " LETTER " + unicode.toUpperCase(Locale.ROOT)));
    }

    static Optional<String> letter(String command) {
        return Optional.ofNullable(LETTERS.get(command));
    }
}
