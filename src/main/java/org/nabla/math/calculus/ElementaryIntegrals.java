package org.nabla.math.calculus;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Function;
import org.nabla.math.Rational;
import org.nabla.math.Rationals;
import org.nabla.math.Substitution;
import org.nabla.math.exact.Scalars;
import org.nabla.math.tidy.Monomial;
import org.nabla.math.tidy.Normaliser;

/** The table of antiderivatives: one function of a·x + b, and roots and reciprocals of x² + k. */
final class ElementaryIntegrals {

    private static final Rational HALF = Rational.of(1, 2);

    private final Normaliser normaliser;
    private final String letter;
    private final Symbol x;

    ElementaryIntegrals(Normaliser normaliser, String letter) {
        this.normaliser = normaliser;
        this.letter = letter;
        this.x = new Symbol(letter);
    }

    Optional<Expression> of(Monomial m) {
        if (m.powers().size() != 1 || !m.coefficient().isOne()) {
            return Optional.empty();
        }
        var base = m.powers().firstKey();
        var exponent = m.exponent(base);
        var numeric = Rationals.of(exponent);
        if (numeric.isEmpty()) {
            return base.mentions(letter) ? symbolicPower(base, exponent) : exponential(base, exponent);
        }
        var slope = slope(base);
        if (slope.isPresent()) {
            return Optional.of(over(power(base, numeric.get()), slope.get()));
        } else if (base instanceof Call call && call.arguments().size() == 1) {
            var inner = slope(call.arguments().get(0));
            return inner.flatMap(a -> function(call, numeric.get()).map(integral -> over(integral, a)));
        } else if (base instanceof Sum sum) {
            return quadratic(sum, numeric.get());
        }
        return Optional.empty();
    }

    /** The factor a of a·x + b; empty where the expression is no such, or a = 0. */
    Optional<Expression> slope(Expression e) {
        if (e.equals(x)) {
            return Optional.of(Rationals.write(1));
        } else if (!e.mentions(letter) || e instanceof Call) {
            return Optional.empty();
        }
        try {
            var derivative = Derivative.of(e, letter);
            return derivative.mentions(letter) ? Optional.empty() : Optional.of(derivative);
        } catch (UndifferentiableException none) {
            return Optional.empty();
        }
    }

    /** ∫ uⁿ du. */
    Expression power(Expression u, Rational n) {
        if (n.equals(Rational.MINUS_ONE)) {
            return normaliser.call(Function.LN, normaliser.abs(u));
        }
        var raised = n.plus(Rational.ONE);
        return over(normaliser.power(u, Rationals.write(raised)), Rationals.write(raised));
    }

    private Optional<Expression> symbolicPower(Expression base, Expression exponent) {
        var raised = normaliser.sum(List.of(exponent, Rationals.write(1)));
        return exponent.mentions(letter)
                ? Optional.empty()
                : slope(base).map(a -> over(over(normaliser.power(base, raised), raised), a));
    }

    private Optional<Expression> exponential(Expression base, Expression exponent) {
        return slope(exponent)
                .map(a -> over(normaliser.power(base, exponent), times(a, normaliser.call(Function.LN, base))))
                .or(() -> gaussian(base, exponent));
    }

    /** e^(−a x²) with a known to be positive. */
    private Optional<Expression> gaussian(Expression base, Expression exponent) {
        return curvature(base, exponent).map(a -> {
            var scale = sqrt(a);
            return over(times(sqrt(Constant.PI), f(Function.ERF, times(scale, x))), times(Rationals.write(2), scale));
        });
    }

    private Optional<Expression> curvature(Expression base, Expression exponent) {
        var a = normaliser.negate(normaliser.quotient(exponent, square(x)));
        return base == Constant.E && !a.mentions(letter) && normaliser.isPositive(a)
                ? Optional.of(a)
                : Optional.empty();
    }

    /** One step by parts: what is found, and what remains to be integrated. */
    record Step(Expression found, Expression remaining) {}

    /** xⁿ e^(−a x²) and xⁿ (c x² + k)ᵖ for whole n ≥ 2, led back to xⁿ⁻². */
    Optional<Step> reduced(Monomial m) {
        var n = Rationals.of(m.exponent(x)).orElse(Rational.ZERO);
        var rest = m.without(x);
        if (rest.powers().size() != 1 || !n.isInteger() || n.compareTo(Rational.of(2)) < 0) {
            return Optional.empty();
        }
        var base = rest.powers().firstKey();
        var exponent = rest.exponent(base);
        var lower = normaliser.power(x, Rationals.write(n.minus(Rational.ONE)));
        var lowest = normaliser.power(x, Rationals.write(n.minus(Rational.of(2))));
        var factor = Rationals.write(n.minus(Rational.ONE));
        var whole = normaliser.power(base, exponent);
        var p = Rationals.of(exponent);
        if (p.isEmpty()) {
            return curvature(base, exponent).map(a -> {
                var twice = times(Rationals.write(2), a);
                return new Step(
                        normaliser.negate(over(times(lower, whole), twice)),
                        over(normaliser.product(List.of(factor, lowest, whole)), twice));
            });
        } else if (!(base instanceof Sum) || p.get().isInteger()) {
            return Optional.empty();
        }
        var sum = (Sum) base;
        return pureQuadratic(sum).map(q -> {
            var divisor = times(
                    q.c(), Rationals.write(n.plus(Rational.ONE).plus(p.get().times(Rational.of(2)))));
            return new Step(
                    over(times(lower, times(sum, whole)), divisor),
                    normaliser.negate(over(normaliser.product(List.of(factor, q.k(), lowest, whole)), divisor)));
        });
    }

    private record PureQuadratic(Expression c, Expression k) {}

    private Optional<PureQuadratic> pureQuadratic(Sum sum) {
        var c = over(Derivative.of(Derivative.of(sum, letter), letter), Rationals.write(2));
        var k = normaliser.tidy(Substitution.replace(sum, Map.of(letter, Rationals.write(0))));
        var linear = Scalars.minus(sum, plus(times(c, square(x)), k));
        return c.mentions(letter) || !Scalars.isZero(linear) ? Optional.empty() : Optional.of(new PureQuadratic(c, k));
    }

    private Optional<Expression> function(Call call, Rational exponent) {
        var u = call.arguments().get(0);
        if (exponent.isOne()) {
            return Optional.ofNullable(first(call.function(), u));
        } else if (exponent.equals(Rational.of(2))) {
            return switch (call.function()) {
                case SEC -> Optional.of(f(Function.TAN, u));
                case CSC -> Optional.of(normaliser.negate(f(Function.COT, u)));
                case TAN -> Optional.of(minus(f(Function.TAN, u), u));
                case COT -> Optional.of(normaliser.negate(plus(f(Function.COT, u), u)));
                case TANH -> Optional.of(minus(u, f(Function.TANH, u)));
                default -> Optional.empty();
            };
        } else if (exponent.equals(Rational.of(-2))) {
            return switch (call.function()) {
                case COS -> Optional.of(f(Function.TAN, u));
                case SIN -> Optional.of(normaliser.negate(f(Function.COT, u)));
                case COSH -> Optional.of(f(Function.TANH, u));
                default -> Optional.empty();
            };
        }
        return Optional.empty();
    }

    private @org.jspecify.annotations.Nullable Expression first(Function function, Expression u) {
        return switch (function) {
            case SIN -> normaliser.negate(f(Function.COS, u));
            case COS -> f(Function.SIN, u);
            case TAN -> normaliser.negate(f(Function.LN, normaliser.abs(f(Function.COS, u))));
            case COT -> f(Function.LN, normaliser.abs(f(Function.SIN, u)));
            case SEC -> f(Function.LN, normaliser.abs(plus(f(Function.SEC, u), f(Function.TAN, u))));
            case SINH -> f(Function.COSH, u);
            case COSH -> f(Function.SINH, u);
            case TANH -> f(Function.LN, f(Function.COSH, u));
            case LN, LOG -> minus(times(u, f(function, u)), u);
            case ABS -> over(times(u, f(Function.ABS, u)), Rationals.write(2));
            case RELU -> over(square(f(Function.RELU, u)), Rationals.write(2));
            case SIGN -> f(Function.ABS, u);
            case SIGMOID -> f(Function.SOFTPLUS, u);
            default -> null;
        };
    }

    /** (c x² + k)ⁿ for n = −1, −1/2, 1/2, −3/2, where c and k are numbers or known to be positive. */
    private Optional<Expression> quadratic(Sum sum, Rational n) {
        var pure = pureQuadratic(sum).filter(q -> isKnown(q.c()) && isKnown(q.k()));
        if (pure.isEmpty()) {
            return Optional.empty();
        }
        var c = pure.get().c();
        var k = pure.get().k();
        var opensUp = normaliser.isPositive(c);
        var above = normaliser.isPositive(k);
        var root = normaliser.power(sum, Rationals.write(HALF));
        if (n.equals(Rational.of(-3, 2))) {
            return Optional.of(over(x, times(k, root)));
        } else if (n.equals(Rational.MINUS_ONE) && opensUp && above) {
            var scale = sqrt(over(c, k));
            return Optional.of(over(f(Function.ARCTAN, times(scale, x)), sqrt(times(c, k))));
        } else if (n.equals(HALF.negate())) {
            return inverseRoot(c, k, root);
        } else if (n.equals(HALF)) {
            return inverseRoot(c, k, root)
                    .map(inverse -> over(plus(times(x, root), times(k, inverse)), Rationals.write(2)));
        }
        return Optional.empty();
    }

    private Optional<Expression> inverseRoot(Expression c, Expression k, Expression root) {
        if (normaliser.isPositive(c)) {
            var sum = plus(times(sqrt(c), x), root);
            var argument = normaliser.isPositive(k) ? sum : normaliser.abs(sum);
            return Optional.of(over(f(Function.LN, argument), sqrt(c)));
        } else if (normaliser.isPositive(k)) {
            var turned = normaliser.negate(c);
            return Optional.of(over(f(Function.ARCSIN, times(sqrt(over(turned, k)), x)), sqrt(turned)));
        }
        return Optional.empty();
    }

    /** Whether the sign of the number is known. */
    private boolean isKnown(Expression e) {
        return normaliser.isPositive(e) || normaliser.isPositive(normaliser.negate(e));
    }

    private Expression f(Function function, Expression u) {
        return normaliser.call(function, u);
    }

    private Expression sqrt(Expression e) {
        return f(Function.SQRT, e);
    }

    private Expression square(Expression e) {
        return normaliser.power(e, Rationals.write(2));
    }

    private Expression times(Expression a, Expression b) {
        return normaliser.product(List.of(a, b));
    }

    private Expression over(Expression a, Expression b) {
        return normaliser.quotient(a, b);
    }

    private Expression plus(Expression a, Expression b) {
        return normaliser.sum(List.of(a, b));
    }

    private Expression minus(Expression a, Expression b) {
        return normaliser.sum(List.of(a, normaliser.negate(b)));
    }
}
