package org.nabla.math.canonical;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.nabla.math.Deadline;
import org.nabla.math.Function;
import org.nabla.math.Rational;
import org.nabla.math.canonical.Atoms.Kind;
import org.nabla.math.value.ExactNumbers;

/**
 * Whether a number vanishes that is a sum of logarithms and angles with algebraic factors. By Baker's theorem its parts then
 * vanish by themselves: the algebraic part; the logarithms, when the product of what stands under them is 1; the angles, when
 * the product of the complex numbers that have them is real and they are too small for another multiple of π.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Baker%27s_theorem">Baker's theorem</a>
 */
final class LinearRelation {

    private static final int MOST_TIMES = 64;

    private final Atoms atoms;
    private final Ring ring;
    private final AtomExpressions write;
    private final Deadline deadline;

    LinearRelation(Atoms atoms, Ring ring, Deadline deadline) {
        this.atoms = atoms;
        this.ring = ring;
        this.deadline = deadline;
        this.write = new AtomExpressions(atoms);
    }

    /** What a part is a sum of. */
    private enum Sort {
        PLAIN,
        LOGARITHM,
        ANGLE
    }

    /**
     * @param factor what all its logarithms or angles are multiplied with; for the plain part only what is not algebraic
     */
    private record Key(Sort sort, PowerProduct factor) {}

    /** False means that it is not known. */
    boolean vanishes(Polynomial number) {
        var parts = new HashMap<Key, Polynomial>();
        number.terms().forEach((monomial, coefficient) -> {
            var special = special(monomial);
            var rest = special < 0 ? monomial : monomial.without(special);
            var sort = special < 0 ? Sort.PLAIN : sort(monomial.atom(special));
            var key = new Key(sort, sort == Sort.PLAIN ? transcendental(rest) : rest);
            var term = sort == Sort.PLAIN
                    ? rest.times(key.factor().power(Rational.MINUS_ONE))
                    : PowerProduct.of(monomial.atom(special));
            parts.merge(key, Polynomial.of(coefficient, term), Polynomial::plus);
        });
        return parts.entrySet().stream().allMatch(part -> switch (part.getKey().sort()) {
            case PLAIN -> isZero(part.getValue());
            case LOGARITHM -> logarithmsCancel(part.getValue());
            case ANGLE -> anglesCancel(part.getValue());
        });
    }

    /** The index of the logarithm or angle of a term, −1 if there is none. */
    private int special(PowerProduct m) {
        var pi = -1;
        for (var i = 0; i < m.size(); i++) {
            var sort = sort(m.atom(i));
            if (sort != Sort.PLAIN && m.exponent(i).isOne()) {
                if (atoms.kind(m.atom(i)) != Kind.PI) {
                    return i;
                }
                pi = i;
            }
        }
        return pi;
    }

    private Sort sort(int atom) {
        return switch (atoms.kind(atom)) {
            case LN -> Sort.LOGARITHM;
            case PI -> Sort.ANGLE;
            case CALL -> isArc(atom) ? Sort.ANGLE : Sort.PLAIN;
            default -> Sort.PLAIN;
        };
    }

    private boolean isArc(int atom) {
        var function = ((Atoms.Call) atoms.content(atom)).function();
        return function == Function.ARCTAN || function == Function.ARCSIN;
    }

    private PowerProduct transcendental(PowerProduct m) {
        var product = PowerProduct.ONE;
        for (var i = 0; i < m.size(); i++) {
            if (!isAlgebraic(m.atom(i))) {
                product = product.times(PowerProduct.of(m.atom(i), m.exponent(i)));
            }
        }
        return product;
    }

    private boolean isAlgebraic(int atom) {
        return switch (atoms.kind(atom)) {
            case PRIME -> true;
            case POLYNOMIAL ->
                atoms.polynomial(atom).terms().keySet().stream()
                        .allMatch(m -> transcendental(m).isOne());
            case ABS -> isAlgebraic((int) atoms.content(atom));
            case SIN, COS -> {
                var angle = (Polynomial) atoms.content(atom);
                yield angle.isTerm()
                        && angle.monomial().size() == 1
                        && atoms.kind(angle.monomial().atom(0)) == Kind.PI
                        && angle.monomial().exponent(0).isOne();
            }
            default -> false;
        };
    }

    private boolean isZero(Polynomial p) {
        return ring.isZero(p) || AlgebraicBound.isZero(write.of(p), deadline);
    }

    /** Σ cᵢ ln uᵢ = 0 where Π uᵢ^(2cᵢ) = 1; the squares, because the logarithms are those of sizes. */
    private boolean logarithmsCancel(Polynomial sum) {
        var times = wholeTimes(sum);
        if (times.isEmpty()) {
            return false;
        }
        var product = Polynomial.ONE;
        for (var term : sum.terms().entrySet()) {
            var inner = (int) atoms.content(term.getKey().atom(0));
            var n = term.getValue().times(Rational.of(times.get())).numerator().longValueExact();
            product = ring.multiply(product, ring.power(Polynomial.of(PowerProduct.of(inner)), 2 * n));
        }
        return isZero(product.minus(Polynomial.ONE));
    }

    /** Complex numbers as pairs of real and imaginary part. */
    private boolean anglesCancel(Polynomial sum) {
        var times = wholeTimes(sum);
        if (times.isEmpty() || !isSmall(sum.times(Rational.of(times.get())))) {
            return false;
        }
        var product = List.of(Polynomial.ONE, Polynomial.ZERO);
        for (var term : sum.terms().entrySet()) {
            var atom = term.getKey().atom(0);
            if (atoms.kind(atom) == Kind.PI) {
                continue; // a whole number of half turns keeps what is real real
            }
            var n = term.getValue().times(Rational.of(times.get())).numerator().intValueExact();
            var factor = pointOf((Atoms.Call) atoms.content(atom), n < 0);
            for (var i = 0; i < Math.abs(n); i++) {
                product = List.of(
                        ring.multiply(product.get(0), factor.get(0))
                                .minus(ring.multiply(product.get(1), factor.get(1))),
                        ring.multiply(product.get(0), factor.get(1))
                                .plus(ring.multiply(product.get(1), factor.get(0))));
            }
        }
        return isZero(product.get(1));
    }

    /** A point in the direction of the angle. */
    private List<Polynomial> pointOf(Atoms.Call arc, boolean downwards) {
        var u = arc.arguments().get(0);
        var right = arc.function() == Function.ARCTAN
                ? Polynomial.ONE
                : ring.power(Polynomial.ONE.minus(ring.multiply(u, u)), Rational.of(1, 2));
        return List.of(right, downwards ? u.negate() : u);
    }

    private boolean isSmall(Polynomial angle) {
        return ExactNumbers.isWithin(write.of(angle), 1);
    }

    /** By what the coefficients are to be multiplied to be whole; nothing where they then are large. */
    private static Optional<BigInteger> wholeTimes(Polynomial sum) {
        var common = BigInteger.ONE;
        for (var c : sum.terms().values()) {
            common = common.multiply(c.denominator()).divide(common.gcd(c.denominator()));
            if (common.bitLength() > 10) {
                return Optional.empty();
            }
        }
        var scale = Rational.of(common);
        var total = sum.terms().entrySet().stream()
                .mapToDouble(term -> term.getValue().times(scale).abs().toDouble())
                .sum();
        return total <= MOST_TIMES ? Optional.of(common) : Optional.empty();
    }
}
