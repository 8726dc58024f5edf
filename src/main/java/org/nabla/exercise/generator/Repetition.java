package org.nabla.exercise.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes out of a chain of equations what says nothing: where nothing was left to work out, {@code a = b = b} is {@code a = b}. */
final class Repetition {
    private static final Pattern MATH = Pattern.compile("(?s)(?<!\\\\)(\\$\\$?)(.+?)\\1");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");

    private Repetition() {}

    /** @param prose with its values put in */
    static String drop(String prose) {
        return MATH.matcher(prose)
                .replaceAll(math -> java.util.regex.Matcher.quoteReplacement(
                        math.group(1) + inMath(math.group(2)) + math.group(1)));
    }

    private static String inMath(String latex) {
        if (latex.contains("\\begin") || latex.contains(",") || latex.contains("\\text")) {
            return latex; // several statements, of which a side may belong to either
        }
        var sides = sides(latex);
        var kept = new ArrayList<String>();
        for (var side : sides) {
            if (kept.isEmpty() || !kept.get(kept.size() - 1).strip().equals(side.strip())) {
                kept.add(side);
            }
        }
        boolean check =
                sides.size() == 2 && NUMBER.matcher(sides.get(0).strip()).matches();
        return kept.size() == sides.size() || check
                ? latex
                : String.join("=", kept).strip();
    }

    /** Cut at the equals signs that stand in no group. */
    private static List<String> sides(String latex) {
        var sides = new ArrayList<String>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < latex.length(); i++) {
            char c = latex.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}') {
                depth--;
            } else if (c == '=' && depth == 0) {
                sides.add(latex.substring(from, i));
                from = i + 1;
            }
        }
        sides.add(latex.substring(from));
        return sides;
    }
}
