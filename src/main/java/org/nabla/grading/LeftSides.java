package org.nabla.grading;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Left sides that only name the answer: {@code f(x, y) =}, {@code z =}, {@code dz/dt =}, {@code \nabla f(1,2) =}. They are
 * blanked out before reading, so that positions in what remains stay those of the typed text.
 */
final class LeftSides {

    // Possessive throughout: a hostile text must not make the search backtrack.
    private static final String WORD = "\\\\?[\\p{L}∇∂][\\p{L}\\p{N}_{}'′ \\\\]*+";
    private static final String ARGUMENTS = "(?:\\s*+(?:\\\\left)?\\([^()=]*+\\))";
    private static final String DERIVATIVE =
            "[d∂](?:\\^[0-9]|[²³])?\\s*+\\p{L}?\\s*+/\\s*+(?:[d∂]\\s*+\\p{L}(?:\\^[0-9]|[²³])?\\s*+)++";
    private static final String NAME = "(?:" + DERIVATIVE + ARGUMENTS + "?"
            + "|" + WORD + "(?:/\\s*+" + WORD + ")?" + ARGUMENTS + "?"
            + "|\\\\[dt]?frac\\{[^{}=]*+\\}\\{[^{}=]*+\\}" + ARGUMENTS + "?)";
    private static final String SIGN = "\\s*+(?:=|≈|:=|\\\\approx)(?!\\s*[=<>])\\s*+";
    private static final Pattern LEFT = Pattern.compile("^\\s*+(" + NAME + ")?" + SIGN);
    private static final Pattern ANY_LEFT =
            Pattern.compile("(?<=^|[,;{]|\\bor\\b|\\band\\b|∨)\\s*+(" + NAME + ")" + SIGN);
    private static final Pattern BETWEEN = Pattern.compile("\\b(?:or|and)\\b|∨|;|\\\\vee|\\\\text\\{ ?or ?\\}");
    private static final Pattern RELATION = Pattern.compile("[=<>≤≥≠]|\\\\[lg]e|\\\\ne|!=");
    private static final Pattern WRITING =
            Pattern.compile("\\s*(?:sin|cos|tan|ln|log|exp|sqrt|abs|max|min|e\\^|int)\\b.*");

    private LeftSides() {}

    /** Drops one left side, if it names nothing that is kept: with {@code kept} x, {@code x = 3} stays an equation. */
    static String dropOne(String typed, Set<String> kept) {
        var left = LEFT.matcher(typed);
        if (!left.find()) {
            return typed;
        }
        var name = left.group(1);
        var names = name == null
                || !consistsOf(name, kept) && !WRITING.matcher(name).matches();
        var rest = typed.substring(left.end());
        return names && !RELATION.matcher(rest).find() ? " ".repeat(left.end()) + rest : typed;
    }

    /** {@code x}, and {@code xy} where x and y are kept: such a left side says something. */
    private static boolean consistsOf(String name, Set<String> kept) {
        var rest = name.strip();
        return kept.contains(rest) || rest.chars().allMatch(c -> c == ' ' || kept.contains(Character.toString(c)));
    }

    /** Drops the left side of each member: {@code x = 1 or x = 2} becomes {@code 1, 2}. */
    static String dropEach(String typed) {
        var text = new StringBuilder(typed);
        for (var left = ANY_LEFT.matcher(typed); left.find(); ) {
            blank(text, left.start(), left.end());
        }
        return separate(text.toString());
    }

    /** Puts commas where people also write and, or, or a semicolon. */
    static String separate(String typed) {
        var text = new StringBuilder(typed);
        for (var between = BETWEEN.matcher(typed); between.find(); ) {
            blank(text, between.start(), between.end());
            text.setCharAt(between.start(), ',');
        }
        return text.toString();
    }

    private static void blank(StringBuilder text, int start, int end) {
        text.replace(start, end, " ".repeat(end - start));
    }
}
