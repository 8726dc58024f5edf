package org.nabla.math.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Application;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Function;
import org.nabla.math.Rational;
import org.nabla.math.SyntaxException;
import org.nabla.math.lexing.Lexeme;
import org.nabla.math.lexing.Lexeme.Kind;
import org.nabla.math.writing.TextWriter;

/** Reads functions with their arguments: {@code sin x}, {@code sin^2(x)}, {@code log_2 x}, {@code max(a, b)}. */
final class FunctionParser {
    private static final Map<Function, Function> INVERSES = Map.ofEntries(
            Map.entry(Function.SIN, Function.ARCSIN),
            Map.entry(Function.COS, Function.ARCCOS),
            Map.entry(Function.TAN, Function.ARCTAN),
            Map.entry(Function.SEC, Function.ARCSEC),
            Map.entry(Function.CSC, Function.ARCCSC),
            Map.entry(Function.COT, Function.ARCCOT),
            Map.entry(Function.SINH, Function.ARSINH),
            Map.entry(Function.COSH, Function.ARCOSH),
            Map.entry(Function.TANH, Function.ARTANH),
            Map.entry(Function.SECH, Function.ARSECH),
            Map.entry(Function.CSCH, Function.ARCSCH),
            Map.entry(Function.COTH, Function.ARCOTH));
    private static final Expression MINUS_ONE = new Negation(new Numeral(Rational.ONE));

    private final TokenCursor in;
    private final FactorParser factors;
    private final BracketParser brackets;

    FunctionParser(TokenCursor in, FactorParser factors, BracketParser brackets) {
        this.in = in;
        this.factors = factors;
        this.brackets = brackets;
    }

    Expression call() {
        var name = in.next();
        if (name.is(Kind.DECLARED_FUNCTION)) {
            return application(name);
        }
        var function = Function.named(name.text()).orElseThrow();
        var degree = degree(name, function);
        if (degree.isPresent()) {
            return degree.get();
        }
        var base = in.at(Kind.UNDERSCORE) ? Optional.of(base(function)) : Optional.<Expression>empty();
        var exponent = in.accept(Kind.CARET) ? Optional.of(factors.exponent(false)) : Optional.<Expression>empty();
        int start = in.index();
        var arguments = new ArrayList<>(arguments(name, function));
        if (base.isEmpty() && exponent.isEmpty()) {
            otherBase(name, function, arguments);
        }
        base.ifPresent(arguments::add);
        requireCount(name, function, arguments.size());
        if (exponent.isEmpty()) {
            return new Call(function, arguments);
        }
        if (exponent.get().equals(MINUS_ONE)) {
            var reciprocal = "(1/" + typed(name) + "(" + TextWriter.write(arguments.get(0)) + "))";
            in.alternative(
                    name.position(), in.token(Math.max(start, in.index() - 1)).end(), reciprocal);
            return new Call(inverse(name, function), arguments);
        }
        return new Power(new Call(function, arguments), exponent.get());
    }

    /** {@code root(3)(8)}, {@code root[3](x)} and {@code sqrt[3](x)}: the degree comes first. */
    private Optional<Expression> degree(Lexeme name, Function function) {
        boolean round = function == Function.ROOT && in.at(Kind.OPEN_ROUND) && closesBefore(Kind.OPEN_ROUND);
        boolean square = (function == Function.ROOT || function == Function.SQRT)
                && in.at(Kind.OPEN_SQUARE)
                && (closesBefore(Kind.OPEN_ROUND) || closesBefore(Kind.OPEN_BRACE));
        if (!round && !square) {
            return Optional.empty();
        }
        var degree = round ? brackets.arguments() : List.of(brackets.degree());
        var radicand = in.at(Kind.OPEN_BRACE) ? List.of(brackets.group()) : brackets.arguments();
        requireCount(name, Function.SQRT, Math.max(degree.size(), radicand.size()));
        return Optional.of(FactorParser.root(degree.get(0), radicand.get(0)));
    }

    /** Whether the bracket ahead is closed right before another one of that kind. */
    private boolean closesBefore(Kind kind) {
        int level = 0;
        for (int i = 0; !in.peek(i).is(Kind.END_OF_TEXT); i++) {
            level += switch (in.peek(i).kind()) {
                case OPEN_ROUND, OPEN_SQUARE -> 1;
                case CLOSE_ROUND, CLOSE_SQUARE -> -1;
                default -> 0;
            };
            if (level == 0) {
                return in.peek(i + 1).is(kind) && !in.peek(i + 1).spaced();
            }
        }
        return false;
    }

    /** Some write the base or the degree first, and many mean the logarithm to base 10. */
    private void otherBase(Lexeme name, Function function, List<Expression> arguments) {
        int end = in.peek(-1).end();
        if (arguments.size() == 2 && (function == Function.LOG || function == Function.ROOT)) {
            boolean cube = function == Function.ROOT && arguments.get(0).equals(new Numeral(Rational.of(3)));
            in.alternative(
                    name.position(),
                    end,
                    cube
                            ? "cbrt(" + TextWriter.write(arguments.get(1)) + ")"
                            : function.text() + "(" + TextWriter.write(arguments.get(1)) + ", "
                                    + TextWriter.write(arguments.get(0)) + ")");
        } else if (arguments.size() == 1 && function == Function.LOG) {
            in.alternative(name.position(), name.end(), typed(name) + (in.latex ? "_{10}" : "_10"));
        }
    }

    private String typed(Lexeme name) {
        return in.text.substring(name.position(), name.end());
    }

    private Expression application(Lexeme name) {
        if (!in.at(Kind.OPEN_ROUND)) {
            throw new SyntaxException(
                    "Write " + name.text() + " with its arguments in brackets, as in " + name.text() + "(x).", name);
        }
        return new Application(name.text(), brackets.arguments());
    }

    private Expression base(Function function) {
        var sign = in.next();
        if (function != Function.LOG) {
            throw new SyntaxException("Only log can carry a base: take the _ away.", sign);
        }
        if (in.at(Kind.OPEN_GROUP) || in.at(Kind.OPEN_BRACE)) {
            return brackets.group();
        }
        var token = in.peek();
        if (token.is(Kind.NUMBER)) {
            return FactorParser.number(in.latex && token.length() > 1 ? in.nextDigit() : in.next());
        }
        if (token.is(Kind.SYMBOL) || token.is(Kind.CONSTANT) || token.is(Kind.OPEN_ROUND)) {
            return token.is(Kind.OPEN_ROUND) ? brackets.read() : factors.simple();
        }
        throw new SyntaxException("Write the base of the logarithm after the _, as in log_2(x).", token);
    }

    private List<Expression> arguments(Lexeme name, Function function) {
        if (in.at(Kind.OPEN_ROUND)) {
            return brackets.arguments();
        }
        boolean many = function == Function.MIN || function == Function.MAX;
        if (in.at(Kind.OPEN_GROUP) || in.at(Kind.OPEN_BRACE) && !many) {
            return List.of(brackets.group());
        }
        if (many && in.at(Kind.OPEN_BRACE) && brackets.read() instanceof Expression.Braces braces) {
            return braces.entries();
        }
        if (!function.standsAlone() && !(function == Function.DET && brackets.starts())) {
            throw new SyntaxException(
                    "Write " + name.text() + " with its argument in brackets, as in " + name.text() + "(x).", name);
        }
        return List.of(argument(name, function));
    }

    /** An argument without brackets: as far as the next sign, bracket or function. */
    private Expression argument(Lexeme name, Function function) {
        int start = in.index();
        if (!in.at(Kind.MINUS) && (in.at(Kind.END_OF_TEXT) || !in.at(Kind.NUMBER) && !factors.startsFactor())) {
            throw new SyntaxException(
                    "Write what " + name.text() + " is taken of, as in " + name.text() + "(x).", name);
        }
        refuseInverse(name, function);
        boolean negative = in.accept(Kind.MINUS);
        boolean call = in.at(Kind.FUNCTION);
        var parts = new ArrayList<Expression>(List.of(factors.factor()));
        boolean root = function == Function.SQRT || function == Function.CBRT;
        boolean apart = false;
        boolean number = isNumber(start);
        int gap = -1;
        while (!call && !root && goesOn(number)) {
            apart |= !number && in.peek().spaced();
            gap = gap < 0 && in.peek().spaced() ? in.index() : gap;
            number &= in.at(Kind.CONSTANT);
            parts.add(factors.factor());
        }
        var argument = parts.size() == 1 ? parts.get(0) : new Product(parts);
        if (apart) {
            in.notice(name.text() + " " + in.source(start) + " was read as "
                    + TextWriter.write(new Call(function, argument)) + ". Write brackets if less belongs to "
                    + name.text() + ".");
        }
        if (gap > 0) {
            in.alternative(in.token(start).position(), in.token(gap - 1).end(), "(" + in.source(start, gap) + ")");
        }
        factors.endedOpen(start);
        return negative ? new Negation(argument) : argument;
    }

    /** {@code sin-1 x} is how sin⁻¹x arrives when it is pasted. */
    private void refuseInverse(Lexeme name, Function function) {
        boolean pasted = in.at(Kind.MINUS)
                && !in.peek().spaced()
                && in.peek(1).is(Kind.NUMBER)
                && in.peek(1).text().equals("1")
                && !in.peek(1).spaced();
        var inverted = INVERSES.get(function);
        var argument = in.peek(2);
        if (pasted
                && inverted != null
                && (argument.is(Kind.OPEN_ROUND) || argument.is(Kind.OPEN_GROUP) || isName(argument))) {
            var inverse = inverted.text();
            throw new SyntaxException(
                    "Did you mean " + inverse + "? Write " + inverse + "(…) for the inverse function, or " + name.text()
                            + "(-1)*… for a product.",
                    name.position(),
                    in.peek(1).end() - name.position());
        }
    }

    private static boolean isName(Lexeme token) {
        return token.is(Kind.SYMBOL) || token.is(Kind.UNKNOWN) || token.is(Kind.CONSTANT);
    }

    private boolean isNumber(int start) {
        var first = in.token(start);
        return (first.is(Kind.NUMBER) || first.is(Kind.CONSTANT) || first.is(Kind.FRACTION)) && in.index() == start + 1;
    }

    private boolean goesOn(boolean number) {
        boolean power = in.at(Kind.CONSTANT) && in.peek(1).is(Kind.CARET);
        return in.at(Kind.SYMBOL)
                || in.at(Kind.CONSTANT) && (number || !power)
                || in.at(Kind.UNKNOWN)
                || number && (in.at(Kind.OPEN_ROUND) || in.at(Kind.RADICAL) || in.at(Kind.FRAC));
    }

    private static Function inverse(Lexeme name, Function function) {
        var inverse = INVERSES.get(function);
        if (inverse == null) {
            throw new SyntaxException(
                    name.text() + "^-1 can mean two things: write 1/" + name.text() + "(x) for the reciprocal.", name);
        }
        return inverse;
    }

    private static void requireCount(Lexeme name, Function function, int count) {
        int least = function.minArguments();
        int most = function.maxArguments();
        if (count < least || count > most) {
            var wanted = least == most
                    ? (least == 1 ? "one argument" : least + " arguments")
                    : least + " to " + most + " arguments";
            throw new SyntaxException(name.text() + " takes " + wanted + ", not " + count + ".", name);
        }
    }
}
