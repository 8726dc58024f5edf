package org.nabla.math.calculus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Function;
import org.nabla.math.PartialVisitor;
import org.nabla.math.Rational;
import org.nabla.math.Rationals;
import org.nabla.math.exact.Scalars;
import org.nabla.math.tidy.Fractions;
import org.nabla.math.tidy.Monomial;
import org.nabla.math.tidy.MonomialBuilder;
import org.nabla.math.tidy.MonomialWriter;
import org.nabla.math.tidy.Normaliser;
import org.nabla.math.tidy.Tidy;
import org.nabla.math.value.Evaluator;

/** Where a function of one letter goes as the letter goes to infinity: by the limits of its parts, by dominance, by L'Hôpital. */
final class Growth {

    private static final int DEPTH = 7;
    private static final Expression ZERO = Rationals.write(0);
    private static final Expression ONE = Rationals.write(1);
    private static final Expression MINUS_INFINITY = new Negation(Constant.INFINITY);

    private final String letter;
    private final Map<String, Domain> domains;
    private final Normaliser normaliser;

    Growth(String letter, Map<String, Domain> domains) {
        this.letter = letter;
        this.domains = domains;
        this.normaliser = Tidy.normaliser(domains);
    }

    /** The limit, a number, ∞ or −∞; empty where it is not found. */
    Optional<Expression> of(Expression f) {
        try {
            return of(normaliser.tidy(f), DEPTH);
        } catch (ArithmeticException | UndifferentiableException e) {
            return Optional.empty();
        }
    }

    private Optional<Expression> of(Expression f, int depth) {
        if (!f.mentions(letter)) {
            return Optional.of(f);
        } else if (depth == 0) {
            return Optional.empty();
        }
        return f.accept(new Rules(depth));
    }

    private final class Rules implements PartialVisitor<Optional<Expression>> {
        private final int depth;

        Rules(int depth) {
            this.depth = depth;
        }

        @Override
        public Optional<Expression> otherwise(Expression f) {
            return Growth.this.product(normaliser.monomial(f), depth);
        }

        @Override
        public Optional<Expression> symbol(Symbol symbol) {
            return Optional.of(Constant.INFINITY);
        }

        @Override
        public Optional<Expression> negation(Negation negation) {
            return of(negation.argument(), depth).map(Growth.this::negate);
        }

        @Override
        public Optional<Expression> sum(Sum sum) {
            return Growth.this.sum(sum, depth);
        }

        @Override
        public Optional<Expression> call(Call call) {
            return call.isCallOf(Function.SQRT) ? otherwise(call) : Growth.this.call(call, depth);
        }
    }

    private Expression negate(Expression e) {
        return e == Constant.INFINITY
                ? MINUS_INFINITY
                : e.equals(MINUS_INFINITY) ? Constant.INFINITY : normaliser.negate(e);
    }

    private Optional<Expression> sum(Sum sum, int depth) {
        var limits = new ArrayList<Expression>();
        for (var term : sum.terms()) {
            of(term, depth - 1).ifPresent(limits::add);
        }
        if (limits.size() == sum.terms().size()) {
            var infinities =
                    limits.stream().filter(Expression::isInfinite).distinct().toList();
            if (infinities.isEmpty()) {
                return Optional.of(normaliser.sum(limits));
            } else if (infinities.size() == 1) {
                return Optional.of(infinities.get(0));
            }
        }
        var together = new Fractions(normaliser).together(sum);
        if (together.terms().size() == 1) {
            return of(together, depth - 1);
        }
        return dominant(sum, depth).or(() -> conjugate(sum, depth));
    }

    /** The one term beside which all others vanish. */
    private Optional<Expression> dominant(Sum sum, int depth) {
        return dominantTerm(sum, depth).flatMap(term -> of(term, depth - 1));
    }

    private Optional<Expression> dominantTerm(Sum sum, int depth) {
        for (var term : sum.terms()) {
            var others = sum.terms().stream().filter(other -> other != term);
            if (others.allMatch(other -> of(normaliser.quotient(other, term), Math.max(0, depth - 2))
                    .filter(ZERO::equals)
                    .isPresent())) {
                return Optional.of(term);
            }
        }
        return Optional.empty();
    }

    /** The product with each sum that grows replaced by its dominant term. */
    private Optional<Expression> leadingTerms(Monomial m, int depth) {
        var replaced = new MonomialBuilder(normaliser).times(Rationals.write(m.coefficient()));
        var changed = false;
        for (var power : m.powers().entrySet()) {
            var term = power.getKey() instanceof Sum sum
                            && of(sum, depth - 1).filter(Expression::isInfinite).isPresent()
                    ? dominantTerm(sum, depth)
                    : Optional.<Expression>empty();
            changed |= term.isPresent();
            replaced.times(term.orElse(power.getKey()), power.getValue());
        }
        return changed ? Optional.of(MonomialWriter.write(replaced.build())) : Optional.empty();
    }

    /** a − b = (a² − b²)/(a + b), for a difference of roots. */
    private Optional<Expression> conjugate(Sum sum, int depth) {
        if (sum.terms().size() != 2
                || sum.terms().stream().noneMatch(t -> t.anyMatch(node -> node.isCallOf(Function.SQRT)))) {
            return Optional.empty();
        }
        var a = sum.terms().get(0);
        var b = sum.terms().get(1);
        var square = Rationals.write(2);
        var above = Scalars.minus(normaliser.power(a, square), normaliser.power(b, square));
        var below = normaliser.sum(List.of(a, normaliser.negate(b)));
        return leading(above, depth)
                .flatMap(top ->
                        leading(below, depth).flatMap(bottom -> of(normaliser.quotient(top, bottom), depth - 1)));
    }

    /** c·xᵏ with which the expression grows, found by trying powers. */
    private Optional<Expression> leading(Expression e, int depth) {
        for (var k = 8; k >= -8; k--) {
            var power = normaliser.power(new Expression.Symbol(letter), Rationals.write(Rational.of(k, 2)));
            var terms = e.terms();
            var ratios = new ArrayList<Expression>();
            for (var term : terms) {
                of(scaled(term, power), depth - 3).ifPresent(ratios::add);
            }
            if (ratios.size() == terms.size() && ratios.stream().noneMatch(Expression::isInfinite)) {
                var ratio = normaliser.sum(ratios);
                if (!Scalars.isZero(ratio)) {
                    return Optional.of(normaliser.product(List.of(ratio, power)));
                }
            }
        }
        return Optional.empty();
    }

    /** A term over a power, the power taken below its root: √(x² + x)/x as √(1 + 1/x). */
    private Expression scaled(Expression term, Expression power) {
        var scaled = new MonomialBuilder(normaliser).times(power, Rationals.write(-1));
        normaliser.monomial(term).powers().forEach((base, exponent) -> {
            var r = Rationals.of(exponent);
            if (base instanceof Sum sum && r.filter(q -> !q.isInteger()).isPresent()) {
                var degree = highestDegree(sum);
                var inner = normaliser.sum(sum.terms().stream()
                        .map(t -> normaliser.quotient(
                                t, normaliser.power(new Expression.Symbol(letter), Rationals.write(degree))))
                        .toList());
                scaled.times(new Expression.Symbol(letter), Rationals.write(degree.times(r.get())));
                scaled.times(inner, exponent);
            } else {
                scaled.times(base, exponent);
            }
        });
        return MonomialWriter.write(
                scaled.times(Rationals.write(normaliser.monomial(term).coefficient()))
                        .build());
    }

    private Rational highestDegree(Sum sum) {
        return normaliser.monomials(sum).stream()
                .map(m -> m.degree(new Expression.Symbol(letter)))
                .max(Comparator.naturalOrder())
                .orElse(Rational.ZERO);
    }

    private Optional<Expression> product(Monomial m, int depth) {
        var finite = new ArrayList<Expression>();
        var zeros = new ArrayList<Expression>();
        var infinities = new ArrayList<Expression>();
        finite.add(Rationals.write(m.coefficient()));
        var sign = 1;
        for (var power : m.powers().entrySet()) {
            var factor = normaliser.power(power.getKey(), power.getValue());
            var limit = factor(power.getKey(), power.getValue(), depth);
            if (limit.isEmpty()) {
                return Optional.empty();
            } else if (limit.get().isInfinite()) {
                infinities.add(factor);
                sign *= limit.get() == Constant.INFINITY ? 1 : -1;
            } else if (Scalars.isZero(limit.get())) {
                zeros.add(factor);
            } else {
                finite.add(limit.get());
            }
        }
        var constant = normaliser.product(finite);
        if (infinities.isEmpty()) {
            return Optional.of(zeros.isEmpty() ? constant : ZERO);
        } else if (zeros.isEmpty()) {
            var signOfConstant = sign;
            return sign(constant).map(s -> s * signOfConstant > 0 ? Constant.INFINITY : MINUS_INFINITY);
        }
        var leading = leadingTerms(m, depth);
        if (leading.isPresent()) {
            return of(leading.get(), depth - 1);
        }
        return lHopital(normaliser.product(zeros), normaliser.product(infinities), depth)
                .flatMap(limit -> limit.isInfinite()
                        ? sign(constant).map(s -> s > 0 ? limit : negate(limit))
                        : Optional.of(normaliser.product(List.of(constant, limit))));
    }

    private Optional<Integer> sign(Expression constant) {
        if (normaliser.isPositive(constant)) {
            return Optional.of(1);
        } else if (normaliser.isPositive(normaliser.negate(constant))) {
            return Optional.of(-1);
        } else if (constant.hasSymbol()) {
            return Optional.empty();
        }
        var value = Evaluator.of(constant, List.of()).at();
        return value > 0 ? Optional.of(1) : value < 0 ? Optional.of(-1) : Optional.empty();
    }

    private Optional<Expression> lHopital(Expression zero, Expression infinity, int depth) {
        var quotients = List.of(
                ratio(infinity, normaliser.quotient(ONE, zero)), ratio(zero, normaliser.quotient(ONE, infinity)));
        return quotients.stream()
                .sorted(Comparator.comparingInt(Expression::size))
                .map(quotient -> of(quotient, depth - 1))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Expression ratio(Expression above, Expression below) {
        return new Fractions(normaliser)
                .together(normaliser.quotient(
                        Derivative.of(above, letter, domains), Derivative.of(below, letter, domains)));
    }

    private Optional<Expression> factor(Expression base, Expression exponent, int depth) {
        var numeric = Rationals.of(exponent);
        if (base == Constant.E) {
            return of(exponent, depth - 1)
                    .map(u -> u == Constant.INFINITY ? u : u.equals(MINUS_INFINITY) ? ZERO : normaliser.power(base, u));
        } else if (numeric.isEmpty()) {
            var logarithm = normaliser.product(List.of(exponent, normaliser.call(Function.LN, base)));
            return factor(Constant.E, logarithm, depth);
        }
        var r = numeric.get();
        return of(base, depth - 1).flatMap(limit -> {
            if (limit.isInfinite()) {
                return r.signum() < 0 ? Optional.of(ZERO) : infinitePower(limit, r);
            } else if (!Scalars.isZero(limit)) {
                return Optional.of(normaliser.power(limit, exponent));
            }
            return r.signum() > 0
                    ? Optional.of(ZERO)
                    : signNear(base)
                            .flatMap(s -> infinitePower(s > 0 ? Constant.INFINITY : MINUS_INFINITY, r.negate()));
        });
    }

    private static Optional<Expression> infinitePower(Expression infinity, Rational exponent) {
        return infinity == Constant.INFINITY || Rationals.isEvenInteger(exponent)
                ? Optional.of(Constant.INFINITY)
                : exponent.denominator().testBit(0) ? Optional.of(MINUS_INFINITY) : Optional.empty();
    }

    /** The sign that a function which goes to zero has on its way, where no other letter matters. */
    private Optional<Integer> signNear(Expression e) {
        if (normaliser.isPositive(e)) {
            return Optional.of(1);
        } else if (e.symbols().size() > 1) {
            return Optional.empty();
        }
        var function = Evaluator.of(e, List.of(letter));
        var signs = java.util.stream.DoubleStream.of(1e3, 3.7e3, 1e4, 4.1e4, 1e5)
                .map(function::at)
                .map(Math::signum)
                .distinct()
                .toArray();
        return signs.length == 1 && signs[0] != 0 && !Double.isNaN(signs[0])
                ? Optional.of((int) signs[0])
                : Optional.empty();
    }

    private Optional<Expression> call(Call call, int depth) {
        if (call.arguments().size() != 1) {
            return Optional.empty();
        }
        var u = call.arguments().get(0);
        return of(u, depth - 1).flatMap(limit -> {
            if (limit.isInfinite()) {
                return Optional.ofNullable(atInfinity(call.function(), limit == Constant.INFINITY));
            } else if (Normaliser.isNaturalLogarithm(call) && Scalars.isZero(limit)) {
                return signNear(u).filter(s -> s > 0).map(s -> MINUS_INFINITY);
            } else if (call.function() == Function.SIGN && Scalars.isZero(limit)) {
                return signNear(u).map(Rationals::write);
            } else if (call.function() == Function.FLOOR
                    || call.function() == Function.CEILING
                    || call.function() == Function.FACTORIAL) {
                return Optional.empty();
            }
            return Optional.of(normaliser.call(call.function(), limit));
        });
    }

    private @org.jspecify.annotations.Nullable Expression atInfinity(Function function, boolean positive) {
        var infinity = positive ? Constant.INFINITY : MINUS_INFINITY;
        return switch (function) {
            case LN, LOG -> positive ? infinity : null;
            case ABS, COSH -> Constant.INFINITY;
            case SINH, ARSINH, CBRT -> infinity;
            case ARCTAN -> normaliser.product(List.of(Rationals.write(Rational.of(positive ? 1 : -1, 2)), Constant.PI));
            case TANH, ERF, SIGN -> Rationals.write(positive ? 1 : -1);
            case SIGMOID -> positive ? ONE : ZERO;
            case SOFTPLUS, RELU -> positive ? infinity : ZERO;
            default -> null;
        };
    }
}
