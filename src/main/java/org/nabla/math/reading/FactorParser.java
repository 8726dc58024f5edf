package org.nabla.math.reading;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Decimal;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Sign;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Expression.Word;
import org.nabla.math.Function;
import org.nabla.math.Rational;
import org.nabla.math.SyntaxException;
import org.nabla.math.lexing.Lexeme;
import org.nabla.math.lexing.Lexeme.Kind;

/** Reads factors: numbers, names, powers, roots and fractions; brackets and functions through their own readers. */
final class FactorParser {
    private static final Set<Kind> STARTS = EnumSet.of(
            Kind.SYMBOL,
            Kind.CONSTANT,
            Kind.FUNCTION,
            Kind.DECLARED_FUNCTION,
            Kind.UNKNOWN,
            Kind.OPEN_ROUND,
            Kind.OPEN_SQUARE,
            Kind.OPEN_GROUP,
            Kind.OPEN_ANGLE,
            Kind.OPEN_FLOOR,
            Kind.OPEN_CEILING,
            Kind.OPEN_BAR,
            Kind.OPEN_NORM,
            Kind.FRAC,
            Kind.RADICAL,
            Kind.BEGIN,
            Kind.FRACTION);

    private final TokenCursor in;
    private final BracketParser brackets;
    private final FunctionParser functions;
    /** Where the parser stood after something written without brackets to which more might belong. */
    private int openEnd = -1;
    /** The token with which that began. */
    private int openStart = -1;
    /** Whether it was what stands under a root sign. */
    private boolean openRoot;

    FactorParser(TokenCursor in, StatementParser statements) {
        this.in = in;
        this.brackets = new BracketParser(in, statements);
        this.functions = new FunctionParser(in, this, brackets);
    }

    /** Whether a factor follows that multiplies without a sign. */
    boolean startsFactor() {
        var token = in.peek();
        if (token.is(Kind.NUMBER)) {
            throw new SyntaxException("Write a sign before this number: * for a product, ^ for a power.", token);
        }
        return STARTS.contains(token.kind()) && !brackets.endsInterval()
                || token.is(Kind.BAR) && in.bars == 0
                || token.is(Kind.NORM) && in.norms == 0
                || token.isSign(Sign.LESS) && brackets.vectorFollows();
    }

    /** Whether what ended before that token was an exponent, a root or an argument without brackets. */
    boolean mayReachBeyond(int token) {
        return openEnd == token;
    }

    void endedOpen(int start) {
        openEnd = in.index();
        openStart = start;
        openRoot = false;
    }

    /** Where what ended just now without brackets began. */
    int openStart() {
        return openStart;
    }

    boolean endedUnderRoot() {
        return openEnd == in.index() && openRoot;
    }

    Expression factor() {
        in.enter();
        var factor = power(postfix(primary()));
        in.leave();
        return factor;
    }

    private Expression postfix(Expression argument) {
        if (!in.accept(Kind.BANG)) {
            return argument;
        }
        if (in.at(Kind.BANG)) {
            throw new SyntaxException("Two factorials in a row: write brackets, as in (3!)!.", in.peek());
        }
        return new Call(Function.FACTORIAL, argument);
    }

    private Expression power(Expression base) {
        if (!in.at(Kind.CARET)) {
            return base;
        }
        in.next();
        if (isTranspose()) {
            return power(new Call(Function.TRANSPOSE, base));
        }
        return new Power(base, exponent(base == Constant.E));
    }

    private boolean isTranspose() {
        var token = in.peek();
        boolean braced = token.is(Kind.OPEN_GROUP);
        var sign = braced ? in.peek(1) : token;
        boolean transpose =
                sign.is(Kind.TRANSPOSE) || sign.is(Kind.UNKNOWN) && sign.text().equals("T");
        if (!transpose || braced && !in.peek(2).is(Kind.CLOSE_GROUP)) {
            return false;
        }
        in.next();
        if (braced) {
            in.next();
            in.next();
        }
        return true;
    }

    /** What follows a caret; {@code often} says whether more is often meant to belong to it, as after e. */
    Expression exponent(boolean often) {
        var first = in.peek();
        int start = in.index();
        if (first.is(Kind.OPEN_GROUP) || first.is(Kind.OPEN_BRACE)) {
            return brackets.group();
        }
        if (first.is(Kind.MINUS) || first.is(Kind.PLUS)) {
            in.next();
            var argument = factor();
            endedOpen(start);
            return first.is(Kind.MINUS) ? new Negation(argument) : argument;
        }
        if (in.latex && first.is(Kind.NUMBER) && first.length() > 1) {
            throw new SyntaxException("In LaTeX a longer exponent needs braces: ^{" + first.text() + "}.", first);
        }
        var exponent = factor();
        boolean name = first.is(Kind.SYMBOL) || first.is(Kind.CONSTANT) || first.is(Kind.UNKNOWN);
        boolean one = first.is(Kind.NUMBER) && first.text().equals("1");
        if (!in.at(Kind.DIVIDE) ? !in.peek().spaced() && (name || often && first.is(Kind.NUMBER)) : one) {
            endedOpen(start);
        }
        return exponent;
    }

    /** One name, without what may follow it. */
    Expression simple() {
        return primary();
    }

    private Expression primary() {
        var token = in.peek();
        switch (token.kind()) {
            case NUMBER:
                return number(in.next());
            case FRACTION:
                in.next();
                return fraction(token.text());
            case SYMBOL:
                in.next();
                return new Symbol(token.text());
            case UNKNOWN:
                in.next();
                return in.undeclared(token);
            case CONSTANT:
                in.next();
                return constant(token.text());
            case WORD:
                in.next();
                return word(token.text());
            case FUNCTION:
            case DECLARED_FUNCTION:
                return functions.call();
            case RADICAL:
                return root();
            case FRAC:
                in.next();
                return new Quotient(argument(), argument());
            default:
                return brackets.starts() ? brackets.read() : missing(token);
        }
    }

    private Expression missing(Lexeme token) {
        var sentence = switch (token.kind()) {
            case END_OF_TEXT -> "Something is missing at the end.";
            case TIMES, DIVIDE, CARET, PLUS, MINUS, AND, OR, UNION, SETMINUS ->
                "Something is missing before " + in.text.substring(token.position(), token.end())
                        + ": there may be two signs in a row.";
            case COMMA, SEMICOLON -> "Something is missing before the " + token.text() + ".";
            case BANG -> "Something is missing before the !.";
            case UNDERSCORE -> "Something is missing before the _.";
            case SIGN -> "Something is missing before the " + in.text.substring(token.position(), token.end()) + ".";
            case CLOSE_ROUND, CLOSE_SQUARE, CLOSE_BRACE, CLOSE_GROUP, CLOSE_ANGLE ->
                "Something is missing before this bracket.";
            case BAR, CLOSE_BAR, NORM, CLOSE_NORM -> "Something is missing before this bar.";
            case CELL, ROW -> "Something is missing in this cell.";
            default -> "This cannot stand here.";
        };
        throw new SyntaxException(sentence, token);
    }

    static Expression number(Lexeme token) {
        var text = token.text();
        return text.chars().allMatch(Character::isDigit)
                ? new Numeral(Rational.of(new BigInteger(text)))
                : new Decimal(new BigDecimal(text));
    }

    private static Expression fraction(String text) {
        int slash = text.indexOf('/');
        return new Quotient(
                new Numeral(Rational.of(new BigInteger(text.substring(0, slash)))),
                new Numeral(Rational.of(new BigInteger(text.substring(slash + 1)))));
    }

    private static Constant constant(String name) {
        return switch (name) {
            case "pi" -> Constant.PI;
            case "e" -> Constant.E;
            case "i" -> Constant.I;
            default -> Constant.INFINITY;
        };
    }

    private static Word word(String text) {
        return switch (text) {
            case "empty set" -> Word.EMPTY_SET;
            case "all reals" -> Word.ALL_REALS;
            default -> Word.DOES_NOT_EXIST;
        };
    }

    /** {@code √x}, {@code \sqrt[3]{x}}: the sign covers one factor. */
    private Expression root() {
        var sign = in.next();
        if (sign.text().equals("sqrt")) {
            Expression degree = in.at(Kind.OPEN_SQUARE) ? brackets.degree() : new Numeral(Rational.of(2));
            boolean plain = in.peek(-1).is(Kind.RADICAL);
            return plain ? new Call(Function.SQRT, argument()) : root(degree, argument());
        }
        boolean bare = !brackets.starts();
        int start = in.index();
        var radicand = in.at(Kind.MINUS) ? missing(in.peek()) : factorUnderRoot(bare);
        if (bare) {
            endedOpen(start);
            openRoot = true;
        }
        return switch (sign.text()) {
            case "2" -> new Call(Function.SQRT, radicand);
            case "3" -> new Call(Function.CBRT, radicand);
            default -> new Call(Function.ROOT, radicand, new Numeral(Rational.of(Long.parseLong(sign.text()))));
        };
    }

    /** Brackets end a root; without them a power belongs to it: {@code √(x)^2} is (√x)^2, {@code √x^2} is √(x^2). */
    private Expression factorUnderRoot(boolean bare) {
        if (bare) {
            return factor();
        }
        in.enter();
        var radicand = brackets.read();
        in.leave();
        return radicand;
    }

    static Expression root(Expression degree, Expression radicand) {
        return degree.equals(new Numeral(Rational.of(3)))
                ? new Call(Function.CBRT, radicand)
                : new Call(Function.ROOT, List.of(radicand, degree));
    }

    /** An argument of a LaTeX command: a group, or a single token. */
    private Expression argument() {
        if (in.at(Kind.OPEN_GROUP) || in.at(Kind.OPEN_BRACE)) {
            return brackets.group();
        }
        if (in.at(Kind.NUMBER)) {
            return number(in.nextDigit());
        }
        in.enter();
        var argument = primary();
        in.leave();
        return argument;
    }
}
