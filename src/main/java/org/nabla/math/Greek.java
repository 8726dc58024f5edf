package org.nabla.math;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The Greek letters and their names, by which they are declared and typed. */
public final class Greek {
    private static final String[] NAMES = {
        "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "iota", "kappa", "lambda", "mu", "nu",
        "xi", "omicron", "pi", "rho", "", "sigma", "tau", "upsilon", "phi", "chi", "psi", "omega"
    };
    private static final Map<Character, String> BY_LETTER = new LinkedHashMap<>();
    private static final Map<String, Character> BY_NAME = new LinkedHashMap<>();

    static {
        for (int i = 0; i < NAMES.length; i++) {
            if (!NAMES[i].isEmpty()) {
                add((char) ('α' + i), NAMES[i]);
                add((char) ('Α' + i), Character.toUpperCase(NAMES[i].charAt(0)) + NAMES[i].substring(1));
            }
        }
        BY_LETTER.put('ϕ', "phi");
        BY_LETTER.put('ϵ', "epsilon");
        BY_LETTER.put('ϑ', "theta");
        BY_LETTER.put('ϱ', "rho");
        BY_LETTER.put('ς', "sigma");
        BY_LETTER.put('ϖ', "pi");
        BY_LETTER.put('ϰ', "kappa");
        BY_LETTER.put('µ', "mu");
        BY_LETTER.put('∆', "Delta");
        BY_LETTER.put('Ω', "Omega");
    }

    private Greek() {}

    private static void add(char letter, String name) {
        BY_LETTER.put(letter, name);
        BY_NAME.put(name, letter);
    }

    /** The name of a letter: {@code lambda} for λ. */
    public static Optional<String> nameOf(char letter) {
        return Optional.ofNullable(BY_LETTER.get(letter));
    }

    public static boolean isName(String word) {
        return BY_NAME.containsKey(word);
    }

    /** The name behind a LaTeX command: {@code phi} for {@code varphi}. */
    public static Optional<String> ofCommand(String command) {
        var name = command.startsWith("var") ? command.substring(3) : command;
        return isName(name) ? Optional.of(name) : Optional.empty();
    }

    /** A name in which each Greek letter is replaced by its own name: {@code lambda_1} for λ_1. */
    public static String spelledOut(String name) {
        var out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            var spelled = BY_LETTER.get(c);
            if (spelled == null) {
                out.append(c);
            } else {
                out.append(spelled);
            }
        }
        return out.toString();
    }
}
