package org.nabla.math.calculus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Constant;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Function;
import org.nabla.math.PartialVisitor;
import org.nabla.math.Rational;
import org.nabla.math.Rationals;
import org.nabla.math.Substitution;
import org.nabla.math.exact.Scalars;
import org.nabla.math.tidy.Expansion;
import org.nabla.math.tidy.Monomial;
import org.nabla.math.tidy.MonomialBuilder;
import org.nabla.math.tidy.MonomialWriter;
import org.nabla.math.tidy.Normaliser;
import org.nabla.math.tidy.Tidy;

/**
 * Antiderivatives by the rules that a learner knows: the table, sums, parts, substitution. Whoever calls confirms the
 * result by differentiation.
 */
public final class Antiderivatives {

    private static final int DEPTH = 6;

    private final Normaliser normaliser;
    private final Map<String, Domain> domains;
    private final String letter;
    private final int depth;
    private final ElementaryIntegrals table;

    private Antiderivatives(Map<String, Domain> domains, String letter, int depth) {
        this.normaliser = Tidy.normaliser(domains);
        this.domains = domains;
        this.letter = letter;
        this.depth = depth;
        this.table = new ElementaryIntegrals(normaliser, letter);
    }

    /** An antiderivative, tidy; empty where the rules do not suffice. */
    public static Optional<Expression> of(Expression f, String letter, Map<String, Domain> domains) {
        try {
            return of(f, letter, domains, DEPTH);
        } catch (ArithmeticException | UndifferentiableException e) {
            return Optional.empty();
        }
    }

    private static Optional<Expression> of(Expression f, String letter, Map<String, Domain> domains, int depth) {
        return depth == 0 ? Optional.empty() : new Antiderivatives(domains, letter, depth).integrate(f);
    }

    private Optional<Expression> integrate(Expression f) {
        var tidy = normaliser.tidy(f);
        var terms = normaliser.monomials(tidy);
        var whole = sumOf(terms);
        if (whole.isPresent()) {
            return whole;
        }
        var expanded = new Expansion(normaliser).expand(tidy);
        return expanded.equals(tidy) ? Optional.empty() : sumOf(normaliser.monomials(expanded));
    }

    private Optional<Expression> sumOf(List<Monomial> terms) {
        var integrals = new ArrayList<Expression>();
        for (var term : terms) {
            var integral = term(term);
            if (integral.isEmpty()) {
                return Optional.empty();
            }
            integrals.add(integral.get());
        }
        return Optional.of(normaliser.sum(integrals));
    }

    private Optional<Expression> term(Monomial term) {
        var constant = new MonomialBuilder(normaliser).times(Rationals.write(term.coefficient()));
        var moving = new MonomialBuilder(normaliser);
        term.powers().forEach((base, exponent) -> {
            var moves = base.mentions(letter) || exponent.mentions(letter);
            (moves ? moving : constant).times(base, exponent);
        });
        var factor = MonomialWriter.write(constant.build());
        return moving(moving.build()).map(integral -> normaliser.product(List.of(factor, integral)));
    }

    private Optional<Expression> moving(Monomial m) {
        if (m.isNumber()) {
            return Optional.of(normaliser.product(List.of(MonomialWriter.write(m), new Symbol(letter))));
        }
        return table.of(m)
                .or(() -> trigonometricPowers(m))
                .or(() -> bySubstitution(m))
                .or(() -> byParts(m))
                .or(() -> table.reduced(m)
                        .flatMap(step -> deeper(step.remaining())
                                .map(integral -> normaliser.sum(List.of(step.found(), integral)))))
                .or(() -> rational(m));
    }

    private Optional<Expression> deeper(Expression f) {
        return of(f, letter, domains, depth - 1);
    }

    /** sin² and cos² by half the double angle, higher even powers likewise, odd powers by sin² + cos² = 1. */
    private Optional<Expression> trigonometricPowers(Monomial m) {
        for (var base : m.powers().keySet()) {
            if (isWave(base)) {
                var exponent = Rationals.of(m.exponent(base)).filter(r -> r.isInteger() && r.signum() > 0);
                var u = base.children().get(0);
                var other = new Call(base.isCallOf(Function.SIN) ? Function.COS : Function.SIN, u);
                var otherExponent = Rationals.of(m.exponent(other)).orElse(Rational.ONE);
                if (exponent.isEmpty() || !otherExponent.isInteger() || otherExponent.signum() < 0) {
                    continue;
                }
                var n = exponent.get().numerator().intValueExact();
                if (n % 2 == 1 && n > 1) {
                    var square = normaliser.sum(List.of(
                            Rationals.write(1), normaliser.negate(normaliser.power(other, Rationals.write(2)))));
                    return deeper(new Expansion(normaliser)
                            .expand(replaced(m, base, Rational.ONE, normaliser.power(square, Rationals.write(n / 2)))));
                } else if (n % 2 == 0 && Rationals.isEvenInteger(otherExponent)) {
                    var turned = normaliser.call(Function.COS, normaliser.product(List.of(Rationals.write(2), u)));
                    var square = normaliser.quotient(
                            normaliser.sum(List.of(
                                    Rationals.write(1),
                                    base.isCallOf(Function.SIN) ? normaliser.negate(turned) : turned)),
                            Rationals.write(2));
                    return deeper(new Expansion(normaliser)
                            .expand(replaced(
                                    m, base, Rational.ZERO, normaliser.power(square, Rationals.write(n / 2)))));
                }
            }
        }
        return Optional.empty();
    }

    /** The product with that base to another power, and a factor more. */
    private Expression replaced(Monomial m, Expression base, Rational exponent, Expression factor) {
        return MonomialWriter.write(new MonomialBuilder(normaliser)
                .times(m.without(base))
                .times(base, Rationals.write(exponent))
                .times(factor)
                .build());
    }

    /** ∫ p g = p G − ∫ p' G, where p is a power of the letter and G is in the table, or g is a logarithm or an inverse. */
    private Optional<Expression> byParts(Monomial m) {
        var x = new Symbol(letter);
        var n = Rationals.of(m.exponent(x)).orElse(Rational.ZERO);
        var rest = m.without(x);
        if (rest.powers().size() != 1) {
            return exponentialTimesWave(m);
        }
        var base = rest.powers().firstKey();
        if (base instanceof Call call && isSimplerDifferentiated(call) && !n.equals(Rational.MINUS_ONE)) {
            var g = MonomialWriter.write(rest);
            var power = table.power(x, n);
            var remaining = normaliser.product(List.of(power, Derivative.of(g, letter, domains)));
            return deeper(remaining)
                    .map(integral -> normaliser.sum(
                            List.of(normaliser.product(List.of(power, g)), normaliser.negate(integral))));
        } else if (n.isInteger() && n.signum() > 0) {
            var left = normaliser.power(x, Rationals.write(n));
            return table.of(rest).flatMap(right -> {
                var remaining = normaliser.product(List.of(Derivative.of(left, letter, domains), right));
                return deeper(remaining)
                        .map(integral -> normaliser.sum(List.of(
                                new Expansion(normaliser).expand(normaliser.product(List.of(left, right))),
                                normaliser.negate(integral))));
            });
        }
        return Optional.empty();
    }

    private boolean isSimplerDifferentiated(Call call) {
        return switch (call.function()) {
            case LN, LOG, ARCTAN, ARCSIN, ARCCOS, ARSINH, ARTANH -> true;
            default -> false;
        };
    }

    /** e^(ax) sin(bx) and e^(ax) cos(bx). */
    private Optional<Expression> exponentialTimesWave(Monomial m) {
        if (m.powers().size() != 2 || !m.powers().containsKey(Constant.E)) {
            return Optional.empty();
        }
        var wave = m.without(Constant.E).powers().firstKey();
        if (!isWave(wave) || !m.has(wave, Rational.ONE)) {
            return Optional.empty();
        }
        var a = table.slope(m.exponent(Constant.E));
        var b = table.slope(wave.children().get(0));
        if (a.isEmpty() || b.isEmpty()) {
            return Optional.empty();
        }
        var isSine = wave.isCallOf(Function.SIN);
        var other = normaliser.call(isSine ? Function.COS : Function.SIN, wave.children());
        var second = normaliser.product(List.of(b.get(), other));
        var above = normaliser.sum(
                List.of(normaliser.product(List.of(a.get(), wave)), isSine ? normaliser.negate(second) : second));
        var below = normaliser.sum(
                List.of(normaliser.power(a.get(), Rationals.write(2)), normaliser.power(b.get(), Rationals.write(2))));
        return Optional.of(normaliser.quotient(
                normaliser.product(List.of(normaliser.power(Constant.E, m.exponent(Constant.E)), above)), below));
    }

    private static boolean isWave(Expression e) {
        return e.isCallOf(Function.SIN) || e.isCallOf(Function.COS);
    }

    private Optional<Expression> rational(Monomial m) {
        return RationalIntegrals.of(MonomialWriter.write(m), letter, domains);
    }

    /** ∫ h(g(x)) g'(x) dx = H(g(x)): every inner expression is tried as g. */
    private Optional<Expression> bySubstitution(Monomial m) {
        var f = MonomialWriter.write(m);
        for (var inner : candidates(m)) {
            var slope = Derivative.of(inner, letter, domains);
            if (Rationals.of(slope).filter(Rational::isZero).isPresent()) {
                continue;
            }
            var name = "u_" + depth;
            var outer = in(normaliser.quotient(f, slope), inner, new Symbol(name));
            if (!outer.mentions(letter)) {
                var integral = of(outer, name, domains, depth - 1)
                        .map(found -> normaliser.tidy(Substitution.replace(found, Map.of(name, inner))));
                if (integral.isPresent()) {
                    return integral;
                }
            }
        }
        return Optional.empty();
    }

    /** The expression with g written as u, and of g = a·xⁿ + b also xⁿ as (u − b)/a. */
    private Expression in(Expression e, Expression g, Symbol u) {
        var replaced = replace(e, g, u);
        if (g instanceof Sum sum && replaced.mentions(letter)) {
            var moving = normaliser.monomials(sum).stream()
                    .filter(term -> MonomialWriter.write(term).mentions(letter))
                    .toList();
            if (moving.size() == 1) {
                var power = moving.get(0).withCoefficient(Rational.ONE);
                var rest = Scalars.minus(sum, MonomialWriter.write(moving.get(0)));
                var solved = normaliser.quotient(
                        normaliser.sum(List.of(u, normaliser.negate(rest))),
                        Rationals.write(moving.get(0).coefficient()));
                replaced = replace(replaced, MonomialWriter.write(power), solved);
            }
        }
        return normaliser.tidy(replaced);
    }

    private static Expression replace(Expression e, Expression part, Expression by) {
        return e.equals(part) ? by : e.map(child -> replace(child, part, by));
    }

    private List<Expression> candidates(Monomial m) {
        var candidates = new java.util.LinkedHashSet<Expression>();
        m.powers().forEach((base, exponent) -> {
            if (exponent.mentions(letter)) {
                candidates.add(exponent);
                candidates.add(normaliser.power(base, exponent));
            }
            candidates.addAll(base.accept(INNER));
        });
        candidates.removeIf(c -> !c.mentions(letter) || c instanceof Symbol);
        return List.copyOf(candidates);
    }

    /** What may be the inner function of a factor. */
    private static final PartialVisitor<List<Expression>> INNER = new PartialVisitor<>() {
        @Override
        public List<Expression> otherwise(Expression base) {
            return List.of();
        }

        @Override
        public List<Expression> call(Call call) {
            var parts = new ArrayList<Expression>(List.of(call));
            parts.addAll(call.arguments());
            return parts;
        }

        @Override
        public List<Expression> sum(Sum sum) {
            return withFunctionsAndPowers(sum);
        }

        @Override
        public List<Expression> product(Product product) {
            return withFunctionsAndPowers(product);
        }

        private List<Expression> withFunctionsAndPowers(Expression base) {
            var parts = new ArrayList<Expression>(List.of(base));
            base.anyMatch(node -> {
                if (node instanceof Call || node instanceof Power) {
                    parts.add(node);
                }
                return false;
            });
            return parts;
        }
    };
}
