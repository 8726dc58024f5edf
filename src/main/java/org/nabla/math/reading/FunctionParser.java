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
import org.nabla.math.lexing.Token;
import org.nabla.math.lexing.Token.Kind;
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
        var base = in.at(Kind.UNDERSCORE) ? Optional.of(base(function)) : Optional.<Expression>empty();
        var exponent = in.accept(Kind.CARET) ? Optional.of(factors.exponent(false)) : Optional.<Expression>empty();
        var arguments = new ArrayList<>(arguments(name, function));
        base.ifPresent(arguments::add);
        requireCount(name, function, arguments.size());
        if (exponent.isEmpty()) {
            return new Call(function, arguments);
        }
        if (exponent.get().equals(MINUS_ONE)) {
            return new Call(inverse(name, function), arguments);
        }
        return new Power(new Call(function, arguments), exponent.get());
    }

    private Expression application(Token name) {
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

    private List<Expression> arguments(Token name, Function function) {
        if (in.at(Kind.OPEN_ROUND)) {
            return brackets.arguments();
        }
        if (in.at(Kind.OPEN_GROUP)) {
            return List.of(brackets.group());
        }
        boolean many = function == Function.MIN || function == Function.MAX;
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
    private Expression argument(Token name, Function function) {
        int start = in.index();
        if (!in.at(Kind.MINUS) && (in.at(Kind.END_OF_TEXT) || !in.at(Kind.NUMBER) && !factors.startsFactor())) {
            throw new SyntaxException(
                    "Write what " + name.text() + " is taken of, as in " + name.text() + "(x).", name);
        }
        boolean negative = in.accept(Kind.MINUS);
        boolean call = in.at(Kind.FUNCTION);
        var parts = new ArrayList<Expression>(List.of(factors.factor()));
        boolean root = function == Function.SQRT || function == Function.CBRT;
        boolean apart = false;
        boolean number = isNumber(start);
        while (!call && !root && goesOn(number)) {
            apart |= !number && in.peek().spaced();
            number &= in.at(Kind.CONSTANT);
            parts.add(factors.factor());
        }
        var argument = parts.size() == 1 ? parts.get(0) : new Product(parts);
        if (apart) {
            in.notice(name.text() + " " + in.source(start) + " was read as "
                    + TextWriter.write(new Call(function, argument)) + ". Write brackets if less belongs to "
                    + name.text() + ".");
        }
        factors.endedOpen();
        return negative ? new Negation(argument) : argument;
    }

    private boolean isNumber(int start) {
        var first = in.token(start);
        return (first.is(Kind.NUMBER) || first.is(Kind.CONSTANT) || first.is(Kind.FRACTION)) && in.index() == start + 1;
    }

    private boolean goesOn(boolean number) {
        return in.at(Kind.SYMBOL)
                || in.at(Kind.CONSTANT)
                || in.at(Kind.UNKNOWN)
                || number && (in.at(Kind.OPEN_ROUND) || in.at(Kind.RADICAL) || in.at(Kind.FRAC));
    }

    private static Function inverse(Token name, Function function) {
        var inverse = INVERSES.get(function);
        if (inverse == null) {
            throw new SyntaxException(
                    name.text() + "^-1 can mean two things: write 1/" + name.text() + "(x) for the reciprocal.", name);
        }
        return inverse;
    }

    private static void requireCount(Token name, Function function, int count) {
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
