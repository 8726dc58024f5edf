package org.nabla.grading.judging;

import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.nabla.math.Domain;
import org.nabla.math.lexing.Typing;
import org.nabla.math.lexing.Vocabulary;
import org.nabla.math.reading.ExpressionParser;

/**
 * Left sides that only name the answer: {@code f(x, y) =}, {@code z =}, {@code dz/dt =}, {@code \nabla f(1,2) =}. They are
 * blanked out before reading, so that positions in what remains stay those of the typed text.
 */
public final class LeftSides {

    // Possessive throughout: a hostile text must not make the search backtrack.
    private static final String WORD = "\\\\?[\\p{L}∇∂](?:[\\p{L}\\p{N}_{}'′’‘ \\\\]|\\^\\{?(?:\\\\prime ?)++\\}?)*+";
    private static final String ARGUMENTS = "(?:\\s*+(?:\\\\left)?\\([^()=]*+\\))";
    private static final String DERIVATIVE =
            "[d∂](?:\\^[0-9]|[²³])?\\s*+\\p{L}?\\s*+/\\s*+(?:[d∂]\\s*+\\p{L}(?:\\^[0-9]|[²³])?\\s*+)++";
    private static final String NAME = "(?:" + DERIVATIVE + ARGUMENTS + "?"
            + "|" + WORD + "(?:/\\s*+" + WORD + ")?" + ARGUMENTS + "?"
            + "|\\\\[dt]?frac\\{[^{}=]*+\\}\\{[^{}=]*+\\}" + ARGUMENTS + "?)";
    private static final String SIGN = "\\s*+(?:=|≈|:=|\\\\approx)(?!\\s*[=>]|\\s*<(?![^<>=]{0,400}>))\\s*+";
    private static final Pattern LEFT = Pattern.compile("^\\s*+(" + NAME + ")?" + SIGN);
    private static final Pattern ANY_LEFT =
            Pattern.compile("(?<=^|[,;{]|\\bor\\b|\\band\\b|∨)\\s*+(" + NAME + ")" + SIGN);
    private static final Pattern BETWEEN =
            Pattern.compile("(?:,\\s*+)?(?:\\\\text\\{[ ,]*(?:or|and) ?\\}|\\b(?:or|and)\\b|∨|&|\\\\vee\\b)");
    /** Letters with what names things: {@code |v|}, {@code u×v}, {@code A^{-1}}; no sums, and no numbers but as indices. */
    private static final Pattern THING =
            Pattern.compile("^\\s*+((?:\\\\[A-Za-z]++|[\\p{L}\\p{M}]|[∇∂|‖×·⋅•*'′’‘(){}, _₀-₉ᵀ→/]"
                    + "|(?<=[\\p{L}_{(,])[0-9]|\\^\\{?(?:-1|T|\\\\top)\\}?|⁻¹){1,80}+)" + SIGN);

    private static final Pattern POINT = Pattern.compile("[(<⟨\\[]\\s*+[\\p{L}][\\p{L}\\p{N}_'′]*+"
            + "(?:\\s*+,\\s*+[\\p{L}][\\p{L}\\p{N}_'′]*+){1,5}+\\s*+[)>⟩\\]]" + SIGN);
    private static final Pattern VECTOR = Pattern.compile("<[^<>=,;]*+[,;][^<>=]*+>");
    private static final Pattern PARTIAL = Pattern.compile("(?<=^|[,;(]|\\band\\b|∧)\\s*+(?:"
            + "\\p{L}_\\{?(?<index>\\p{L})\\}?"
            + "|[∂d]\\s?\\p{L}\\s?/\\s?[∂d]\\s?(?<by>\\p{L})"
            + "|\\\\[dt]?frac\\{\\\\partial \\p{L}\\}\\{\\\\partial (?<below>\\p{L})\\}"
            + "|\\p{L}(?<behind>\\p{L}))" + ARGUMENTS + "?\\s*+=");
    private static final Pattern RELATION = Pattern.compile("[=<>≤≥≠]|\\\\[lg]e|\\\\ne|!=");
    private static final Pattern WRITING =
            Pattern.compile("\\s*(?:sin|cos|tan|ln|log|exp|sqrt|abs|max|min|e\\^|int)\\b.*");

    private static final Pattern CALL = Pattern.compile("(?<!\\p{L})(\\p{L})(\\(\\p{L}{1,6}\\))(?=\\s*+=)");

    private LeftSides() {}

    /** Makes the left sides of components say which one it is: {@code f_x = 2x, f_y = 2y} becomes {@code x = 2x, y = 2y}. */
    public static String components(String typed, List<String> names) {
        var text = new StringBuilder(typed);
        var found = 0;
        for (var partial = PARTIAL.matcher(typed); partial.find(); ) {
            for (var group : List.of("index", "by", "below", "behind")) {
                if (partial.group(group) != null && names.contains(partial.group(group))) {
                    blank(text, partial.start(), partial.start(group));
                    blank(text, partial.end(group), partial.end() - 1);
                    found++;
                }
            }
        }
        return found == names.size() ? separate(text.toString()) : typed;
    }

    /** Drops {@code (x, y) =} before each point. */
    public static String dropPoints(String typed) {
        var text = new StringBuilder(Typing.unmarked(typed));
        for (var point = POINT.matcher(text.toString()); point.find(); ) {
            blank(text, point.start(), point.end());
        }
        return text.toString();
    }

    /** Drops one left side, if it names nothing that is kept: with {@code kept} x, {@code x = 3} stays an equation. */
    public static String dropOne(String marked, Set<String> kept) {
        var typed = Typing.unmarked(marked);
        var left = LEFT.matcher(typed);
        if (!left.find()) {
            return dropThing(typed, kept);
        }
        var name = left.group(1);
        var names = name == null
                || !consistsOf(name, kept) && !WRITING.matcher(name).matches();
        var rest = typed.substring(left.end());
        return names && isValue(rest) ? " ".repeat(left.end()) + rest : typed;
    }

    /** Drops what names a thing by letters that mean nothing here; in letters that are kept it would say something. */
    private static String dropThing(String typed, Set<String> kept) {
        var point = POINT.matcher(typed);
        if (point.find() && typed.substring(0, point.start()).isBlank() && isValue(typed.substring(point.end()))) {
            return " ".repeat(point.end()) + typed.substring(point.end());
        }
        var thing = THING.matcher(typed);
        if (!thing.find() || !isValue(typed.substring(thing.end()))) {
            return typed;
        }
        var name = thing.group(1);
        var domains = new HashMap<String, Domain>();
        kept.forEach(letter -> domains.put(letter, Domain.REAL));
        boolean foreign = name.chars().anyMatch(Character::isLetter)
                && !WRITING.matcher(name).matches()
                && ExpressionParser.parse(name, Vocabulary.of(domains))
                        .either(understood -> false, error -> !error.message().contains("did you mean"));
        return foreign ? " ".repeat(thing.end()) + typed.substring(thing.end()) : typed;
    }

    /** Whether it is no relation: the signs around a vector are brackets. */
    private static boolean isValue(String rest) {
        return !RELATION.matcher(VECTOR.matcher(rest).replaceAll("v")).find();
    }

    /**
     * Drops a left side before a vector, whatever else follows it, as in {@code r(t) = (1, 2) + t(3, 4), 0 <= t <= 1}, and
     * makes {@code x(t) =} say {@code x =}.
     */
    public static String dropLeading(String marked, Set<String> kept) {
        var typed = Typing.unmarked(marked);
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
    public static String dropEach(String marked) {
        var typed = separate(Typing.unmarked(marked));
        var text = new StringBuilder(typed);
        for (var left = ANY_LEFT.matcher(typed); left.find(); ) {
            blank(text, left.start(), left.end());
        }
        return text.toString();
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
