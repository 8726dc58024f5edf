package org.nabla.math.canonical;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Optional;
import java.util.TreeSet;
import org.nabla.math.Deadline;
import org.nabla.math.Rational;
import org.nabla.math.canonical.Atoms.Kind;

/**
 * Arithmetic of polynomials over atoms, keeping to the rules of the atoms: integer powers of a root are worked out, sin² is
 * 1 − cos², |u|² is u². Everything is bounded in size: beyond it, {@link TooLargeException}.
 */
final class Ring {

    private static final int MAX_TERMS = 600;
    private static final int MAX_PRODUCTS = 20_000;
    private static final int MAX_EXPANSION = 200;
    private static final long MAX_COEFFICIENT_BITS = 6_000;
    private static final int MAX_TRIAL = 2_000;

    private final Atoms atoms;
    private final Deadline deadline;

    Ring(Atoms atoms, Deadline deadline) {
        this.atoms = atoms;
        this.deadline = deadline;
    }

    /** A rational number times a product times one polynomial atom, if any, to the power of one. */
    record Factors(Rational content, PowerProduct monomial) {}

    Polynomial multiply(Polynomial a, Polynomial b) {
        if (a.isConstant()) {
            return b.times(a.constant());
        }
        if (b.isConstant()) {
            return a.times(b.constant());
        }
        if ((long) a.size() * b.size() > MAX_PRODUCTS || deadline.isPast()) {
            throw new TooLargeException("product");
        }
        var product = new HashMap<PowerProduct, Rational>();
        for (var left : a.terms().entrySet()) {
            for (var right : b.terms().entrySet()) {
                var monomial = left.getKey().times(right.getKey());
                var coefficient = left.getValue().times(right.getValue());
                var reducible = reducible(monomial);
                if (reducible < 0) {
                    Polynomial.accumulate(product, monomial, coefficient);
                } else {
                    reduce(coefficient, monomial, reducible)
                            .terms()
                            .forEach((m, c) -> Polynomial.accumulate(product, m, c));
                }
            }
        }
        return checked(new Polynomial(product));
    }

    private static Polynomial checked(Polynomial p) {
        if (p.size() > MAX_TERMS) {
            throw new TooLargeException("terms");
        }
        for (var coefficient : p.terms().values()) {
            if (coefficient.numerator().bitLength() + coefficient.denominator().bitLength() > MAX_COEFFICIENT_BITS) {
                throw new TooLargeException("coefficient");
            }
        }
        return p;
    }

    /** The term with the rules of its atoms applied. */
    Polynomial term(Rational coefficient, PowerProduct monomial) {
        var reducible = reducible(monomial);
        return reducible < 0 ? Polynomial.of(coefficient, monomial) : reduce(coefficient, monomial, reducible);
    }

    /** The index of an atom whose rule applies, −1 if there is none. */
    private int reducible(PowerProduct m) {
        for (var i = 0; i < m.size(); i++) {
            var floor = m.floor(i);
            var applies = floor != 0
                    && switch (atoms.kind(m.atom(i))) {
                        case PRIME -> true;
                        case SIN -> floor >= 2 && m.isWhole(i) && floor <= 16;
                        case ABS -> atoms.sign((int) atoms.content(m.atom(i))) != 0 || floor >= 2 || floor <= -1;
                        case POLYNOMIAL ->
                            floor >= 1
                                    && isExpandable(atoms.polynomial(m.atom(i)).size(), floor);
                        default -> false;
                    };
            if (applies) {
                return i;
            }
        }
        return -1;
    }

    private Polynomial reduce(Rational coefficient, PowerProduct m, int index) {
        var atom = m.atom(index);
        var floor = m.floor(index);
        var rest = m.without(index);
        var exponent = m.exponent(index);
        switch (atoms.kind(atom)) {
            case PRIME -> {
                var power = power(Rational.of((BigInteger) atoms.content(atom)), floor);
                return term(
                        coefficient.times(power),
                        rest.times(PowerProduct.of(atom, exponent.minus(Rational.of(floor)))));
            }
            case ABS -> {
                var inner = (int) atoms.content(atom);
                var sign = atoms.sign(inner);
                var whole = sign != 0 ? floor : Math.floorDiv(floor, 2L) * 2;
                var left = rest.times(PowerProduct.of(atom, exponent.minus(Rational.of(whole))));
                return term(
                        sign < 0 && whole % 2 != 0 ? coefficient.negate() : coefficient,
                        left.times(PowerProduct.of(inner, Rational.of(whole))));
            }
            case SIN -> {
                var cosine = atoms.of(Kind.COS, atoms.content(atom));
                var square = Polynomial.ONE.minus(Polynomial.of(PowerProduct.of(cosine, Rational.of(2))));
                var left = rest.times(PowerProduct.of(atom, Rational.of(floor % 2)));
                return multiply(term(coefficient, left), power(square, floor / 2));
            }
            default -> {
                var left = rest.times(PowerProduct.of(atom, exponent.minus(Rational.of(floor))));
                return multiply(term(coefficient, left), power(atoms.polynomial(atom), floor));
            }
        }
    }

    /** Whether the power of a sum of so many terms has few enough terms. */
    private static boolean isExpandable(int terms, long exponent) {
        if (exponent > 40) {
            return false;
        }
        var count = 1.0;
        for (var i = 1; i <= exponent; i++) {
            count = count * (terms - 1 + i) / i;
        }
        return count <= MAX_EXPANSION;
    }

    Polynomial power(Polynomial base, long exponent) {
        if (base.isTerm()) {
            return term(power(base.coefficient(), exponent), base.monomial().power(Rational.of(exponent)));
        }
        if (base.isZero()) {
            if (exponent < 0) {
                throw new TooLargeException("division by zero");
            }
            return exponent == 0 ? Polynomial.ONE : base;
        }
        if (exponent >= 0 && isExpandable(base.size(), exponent)) {
            var result = Polynomial.ONE;
            for (var i = 0; i < exponent; i++) {
                result = multiply(result, base);
            }
            return result;
        }
        var factors = factors(base);
        return term(power(factors.content(), exponent), factors.monomial().power(Rational.of(exponent)));
    }

    private static Rational power(Rational base, long exponent) {
        var bits = Math.max(base.numerator().bitLength(), base.denominator().bitLength());
        if (base.abs().isOne()) {
            return exponent % 2 == 0 ? Rational.ONE : base;
        }
        if (base.isZero() && exponent < 0) {
            throw new TooLargeException("division by zero");
        }
        if (Math.abs(exponent) > MAX_COEFFICIENT_BITS || bits * Math.abs(exponent) > MAX_COEFFICIENT_BITS) {
            throw new TooLargeException("power");
        }
        return base.pow((int) exponent);
    }

    /**
     * {@code base^exponent} for a fraction in lowest terms. With an even denominator the base counts as nonnegative, because
     * otherwise there is no value; with an odd one the root is real and keeps its sign.
     */
    Polynomial power(Polynomial base, Rational exponent) {
        if (exponent.isInteger()) {
            if (exponent.numerator().bitLength() > 40) {
                throw new TooLargeException("exponent");
            }
            return power(base, exponent.numerator().longValueExact());
        }
        if (base.isZero()) {
            return base;
        }
        var denested = new Denesting(this).root(base, exponent.denominator());
        if (denested.isPresent()) {
            return power(denested.get(), exponent.numerator().longValueExact());
        }
        var factors = factors(base);
        var even = !exponent.denominator().testBit(0);
        var product = Polynomial.ONE;
        if (!even && factors.content().signum() < 0 && exponent.numerator().testBit(0)) {
            product = product.negate();
        }
        product = multiply(product, root(factors.content().abs(), exponent));
        for (var i = 0; i < factors.monomial().size(); i++) {
            var atom = factors.monomial().atom(i);
            var total = factors.monomial().exponent(i).times(exponent);
            var root = even && atoms.kind(atom) == Kind.POLYNOMIAL
                    ? new PerfectSquare(this).root(atoms.polynomial(atom))
                    : Optional.<Polynomial>empty();
            if (root.isPresent()) {
                product = multiply(product, size(root.get(), total.times(Rational.of(2))));
                continue;
            }
            product = multiply(product, even ? size(atom, total) : term(Rational.ONE, PowerProduct.of(atom, total)));
        }
        return product;
    }

    /** |p|^exponent. */
    private Polynomial size(Polynomial p, Rational exponent) {
        var factors = factors(p);
        var product = root(factors.content().abs(), exponent);
        for (var i = 0; i < factors.monomial().size(); i++) {
            product = multiply(
                    product,
                    size(
                            factors.monomial().atom(i),
                            factors.monomial().exponent(i).times(exponent)));
        }
        return product;
    }

    /** |atom|^exponent. */
    Polynomial size(int atom, Rational exponent) {
        var isSquare =
                exponent.denominator().testBit(0) && !exponent.numerator().testBit(0);
        if (isSquare || atoms.sign(atom) > 0) {
            return term(Rational.ONE, PowerProduct.of(atom, exponent));
        }
        return term(Rational.ONE, PowerProduct.of(atoms.of(Kind.ABS, atom), exponent));
    }

    /** A positive number to the power of a fraction, as a product of primes to fractions. */
    private Polynomial root(Rational value, Rational exponent) {
        var product = PowerProduct.ONE;
        for (var prime : primes(value.numerator()).entrySet()) {
            product = product.times(prime(prime.getKey(), exponent.times(Rational.of(prime.getValue()))));
        }
        for (var prime : primes(value.denominator()).entrySet()) {
            product = product.times(prime(prime.getKey(), exponent.times(Rational.of(-prime.getValue()))));
        }
        return term(Rational.ONE, product);
    }

    private PowerProduct prime(BigInteger prime, Rational exponent) {
        return PowerProduct.of(atoms.of(Kind.PRIME, prime), exponent);
    }

    /** The factors of a positive number by trial division; what is left over counts as one factor. */
    static HashMap<BigInteger, Integer> primes(BigInteger number) {
        var found = new HashMap<BigInteger, Integer>();
        var rest = number;
        for (var divisor = 2; divisor < MAX_TRIAL && rest.bitLength() > 1; divisor++) {
            var d = BigInteger.valueOf(divisor);
            if (rest.bitLength() < 24 && (long) divisor * divisor > rest.longValueExact()) {
                break;
            }
            while (rest.mod(d).signum() == 0) {
                found.merge(d, 1, Integer::sum);
                rest = rest.divide(d);
            }
        }
        if (rest.bitLength() > 1) {
            var root = rest.sqrt();
            if (root.multiply(root).equals(rest)) {
                found.merge(root, 2, Integer::sum);
            } else {
                found.merge(rest, 1, Integer::sum);
            }
        }
        return found;
    }

    /** The sum as a rational number times a product; what has no common factor becomes an atom. */
    Factors factors(Polynomial p) {
        if (p.isTerm()) {
            return new Factors(p.coefficient(), p.monomial());
        }
        var common = common(p);
        var rest = p;
        var monomial = PowerProduct.ONE;
        for (var round = 0; !common.isOne() && round < 8; round++) {
            monomial = monomial.times(common);
            rest = multiply(rest, Polynomial.of(common.power(Rational.MINUS_ONE)));
            if (rest.size() <= 1) {
                break;
            }
            common = common(rest);
        }
        if (rest.isZero()) {
            throw new TooLargeException("division by zero");
        }
        if (rest.isTerm()) {
            return new Factors(rest.coefficient(), monomial.times(rest.monomial()));
        }
        var content = content(rest);
        var atom = atoms.of(Kind.POLYNOMIAL, rest.times(content.inverse()));
        return new Factors(content, monomial.times(PowerProduct.of(atom)));
    }

    /** The product of every atom to its least exponent; an atom that a term lacks has the exponent 0 there. */
    private PowerProduct common(Polynomial p) {
        var all = new TreeSet<Integer>();
        for (var m : p.terms().keySet()) {
            for (var i = 0; i < m.size(); i++) {
                all.add(m.atom(i));
            }
        }
        var product = PowerProduct.ONE;
        for (var atom : all) {
            var least = p.terms().keySet().stream()
                    .map(m -> m.exponentOf(atom))
                    .min(Rational::compareTo)
                    .orElse(Rational.ZERO);
            product = product.times(PowerProduct.of(atom, least));
        }
        return product;
    }

    /** The greatest common divisor of the coefficients, with the sign of the leading one. */
    private static Rational content(Polynomial p) {
        var numerator = BigInteger.ZERO;
        var denominator = BigInteger.ONE;
        for (var c : p.terms().values()) {
            numerator = numerator.gcd(c.numerator());
            denominator = denominator.multiply(c.denominator()).divide(denominator.gcd(c.denominator()));
            if (denominator.bitLength() > MAX_COEFFICIENT_BITS) {
                throw new TooLargeException("denominator");
            }
        }
        var content = new Rational(numerator, denominator);
        return p.leadingSign() < 0 ? content.negate() : content;
    }

    /** Over one denominator, numerator worked out: the form in which an argument of a function is told from others. */
    Polynomial together(Polynomial p) {
        var fractional = p.size() > 1
                && p.terms().keySet().stream().anyMatch(m -> {
                    for (var i = 0; i < m.size(); i++) {
                        if (m.floor(i) < 0 && atoms.kind(m.atom(i)) == Kind.POLYNOMIAL) {
                            return true;
                        }
                    }
                    return false;
                });
        if (!fractional) {
            return p;
        }
        var common = common(p);
        return multiply(multiply(p, Polynomial.of(common.power(Rational.MINUS_ONE))), Polynomial.of(common));
    }

    /** Whether the polynomial is zero wherever it is defined; false means that it is not known. */
    boolean isZero(Polynomial p) {
        var rest = p;
        for (var round = 0; round < 12 && !rest.isZero(); round++) {
            var common = common(rest);
            if (common.isOne()) {
                return false;
            }
            rest = multiply(rest, Polynomial.of(common.power(Rational.MINUS_ONE)));
        }
        return rest.isZero();
    }
}
