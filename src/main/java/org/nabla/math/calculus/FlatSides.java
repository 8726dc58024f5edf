package org.nabla.math.calculus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Relation;
import org.nabla.math.Expression.Sign;
import org.nabla.math.Function;
import org.nabla.math.Rational;
import org.nabla.math.Rationals;
import org.nabla.math.tidy.Normaliser;

/**
 * Functions that are flat on one side of a kink, at a value where the chain rule would multiply zero by infinity: √max(0, x) is 0
 * for negative x, and so is its slope, though the rule of powers divides by zero there.
 */
final class FlatSides {

    /** Each kink doubles the cases. */
    private static final int MOST = 4;

    private static final Expression ZERO = Rationals.write(0);

    private final Normaliser normaliser;
    private final String variable;
    private final UnaryOperator<Expression> derivative;

    FlatSides(Normaliser normaliser, String variable, UnaryOperator<Expression> derivative) {
        this.normaliser = normaliser;
        this.variable = variable;
        this.derivative = derivative;
    }

    /** What a kinked part is where the difference is positive, and where it is negative. */
    private record Kink(Call call, Expression difference, Expression above, Expression below) {}

    /** The derivative of the function, where what is within it may have a flat side at which its own slope is infinite. */
    Expression derivativeOf(Call outer, Supplier<Expression> byRule) {
        var inner = outer.arguments().get(0);
        return switch (outer.function()) {
            case SQRT, CBRT -> within(inner, FlatSides::isZero, u -> new Call(outer.function(), u), byRule);
            case ROOT ->
                within(
                        inner,
                        FlatSides::isZero,
                        u -> new Call(Function.ROOT, u, outer.arguments().get(1)),
                        byRule);
            case ARCSIN, ARCCOS, ARCOSH, ARCSEC, ARCCSC, ARSECH ->
                within(inner, FlatSides::isOneInSize, u -> new Call(outer.function(), u), byRule);
            default -> byRule.get();
        };
    }

    /** The same of a power, which may be a root. */
    Expression derivativeOf(Expression base, Expression exponent, Supplier<Expression> byRule) {
        var isRoot = Rationals.of(exponent)
                .filter(e -> e.signum() > 0 && e.compareTo(Rational.ONE) < 0)
                .isPresent();
        return isRoot ? within(base, FlatSides::isZero, u -> new Expression.Power(u, exponent), byRule) : byRule.get();
    }

    private Expression within(
            Expression inner,
            Predicate<Expression> singular,
            UnaryOperator<Expression> outer,
            Supplier<Expression> byRule) {
        var kinks = new ArrayList<Kink>();
        collect(inner, kinks);
        return onOneSide(inner, kinks, singular, outer).orElseGet(() -> {
            var cases = onSeveralSides(inner, kinks, singular);
            if (cases.isEmpty()) {
                return byRule.get();
            }
            cases.add(byRule.get());
            return new Call(Function.PIECEWISE, cases);
        });
    }

    private Optional<Expression> onOneSide(
            Expression inner, List<Kink> kinks, Predicate<Expression> singular, UnaryOperator<Expression> outer) {
        for (var kink : kinks) {
            var above = put(inner, kink.call(), kink.above());
            var below = put(inner, kink.call(), kink.below());
            if (below.filter(singular).isPresent() && above.isPresent()) {
                return Optional.of(flat(outer.apply(above.get()), kink, Sign.GREATER));
            } else if (above.filter(singular).isPresent() && below.isPresent()) {
                return Optional.of(flat(outer.apply(below.get()), kink, Sign.LESS));
            }
        }
        return Optional.empty();
    }

    /** 0 with the condition for each choice of sides that is flat together, as for √(max(0, x) + max(0, 2x)). */
    private List<Expression> onSeveralSides(Expression inner, List<Kink> kinks, Predicate<Expression> singular) {
        var cases = new ArrayList<Expression>();
        if (kinks.size() < 2 || kinks.size() > MOST) {
            return cases;
        }
        for (var sides = 0; sides < 1 << kinks.size(); sides++) {
            var conditions = new ArrayList<Expression>();
            var chosen = Optional.of(inner);
            for (var i = 0; i < kinks.size() && chosen.isPresent(); i++) {
                var kink = kinks.get(i);
                boolean above = (sides >> i & 1) == 1;
                chosen = put(chosen.get(), kink.call(), above ? kink.above() : kink.below());
                conditions.add(new Relation(kink.difference(), above ? Sign.GREATER : Sign.LESS, ZERO));
            }
            if (chosen.filter(singular).isPresent()) {
                cases.add(ZERO);
                cases.add(new Expression.And(conditions));
            }
        }
        return cases;
    }

    private Expression flat(Expression other, Kink kink, Sign where) {
        var slope = derivative.apply(normaliser.tidy(other));
        return new Call(Function.PIECEWISE, slope, new Relation(kink.difference(), where, ZERO), ZERO);
    }

    private void collect(Expression e, List<Kink> kinks) {
        e.children().forEach(child -> collect(child, kinks));
        if (e instanceof Call call && !call.arguments().isEmpty() && e.mentions(variable)) {
            var u = call.arguments().get(0);
            switch (call.function()) {
                case ABS -> kinks.add(new Kink(call, u, u, normaliser.negate(u)));
                case RELU -> kinks.add(new Kink(call, u, u, ZERO));
                case MAX, MIN -> {
                    if (call.arguments().size() == 2) {
                        var v = call.arguments().get(1);
                        var difference = normaliser.sum(List.of(u, normaliser.negate(v)));
                        boolean most = call.function() == Function.MAX;
                        kinks.add(new Kink(call, difference, most ? u : v, most ? v : u));
                    }
                }
                default -> {
                    // has no kink of that kind
                }
            }
        }
    }

    /** The tree with the side in place of the kinked part, tidy; nothing where it has no value. */
    private Optional<Expression> put(Expression in, Call kink, Expression side) {
        try {
            return Optional.of(normaliser.tidy(replaced(in, kink, side)));
        } catch (ArithmeticException hasNoValueThere) {
            return Optional.empty();
        }
    }

    private static Expression replaced(Expression in, Call kink, Expression side) {
        return in.equals(kink) ? side : in.map(child -> replaced(child, kink, side));
    }

    private static boolean isZero(Expression e) {
        return Rationals.of(e).filter(Rational::isZero).isPresent();
    }

    private static boolean isOneInSize(Expression e) {
        return Rationals.of(e).filter(value -> value.abs().isOne()).isPresent();
    }
}
