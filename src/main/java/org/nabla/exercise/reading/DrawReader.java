package org.nabla.exercise.reading;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nabla.exercise.template.Draw;
import org.nabla.exercise.template.Formula;

/** Reads how a parameter is drawn: {@code integer -4..4 except 0}, {@code one of [x^2, x*y]}, {@code matrix 2x2 integer 0..3}. */
final class DrawReader {
    private static final String EXPECTED =
            "expected integer a..b, fraction a..b / c..d, sign, one of […], one of words […],"
                    + " permutation of […], distinct n …, point …, vector …, or matrix nxm …";
    /** The words with which a draw begins. */
    static final List<String> WORDS = List.of(
            "integer",
            "fraction",
            "sign",
            "one of",
            "one of words",
            "permutation of",
            "distinct",
            "point",
            "vector",
            "matrix",
            "symmetric matrix",
            "diagonal matrix",
            "upper matrix");

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,100}");
    private static final Pattern COUNT = Pattern.compile("(\\d)\\s+(.*)", Pattern.DOTALL);
    private static final Pattern SIZE = Pattern.compile("(\\d)x(\\d)\\s+(.*)", Pattern.DOTALL);

    private final FormulaReader formulas;

    DrawReader(FormulaReader formulas) {
        this.formulas = formulas;
    }

    Optional<Draw> read(Text text) {
        var t = text.strip();
        if (t.startsWith("one of words")) {
            return words(t.after("one of words"));
        }
        if (t.startsWith("permutation of")) {
            return formulasIn(t.after("permutation of")).map(Draw.Permutation::new);
        }
        if (t.startsWith("distinct")) {
            return counted(t.after("distinct"), 2, true).map(c -> new Draw.Distinct(c.count(), c.entry()));
        }
        if (t.startsWith("point") || t.startsWith("vector")) {
            var rest = t.after(t.startsWith("point") ? "point" : "vector");
            return counted(rest, 2, false).map(c -> new Draw.Entries(c.count(), c.entry()));
        }
        for (var shape : Draw.Shape.values()) {
            var word =
                    shape == Draw.Shape.FULL ? "matrix" : shape.name().toLowerCase(java.util.Locale.ROOT) + " matrix";
            if (t.startsWith(word)) {
                return matrix(t.after(word), shape);
            }
        }
        return number(t);
    }

    private Optional<Draw> number(Text t) {
        if (t.value().equals("sign")) {
            return Optional.of(new Draw.Sign());
        }
        if (t.startsWith("integer")) {
            return range(t.after("integer")).map(Draw.Whole::new);
        }
        if (t.startsWith("fraction")) {
            var parts = t.after("fraction").split("/");
            if (parts.size() == 2) {
                var numerator = range(parts.get(0));
                var denominator = range(parts.get(1));
                return numerator.flatMap(n -> denominator.map(d -> new Draw.Ratio(n, d)));
            }
        }
        if (t.startsWith("one of")) {
            return formulasIn(t.after("one of")).map(Draw.OneOf::new);
        }
        formulas.error(t.place(), EXPECTED);
        return Optional.empty();
    }

    private Optional<Draw> words(Text list) {
        var words = formulas.inBrackets(list).stream().map(Text::value).toList();
        return words.isEmpty() ? Optional.empty() : Optional.of(new Draw.OneWord(words));
    }

    private Optional<List<Formula>> formulasIn(Text list) {
        var entries = formulas.entries(list);
        return entries.isEmpty() ? Optional.empty() : Optional.of(entries);
    }

    private record Counted(int count, Draw entry) {}

    private Optional<Counted> counted(Text text, int usual, boolean distinct) {
        var match = COUNT.matcher(text.value());
        var rest = match.matches() ? text.cut(match.start(2)) : text;
        int count = match.matches() ? Integer.parseInt(match.group(1)) : usual;
        var entry = distinct && rest.startsWith("of")
                ? formulasIn(rest.after("of")).<Draw>map(Draw.OneOf::new)
                : number(rest);
        return entry.map(e -> new Counted(count, e));
    }

    private Optional<Draw> matrix(Text text, Draw.Shape shape) {
        var match = SIZE.matcher(text.value());
        if (!match.matches()) {
            formulas.error(text.place(), "expected the size and how an entry is drawn, such as 2x2 integer -3..3");
            return Optional.empty();
        }
        int rows = Integer.parseInt(match.group(1));
        int columns = Integer.parseInt(match.group(2));
        if (shape != Draw.Shape.FULL && rows != columns) {
            formulas.error(text.place(), "this matrix must be square");
            return Optional.empty();
        }
        return number(text.cut(match.start(3))).map(entry -> new Draw.Grid(rows, columns, shape, entry));
    }

    /** Whether nothing lies between two bounds that are plain numbers; of formulas it is not known yet. */
    private static boolean isEmpty(String low, String high) {
        return WHOLE.matcher(low.strip()).matches()
                && WHOLE.matcher(high.strip()).matches()
                && new BigInteger(low.strip()).compareTo(new BigInteger(high.strip())) > 0;
    }

    private Optional<Draw.Range> range(Text text) {
        var except = new ArrayList<Formula>();
        var rest = text;
        int at = rest.find(" except ", 0);
        if (at >= 0) {
            rest.cut(at + " except ".length())
                    .split(",")
                    .forEach(e -> formulas.formula(e).ifPresent(except::add));
            rest = rest.cut(0, at);
        }
        Optional<Formula> step = Optional.empty();
        at = rest.find(" step ", 0);
        if (at >= 0) {
            step = formulas.formula(rest.cut(at + " step ".length()));
            rest = rest.cut(0, at);
        }
        int dots = rest.find("..", 0);
        if (dots < 0) {
            formulas.error(rest.place(), "expected a range, such as -4..4 except 0");
            return Optional.empty();
        }
        if (isEmpty(rest.cut(0, dots).value(), rest.cut(dots + 2).value())) {
            formulas.error(rest.place(), "this range is empty: write the smaller number first, such as 2..5");
            return Optional.empty();
        }
        var low = formulas.formula(rest.cut(0, dots));
        var high = formulas.formula(rest.cut(dots + 2));
        var by = step;
        return low.flatMap(l -> high.map(h -> new Draw.Range(l, h, by, List.copyOf(except))));
    }
}
