package org.nabla.math.symja;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.matheclipse.core.expression.S;
import org.matheclipse.core.interfaces.IAST;
import org.matheclipse.core.interfaces.IExpr;
import org.matheclipse.core.interfaces.IRational;
import org.matheclipse.core.interfaces.ISymbol;
import org.nabla.math.Expression;
import org.nabla.math.Function;
import org.nabla.math.Rational;
import org.nabla.math.Rationals;
import org.nabla.math.symja.wire.UnsupportedException;

/**
 * Turns a result into our nodes, in the form in which a person writes: {@code x - y}, {@code x/2}, {@code 1/x^2}, highest
 * powers first. What has no form there (complex numbers, an integral that was not found) is unsupported.
 */
final class FromSymja {
    private static final Map<IExpr, Function> SAME = ToSymja.sameFunctions().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private final Symbols names;

    FromSymja(Symbols names) {
        this.names = names;
    }

    Expression of(IExpr e) {
        if (e instanceof IRational number) {
            return Rationals.write(value(number));
        }
        if (e.equals(S.Pi)) {
            return Expression.Constant.PI;
        }
        if (e.equals(S.E)) {
            return Expression.Constant.E;
        }
        if (e.isInfinity()) {
            return Expression.Constant.INFINITY;
        }
        if (e.isNegativeInfinity()) {
            return new Expression.Negation(Expression.Constant.INFINITY);
        }
        if (e instanceof ISymbol symbol) {
            return new Expression.Symbol(names.variable(symbol));
        }
        if (e instanceof IAST ast) {
            return of(ast);
        }
        throw new UnsupportedException(e.toString());
    }

    static Rational value(IRational number) {
        return new Rational(number.toBigNumerator(), number.toBigDenominator());
    }

    private Expression of(IAST ast) {
        if (ast.isPlus()) {
            return sum(ast);
        }
        if (ast.isTimes() || ast.isPower()) {
            return product(ast);
        }
        if (ast.isAST(S.Surd, 3)) {
            return root(ast.arg1(), ast.arg2());
        }
        if (ast.isAST(S.ArcTan, 3)) {
            return new Expression.Call(Function.ATAN2, of(ast.arg2()), of(ast.arg1()));
        }
        var function = SAME.get(ast.head());
        if (function != null && ast.argSize() >= function.minArguments() && ast.argSize() <= function.maxArguments()) {
            return new Expression.Call(function, entries(ast));
        }
        if (ast.isAST(S.Max) || ast.isAST(S.Min)) {
            return new Expression.Call(ast.isAST(S.Max) ? Function.MAX : Function.MIN, entries(ast));
        }
        if (ast.head() instanceof ISymbol symbol && names.isFunction(symbol)) {
            return new Expression.Application(names.function(symbol), entries(ast));
        }
        if (ast.isList()) {
            return list(ast);
        }
        throw new UnsupportedException(ast.head().toString());
    }

    private List<Expression> entries(IAST ast) {
        return IntStream.range(1, ast.size()).mapToObj(i -> of(ast.get(i))).toList();
    }

    private Expression list(IAST ast) {
        if (ast.argSize() > 0 && ast.arg1().isList()) {
            return new Expression.Matrix(IntStream.range(1, ast.size())
                    .mapToObj(i -> entries((IAST) ast.get(i)))
                    .toList());
        }
        return new Expression.Tuple(Expression.Brackets.ROUND, entries(ast));
    }

    private Expression root(IExpr radicand, IExpr degree) {
        return degree.equals(org.matheclipse.core.expression.F.C3)
                ? new Expression.Call(Function.CBRT, of(radicand))
                : new Expression.Call(Function.ROOT, of(radicand), of(degree));
    }

    private Expression sum(IAST plus) {
        var terms = new ArrayList<IExpr>();
        for (int i = 1; i < plus.size(); i++) {
            terms.add(plus.get(i));
        }
        terms.sort(Comparator.comparingLong(FromSymja::degree).reversed());
        var ours = new ArrayList<Expression>(terms.stream().map(this::of).toList());
        if (ours.get(0).isNegated()) {
            for (int i = 1; i < ours.size(); i++) {
                if (!ours.get(i).isNegated()) {
                    ours.add(0, ours.remove(i));
                    break;
                }
            }
        }
        return new Expression.Sum(ours);
    }

    /** The degree as a polynomial; a number is last, what is no polynomial comes between. */
    private static long degree(IExpr term) {
        if (term.isNumber()) {
            return -1;
        }
        if (term.isTimes()) {
            long sum = 0;
            for (int i = 1; i < ((IAST) term).size(); i++) {
                sum += Math.max(0, degree(((IAST) term).get(i)));
            }
            return sum;
        }
        if (term.isPower()) {
            return term.exponent().isInteger() && term.base().isSymbol()
                    ? term.exponent().toLongDefault(0)
                    : 0;
        }
        return term.isSymbol() && !term.isBuiltInSymbol() ? 1 : 0;
    }

    private Expression product(IAST product) {
        var value = Rational.ONE;
        var above = new ArrayList<Expression>();
        var below = new ArrayList<Expression>();
        var factors = product.isTimes()
                ? IntStream.range(1, product.size()).mapToObj(product::get).toList()
                : List.<IExpr>of(product);
        for (var factor : factors) {
            if (factor instanceof IRational number) {
                value = value.times(value(number));
            } else if (factor.isPower()
                    && factor.exponent().isNegative()
                    && !factor.base().equals(S.E)) {
                below.add(power(factor.base(), factor.exponent().negate()));
            } else if (factor.isPower()) {
                above.add(power(factor.base(), factor.exponent()));
            } else {
                above.add(of(factor));
            }
        }
        var size = value.abs();
        if (!size.numerator().equals(java.math.BigInteger.ONE) || above.isEmpty()) {
            above.add(0, new Expression.Numeral(Rational.of(size.numerator())));
        }
        if (!size.isInteger()) {
            below.add(0, new Expression.Numeral(Rational.of(size.denominator())));
        }
        var result = below.isEmpty() ? times(above) : new Expression.Quotient(times(above), times(below));
        return value.signum() < 0 ? new Expression.Negation(result) : result;
    }

    private static Expression times(List<Expression> factors) {
        return factors.size() == 1 ? factors.get(0) : new Expression.Product(factors);
    }

    private Expression power(IExpr base, IExpr exponent) {
        if (exponent.isOne()) {
            return of(base);
        }
        if (base.isNegative() && !exponent.isInteger()) {
            throw new UnsupportedException("a complex number");
        }
        return exponent.equals(org.matheclipse.core.expression.F.C1D2)
                ? new Expression.Call(Function.SQRT, of(base))
                : new Expression.Power(of(base), of(exponent));
    }
}
