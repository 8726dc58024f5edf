package org.nabla.math.tidy;

import static org.nabla.math.Function.ARCCOS;
import static org.nabla.math.Function.ARCSIN;
import static org.nabla.math.Function.COS;
import static org.nabla.math.Function.SIN;
import static org.nabla.math.Function.TAN;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Function;
import org.nabla.math.Rational;
import org.nabla.math.Rationals;

/** The values of the trigonometric functions at multiples of π/12, and their inverses there. */
final class ExactAngles {

    private static final Rational TWELFTH = Rational.of(1, 12);
    private static final int HALF_TURN = 12;

    private final Normaliser normaliser;

    ExactAngles(Normaliser normaliser) {
        this.normaliser = normaliser;
    }

    /** π/2. */
    Expression right() {
        return angle(HALF_TURN / 2);
    }

    /** The value of sin, cos, tan, sec, csc or cot; empty where the angle is no multiple of π/12 or the value is not defined. */
    Optional<Expression> function(Function function, Expression argument) {
        if (argument instanceof Call inner) {
            return ofInverse(function, inner);
        }
        return twelfths(argument).flatMap(n -> function(function, n));
    }

    private Optional<Expression> function(Function function, int n) {
        return switch (function) {
            case SIN -> Optional.of(sine(n));
            case COS -> Optional.of(sine(n + HALF_TURN / 2));
            case TAN -> tangent(n);
            case COT -> tangent(HALF_TURN / 2 - n);
            case CSC -> inverse(sine(n));
            case SEC -> inverse(sine(n + HALF_TURN / 2));
            default -> Optional.empty();
        };
    }

    private Optional<Integer> twelfths(Expression argument) {
        if (!argument.anyMatch(node -> node == Constant.PI)) {
            return Optional.empty();
        }
        var m = normaliser.monomial(argument);
        var turns = m.coefficient().dividedBy(TWELFTH);
        return m.powers().size() == 1
                        && Rationals.of(m.exponent(Constant.PI))
                                .filter(Rational::isOne)
                                .isPresent()
                        && turns.isInteger()
                ? Optional.of(turns.numerator().mod(BigInteger.valueOf(24)).intValueExact())
                : Optional.empty();
    }

    /** sin(nπ/12) for every whole n. */
    private Expression sine(int n) {
        var angle = Math.floorMod(n, 2 * HALF_TURN);
        if (angle > HALF_TURN) {
            return normaliser.negate(sine(angle - HALF_TURN));
        }
        return switch (Math.min(angle, HALF_TURN - angle)) {
            case 0 -> Rationals.write(0);
            case 1 -> quarter(6, -1, 2);
            case 2 -> Rationals.write(Rational.of(1, 2));
            case 3 -> half(2);
            case 4 -> half(3);
            case 5 -> quarter(6, 1, 2);
            default -> Rationals.write(1);
        };
    }

    /** tan(nπ/12), empty at the poles. */
    private Optional<Expression> tangent(int n) {
        var angle = Math.floorMod(n, HALF_TURN);
        if (angle > HALF_TURN / 2) {
            return tangent(HALF_TURN - angle).map(normaliser::negate);
        }
        return switch (angle) {
            case 0 -> Optional.of(Rationals.write(0));
            case 1 -> Optional.of(normaliser.sum(List.of(Rationals.write(2), normaliser.negate(root(3)))));
            case 2 -> Optional.of(new Quotient(root(3), Rationals.write(3)));
            case 3 -> Optional.of(Rationals.write(1));
            case 4 -> Optional.of(root(3));
            case 5 -> Optional.of(normaliser.sum(List.of(Rationals.write(2), root(3))));
            default -> Optional.empty();
        };
    }

    private Optional<Expression> inverse(Expression value) {
        if (Rationals.of(value).filter(Rational::isZero).isPresent() || isSum(value)) {
            return Optional.empty();
        }
        return Optional.of(normaliser.quotient(Rationals.write(1), value));
    }

    private static boolean isSum(Expression value) {
        return value.anyMatch(node -> node instanceof Sum);
    }

    private Expression half(long radicand) {
        return new Quotient(root(radicand), Rationals.write(2));
    }

    /** (√a ± √b)/4. */
    private Expression quarter(long a, int sign, long b) {
        var second = sign < 0 ? normaliser.negate(root(b)) : root(b);
        return normaliser.quotient(normaliser.sum(List.of(root(a), second)), Rationals.write(4));
    }

    private static Expression root(long radicand) {
        return new Call(Function.SQRT, Rationals.write(radicand));
    }

    /** The angle that arcsin, arccos or arctan gives for one of the known values. */
    Optional<Expression> inverse(Function function, Expression value) {
        if (value.hasSymbol()) {
            return Optional.empty();
        }
        var from = function == ARCCOS ? 0 : -HALF_TURN / 2;
        var direct = function == ARCSIN ? SIN : function == ARCCOS ? COS : TAN;
        for (var n = from; n <= from + HALF_TURN; n++) {
            if (function(direct, n).filter(value::equals).isPresent()) {
                return Optional.of(angle(n));
            }
        }
        return Optional.empty();
    }

    private Expression angle(int n) {
        return normaliser.product(List.of(Rationals.write(Rational.of(n, HALF_TURN)), Constant.PI));
    }

    /** The angle of the point (x, y) where it is a multiple of π/12. */
    Optional<Expression> ofPoint(Expression x, Expression y) {
        var right = Rationals.of(x);
        var up = Rationals.of(y);
        if (right.isEmpty() || up.isEmpty() || right.get().isZero() && up.get().isZero()) {
            return Optional.empty();
        } else if (right.get().isZero()) {
            return Optional.of(angle(up.get().signum() * HALF_TURN / 2));
        }
        var slope = up.get().dividedBy(right.get());
        if (!slope.isZero() && !slope.abs().isOne()) {
            return Optional.empty();
        }
        var first = slope.signum() * HALF_TURN / 4;
        var turn = right.get().signum() > 0 ? 0 : up.get().signum() < 0 ? -HALF_TURN : HALF_TURN;
        return Optional.of(angle(first + turn));
    }

    /** sin(arccos u) = √(1 − u²) and the like. */
    private Optional<Expression> ofInverse(Function function, Call inner) {
        var u = inner.arguments().get(0);
        var square = new Numeral(Rational.of(2));
        if (function == SIN && inner.function() == ARCCOS || function == COS && inner.function() == ARCSIN) {
            return Optional.of(normaliser.call(
                    Function.SQRT,
                    normaliser.sum(List.of(Rationals.write(1), normaliser.negate(normaliser.power(u, square))))));
        } else if (inner.function() == Function.ARCTAN && (function == SIN || function == COS)) {
            var root = normaliser.call(
                    Function.SQRT, normaliser.sum(List.of(normaliser.power(u, square), Rationals.write(1))));
            return Optional.of(normaliser.quotient(function == SIN ? u : Rationals.write(1), root));
        }
        return Optional.empty();
    }
}
