package org.nabla.grading.judging;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Left sides that only name the answer: {@code f(x, y) =}, {@code z =}, {@code dz/dt =}, {@code \nabla f(1,2) =}. They are
 * blanked out before reading, so that positions in what remains stay those of the typed text.
 */
public final class LeftSides {

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

    private static final Pattern CALL = Pattern.compile("(?<!\\p{L})(\\p{L})(\\(\\p{L}{1,6}\\))(?=\\s*+=)");

    private LeftSides() {}

    /** Drops one left side, if it names nothing that is kept: with {@code kept} x, {@code x = 3} stays an equation. */
    public static String dropOne(String typed, Set<String> kept) {
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

    /**
     * Drops a left side before a vector, whatever else follows it, as in {@code r(t) = (1, 2) + t(3, 4), 0 <= t <= 1}, and
     * makes {@code x(t) =} say {@code x =}.
     */
    public static String dropLeading(String typed, Set<String> kept) {
        var text = new StringBuilder(typed);
        for (var call = CALL.matcher(typed); call.find(); ) {
            if (kept.contains(call.group(1))) {
                blank(text, call.start(2), call.end(2));
            }
        }
        var left = LEFT.matcher(text);
        if (left.find() && left.group(1) != null && !consistsOf(left.group(1), kept)) {
            blank(text, 0, left.end());
        }
        return text.toString();
    }

    /** {@code x}, and {@code xy} where x and y are kept: such a left side says something. */
    private static boolean consistsOf(String name, Set<String> kept) {
        var rest = name.strip();
        return kept.contains(rest) || rest.chars().allMatch(c -> c == ' ' || kept.contains(Character.toString(c)));
    }

    /** Drops the left side of each member: {@code x = 1 or x = 2} becomes {@code 1, 2}. */
    public static String dropEach(String typed) {
        var text = new StringBuilder(typed);
        for (var left = ANY_LEFT.matcher(typed); left.find(); ) {
            blank(text, left.start(), left.end());
        }
        return separate(text.toString());
    }

    /** Puts commas where people also write and, or, or a semicolon. */
    public static String separate(String typed) {
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
