package org.nabla.math.reading;

import java.util.ArrayList;
import java.util.List;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Function;
import org.nabla.math.SyntaxException;
import org.nabla.math.lexing.Lexeme;
import org.nabla.math.lexing.Lexeme.Kind;
import org.nabla.math.writing.TextWriter;

/** Reads sums and products. */
final class SumParser {
    private final TokenCursor in;
    private final FactorParser factors;

    SumParser(TokenCursor in, StatementParser statements) {
        this.in = in;
        this.factors = new FactorParser(in, statements);
    }

    Expression sum() {
        var terms = new ArrayList<Expression>();
        boolean negative = in.at(Kind.MINUS);
        if (negative || in.at(Kind.PLUS)) {
            in.next();
            refuseSecondSign(false);
        }
        terms.add(term(negative));
        int root = factors.endedUnderRoot() ? factors.openStart() : -1;
        while (in.at(Kind.PLUS) || in.at(Kind.MINUS)) {
            boolean plus = in.next().is(Kind.PLUS);
            refuseSecondSign(plus);
            boolean negated = plus && in.accept(Kind.MINUS);
            if (negated) {
                refuseSecondSign(false);
            }
            terms.add(term(!plus || negated));
        }
        if (root >= 0 && terms.size() > 1) {
            underRoot(root, terms.get(0));
        }
        return terms.size() == 1 ? terms.get(0) : new Sum(terms);
    }

    /** {@code √x²+y²}: how far does the root go? */
    private void underRoot(int start, Expression root) {
        boolean power = root.isCallOf(Function.SQRT) && root.children().get(0) instanceof Power;
        if (power && !in.token(start).is(Kind.OPEN_ROUND)) {
            in.notice("The root was read as " + TextWriter.write(root) + ". Write brackets if more belongs under it.");
        }
        bracketed(start);
    }

    /** Another text, in which all from that token on up to here is in brackets. */
    private void bracketed(int start) {
        in.alternative(in.token(start).position(), in.peek(-1).end(), "(" + in.source(start) + ")");
    }

    private void refuseSecondSign(boolean minusAllowed) {
        if (in.at(Kind.PLUS) || in.at(Kind.MINUS) && !minusAllowed) {
            throw new SyntaxException("There are two signs in a row: leave one away, or write brackets.", in.peek());
        }
    }

    private Expression term(boolean negative) {
        var product = product();
        return negative ? new Negation(product) : product;
    }

    private Expression product() {
        int start = in.index();
        var parts = new ArrayList<Expression>();
        parts.add(factors.factor());
        boolean afterDivision = false;
        int lastFactor = start;
        var doubtful = new ArrayList<Integer>();
        int divisor = start;
        while (true) {
            var token = in.peek();
            if (token.is(Kind.TIMES)) {
                in.next();
                lastFactor = in.index();
                times(parts, token.text(), signedFactor());
                afterDivision = false;
            } else if (token.is(Kind.DIVIDE)) {
                int exponent = factors.openStart();
                in.next();
                lastFactor = in.index();
                var quotient = new Quotient(joined(parts), signedFactor());
                parts.clear();
                parts.add(quotient);
                if (factors.mayReachBeyond(lastFactor - 1)) {
                    remark(start, parts, "to what stands before");
                    doubtful.add(exponent);
                }
                afterDivision = true;
                divisor = lastFactor;
            } else if (factors.startsFactor()) {
                refuseMixedNumber(lastFactor);
                int before = in.index();
                lastFactor = before;
                if (afterDivision || factors.mayReachBeyond(before)) {
                    doubtful.add(afterDivision ? divisor : factors.openStart());
                }
                repeatingDecimal();
                parts.add(factors.factor());
                notices(start, before, afterDivision, parts);
                afterDivision = false;
            } else {
                break;
            }
        }
        doubtful.forEach(this::bracketed);
        return joined(parts);
    }

    /** {@code 0.1(6)} is a product, or the decimal that goes on with 6 for ever. */
    private void repeatingDecimal() {
        var number = in.peek(-1);
        boolean digits = number.is(Kind.NUMBER)
                && number.text().contains(".")
                && in.at(Kind.OPEN_ROUND)
                && !in.peek().spaced()
                && in.peek(1).text().matches("[0-9]{1,40}")
                && in.peek(2).is(Kind.CLOSE_ROUND);
        if (digits) {
            in.alternative(
                    in.peek().position(), in.peek(2).end(), in.peek(1).text().replaceAll("(.)", "$1\u0305"));
        }
    }

    private static Expression joined(List<Expression> parts) {
        return parts.size() == 1 ? parts.get(0) : new Product(parts);
    }

    /** Between two vectors a dot is the dot product and a cross the cross product. */
    private static void times(List<Expression> parts, String sign, Expression next) {
        int last = parts.size() - 1;
        if (!sign.equals("*") && parts.get(last).isVector() && next.isVector()) {
            parts.set(last, new Call(sign.equals("x") ? Function.CROSS : Function.DOT, parts.get(last), next));
        } else {
            parts.add(next);
        }
    }

    private Expression signedFactor() {
        if (in.at(Kind.TIMES) || in.at(Kind.DIVIDE) || in.at(Kind.PLUS)) {
            throw new SyntaxException("There are two signs in a row: leave one away.", in.peek());
        }
        if (in.accept(Kind.MINUS)) {
            refuseSecondSign(false);
            return new Negation(factors.factor());
        }
        return factors.factor();
    }

    /** {@code 1½} and {@code 1\frac12}: one and a half, or a half? */
    private void refuseMixedNumber(int lastFactor) {
        var before = in.peek(-1);
        boolean number = before.is(Kind.NUMBER) && lastFactor == in.index() - 1;
        boolean fraction = in.at(Kind.FRACTION) || in.at(Kind.FRAC) && numeric(in.peek(1), in.peek(2));
        if (number && fraction) {
            throw new SyntaxException("Write + or * between the number and the fraction.", in.peek());
        }
    }

    private static boolean numeric(Lexeme first, Lexeme second) {
        return first.is(Kind.NUMBER) || first.is(Kind.OPEN_GROUP) && second.is(Kind.NUMBER);
    }

    /** Remarks where a factor without a sign follows something that it might belong to. */
    private void notices(int start, int before, boolean afterDivision, List<Expression> parts) {
        boolean apart = in.token(before).spaced() && in.token(before - 1).is(Kind.NUMBER);
        if (afterDivision && !in.token(before - 1).is(Kind.CLOSE_GROUP) && !apart) {
            remark(start, parts, "below the line");
        } else if (factors.mayReachBeyond(before) && !apart) {
            remark(start, parts, "to what stands before");
        }
    }

    private void remark(int start, List<Expression> parts, String where) {
        var typed = in.source(start);
        var read = joined(parts);
        var text = TextWriter.write(read);
        // x^1/2 is written as it was typed: only brackets show how it was read.
        var shown = read instanceof Quotient quotient && isSpacingOnly(typed, text)
                ? "(" + TextWriter.write(quotient.numerator()) + ")/" + TextWriter.write(quotient.denominator())
                : text;
        in.notice(typed + " was read as " + shown + ". Write brackets if more belongs " + where + ".");
    }

    private static boolean isSpacingOnly(String typed, String text) {
        return typed.replace(" ", "").equals(text.replace(" ", ""));
    }
}
