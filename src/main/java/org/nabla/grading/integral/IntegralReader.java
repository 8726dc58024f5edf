package org.nabla.grading.integral;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nabla.grading.judging.Trees;
import org.nabla.grading.judging.Types;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Function;
import org.nabla.math.SyntaxError;
import org.nabla.math.lexing.Vocabulary;
import org.nabla.math.reading.ExpressionParser;
import org.nabla.math.reading.Reading;

/**
 * Reads an iterated integral as it is typed, {@code int_0^1 int_0^x x*y dy dx} with ∫ or {@code \int} too, or as an author
 * writes it, {@code integrate(integrate(x*y, y, 0, x), x, 0, 1)}. Bounds of more than one number or name stand in brackets.
 */
final class IntegralReader {

    /** What is wrong with the text, and where. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient SyntaxError error;

        Refused(String message, int position, int length) {
            this(new SyntaxError(message, position, length));
        }

        Refused(SyntaxError error) {
            super(error.message(), null, false, false);
            this.error = error;
        }

        SyntaxError error() {
            return error;
        }
    }

    private static final Pattern SIGN =
            Pattern.compile("\\s*+(?:∫|\\\\int(?:\\\\limits)?|(?<![\\p{L}\\\\])int)(?=\\s*+[_^])");
    private static final Pattern ATOM = Pattern.compile(
            "[+−-]?(?:[0-9]++(?:\\.[0-9]++)?(?:\\*?(?:\\\\?pi\\b|π))?|\\\\infty|∞|inf\\b|\\\\?\\p{L}++(?:_[0-9])?)");
    private static final Pattern EXPONENT = Pattern.compile("\\^[0-9]");
    private static final Pattern SPACE = Pattern.compile("(?:\\s|\\\\[,;:! ]|\\*|\\\\cdot)*+");
    private static final Map<String, String> GREEK = Map.of(
            "theta", "θ", "phi", "φ", "rho", "ρ", "alpha", "α", "beta", "β", "lambda", "λ", "tau", "τ", "sigma", "σ");

    private String text;
    private final Vocabulary vocabulary;
    private int index;

    IntegralReader(String text, Vocabulary vocabulary) {
        this.text = text;
        this.vocabulary = vocabulary;
    }

    /** @throws Refused with a sentence for whoever typed it */
    Iterated read() {
        var first = SIGN.matcher(text);
        if (!first.find()) {
            return nested();
        }
        var front = text.substring(0, first.start()).strip();
        var coefficient = front.isEmpty()
                ? Trees.ONE
                : front.equals("-") || front.equals("−") ? Trees.number(-1) : formula(0, first.start());
        index = first.start();
        var lowers = new ArrayList<Expression>();
        var uppers = new ArrayList<Expression>();
        var outer = Trees.ONE;
        for (var sign = SIGN.matcher(text); sign.find(index); sign = SIGN.matcher(text)) {
            outer = Trees.times(outer, between(sign.start(), lowers.isEmpty()));
            index = sign.end();
            bounds(lowers, uppers);
            skip();
        }
        var variables = new ArrayList<String>();
        var end = differentials(variables);
        if (variables.size() != lowers.size()) {
            throw new Refused(
                    count(lowers.size(), "integral sign") + ", but " + count(variables.size(), "differential")
                            + " at the end: write them from the inside out, such as dy dx.",
                    end,
                    text.length() - end);
        }
        var integrand = text.substring(index, end).isBlank() ? Trees.ONE : formula(index, end);
        var bounds = new ArrayList<Iterated.Bound>();
        for (var i = 0; i < lowers.size(); i++) {
            bounds.add(new Iterated.Bound(variables.get(i), lowers.get(i), uppers.get(i)));
        }
        var innermost = variables.get(variables.size() - 1);
        if (Trees.mentions(outer, innermost)) {
            throw new Refused(
                    "Outside of the inner integral there is no " + innermost
                            + ": write it behind the inner integral sign.",
                    0,
                    text.length());
        }
        return new Iterated(bounds, Trees.times(coefficient, Trees.times(outer, integrand)));
    }

    /** What stands before the next integral sign: nothing, a bracket around the inner integral, or a factor of it. */
    private Expression between(int next, boolean first) {
        var factor = text.substring(index, next).strip();
        if (first || factor.isEmpty()) {
            return Trees.ONE;
        }
        var last = factor.charAt(factor.length() - 1);
        if (last == '(' || last == '[') {
            var open = index + text.substring(index, next).lastIndexOf(last);
            var close = last == '(' ? closing(open) : text.indexOf(']', open);
            if (close < 0) {
                throw new Refused("This bracket is not closed.", open, 1);
            }
            var blanked = new StringBuilder(text);
            blank(blanked, open, "\\left");
            blank(blanked, close, "\\right");
            text = blanked.toString();
            return between(next, false);
        }
        var tree = formula(
                index,
                last == '*' || last == '·' ? index + text.substring(index, next).lastIndexOf(last) : next);
        if (tree instanceof Expression.Sum || tree instanceof Expression.Negation) {
            throw new Refused("Write the inner integral and its factors in brackets.", index, next - index);
        }
        return tree;
    }

    /** Takes a bracket away, with the command that may stand before it. */
    private static void blank(StringBuilder text, int bracket, String command) {
        var start = bracket - command.length();
        var commanded = start >= 0 && text.substring(start, bracket).equals(command);
        for (var i = commanded ? start : bracket; i <= bracket; i++) {
            text.setCharAt(i, ' ');
        }
    }

    private void skip() {
        var space = SPACE.matcher(text).region(index, text.length());
        if (space.lookingAt()) {
            index = space.end();
        }
    }

    /** {@code _a^b} or {@code ^b_a}. */
    private void bounds(List<Expression> lowers, List<Expression> uppers) {
        for (var i = 0; i < 2; i++) {
            skip();
            var mark = index < text.length() ? text.charAt(index) : ' ';
            if (mark != '_' && mark != '^' || mark == '_' && lowers.size() > uppers.size()) {
                throw new Refused("Write both bounds of each integral, such as int_0^1.", index, 1);
            }
            index++;
            (mark == '_' ? lowers : uppers).add(bound(i > 0));
        }
    }

    /** @param mayBePower whether ^ belongs to the bound: after the first of two it begins the other */
    private Expression bound(boolean mayBePower) {
        skip();
        var start = index;
        if (start < text.length() && "({".indexOf(text.charAt(start)) >= 0) {
            index = closing(start) + 1;
            return formula(start + 1, index - 1);
        }
        var atom = ATOM.matcher(text).region(start, text.length());
        if (!atom.lookingAt()) {
            throw new Refused("A bound is missing here.", start, 0);
        }
        index = atom.end();
        boolean function = Character.isLetter(text.charAt(index - 1));
        if (function && index < text.length() && "({".indexOf(text.charAt(index)) >= 0) {
            index = closing(index) + 1; // a function with its argument: sqrt(x), \sqrt{x}
        }
        var exponent = EXPONENT.matcher(text).region(index, text.length());
        if (mayBePower && exponent.lookingAt()) {
            index = exponent.end();
        }
        return formula(start, index);
    }

    private int closing(int open) {
        var depth = 0;
        for (var i = open; i < text.length(); i++) {
            depth += switch (text.charAt(i)) {
                case '(', '{' -> 1;
                case ')', '}' -> -1;
                default -> 0;
            };
            if (depth == 0) {
                return i;
            }
        }
        throw new Refused("This bracket is not closed.", open, 1);
    }

    /** Takes dx, dy, … from the end; the outermost comes last and is put first. Returns where they begin. */
    private int differentials(List<String> variables) {
        var names = vocabulary.variables().keySet().stream()
                .flatMap(name -> Stream.of(name, "\\" + name, GREEK.getOrDefault(name, name)))
                .distinct()
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        var last = Pattern.compile(
                "(?:\\\\mathrm\\{d\\}|\\\\differentialD\\s*|d)\\s*\\{?(" + names + ")\\}?(?:\\s|\\\\[,;:! ])*$");
        var end = text.length();
        for (var found = last.matcher(text).region(index, end); found.find(); found.region(index, end)) {
            end = found.start();
            variables.add(((Symbol) formula(found.start(1), found.end(1))).name());
        }
        while (end > index && "*· ".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /** Parses a piece where it stands, so that a position in an error is one in the whole text. */
    private Expression formula(int from, int to) {
        var piece = " ".repeat(from) + text.substring(from, to);
        var tree = tree(piece, vocabulary);
        if (!Trees.isScalar(tree)
                && !tree.equals(Expression.Constant.INFINITY)
                && !tree.equals(new Expression.Negation(Expression.Constant.INFINITY))) {
            throw new Refused("One value is needed here, not " + Types.name(tree) + ".", from, to - from);
        }
        return tree;
    }

    private static Expression tree(String text, Vocabulary vocabulary) {
        return ExpressionParser.parse(text, vocabulary).either(Reading.Understood::expression, error -> {
            throw new Refused(error);
        });
    }

    private Iterated nested() {
        var tree = tree(text, vocabulary.forAuthors(true));
        var bounds = new ArrayList<Iterated.Bound>();
        while (tree instanceof Call call
                && call.function() == Function.INTEGRATE
                && call.arguments().size() == 4
                && call.arguments().get(1) instanceof Symbol variable) {
            bounds.add(new Iterated.Bound(
                    variable.name(), call.arguments().get(2), call.arguments().get(3)));
            tree = call.arguments().get(0);
        }
        var foreign = Trees.contains(
                tree, e -> e instanceof Call call && call.function().forAuthors());
        if (bounds.isEmpty() || foreign || !Trees.isScalar(tree)) {
            throw new Refused(
                    "An integral with its bounds is asked: type it such as int_0^1 int_0^x xy dy dx.",
                    0,
                    text.length());
        }
        return new Iterated(bounds, tree);
    }

    private static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
