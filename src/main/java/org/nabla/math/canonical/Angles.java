package org.nabla.math.canonical;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.math.Function;
import org.nabla.math.Rational;
import org.nabla.math.canonical.Atoms.Kind;

/**
 * Sines and cosines of sums, taken apart into those of one unit for each monomial of the angle: sin(2x) and sin(x + y) become
 * polynomials in sin x, cos x, sin y, cos y. Multiples of π/12 get their exact values.
 */
final class Angles {

    private static final int MAX_MULTIPLE = 8;
    private static final int MAX_SUMMANDS = 3;
    private static final int TWELFTHS = 24;

    /** Sine and cosine of one angle. */
    private record Pair(Polynomial sine, Polynomial cosine) {
        static final Pair ZERO = new Pair(Polynomial.ZERO, Polynomial.ONE);
    }

    private final Atoms atoms;
    private final Ring ring;
    /** For each monomial the denominator of the unit of which all its angles are multiples. */
    private final Map<PowerProduct, Long> units = new HashMap<>();

    private final List<Pair> twelfthsOfPi = new ArrayList<>();
    private boolean unitsChanged;

    Angles(Atoms atoms, Ring ring) {
        this.atoms = atoms;
        this.ring = ring;
    }

    /** Whether a smaller unit was met than those in use before, so that what was made earlier has another form. */
    boolean unitsChanged() {
        var changed = unitsChanged;
        unitsChanged = false;
        return changed;
    }

    Polynomial sine(Polynomial angle) {
        return pair(angle).sine();
    }

    Polynomial cosine(Polynomial angle) {
        return pair(angle).cosine();
    }

    private Pair pair(Polynomial angle) {
        var pi = PowerProduct.of(atoms.of(Kind.PI, "pi"));
        var sum = ofPi(angle.terms().getOrDefault(pi, Rational.ZERO), pi);
        List<Map.Entry<PowerProduct, Rational>> rest =
                new ArrayList<>(angle.terms().entrySet());
        rest.removeIf(term -> term.getKey().equals(pi));
        if (rest.size() > MAX_SUMMANDS) {
            var whole = angle.minus(Polynomial.of(angle.terms().getOrDefault(pi, Rational.ZERO), pi));
            return add(sum, atomic(whole));
        }
        for (var term : rest) {
            sum = add(sum, multiple(term.getKey(), term.getValue()));
        }
        return sum;
    }

    private Pair atomic(Polynomial angle) {
        if (angle.isTerm() && angle.monomial().size() == 1) {
            var known = ofInverse(angle.monomial()).flatMap(whole -> part(whole, angle.coefficient()));
            if (known.isPresent()) {
                return known.orElseThrow();
            }
        }
        if (angle.leadingSign() < 0) {
            var opposite = atomic(angle.negate());
            return new Pair(opposite.sine().negate(), opposite.cosine());
        }
        return new Pair(
                Polynomial.of(PowerProduct.of(atoms.of(Kind.SIN, angle))),
                Polynomial.of(PowerProduct.of(atoms.of(Kind.COS, angle))));
    }

    /** Half, a quarter, … of an angle between −π/2 and π/2, whose half has a positive cosine. */
    private Optional<Pair> part(Pair whole, Rational factor) {
        var pieces = factor.denominator();
        if (!factor.numerator().equals(BigInteger.ONE) || pieces.bitCount() != 1 || pieces.bitLength() > 4) {
            return Optional.empty();
        }
        var part = whole;
        for (var i = 1; i < pieces.bitLength(); i++) {
            var twice = Polynomial.ONE.plus(part.cosine());
            var cosine = ring.power(twice.times(Rational.of(1, 2)), Rational.of(1, 2));
            part = new Pair(ring.multiply(part.sine(), ring.power(cosine.times(Rational.of(2)), -1)), cosine);
        }
        return Optional.of(part);
    }

    /** The sides of the right triangle whose angle is arcsin u or arctan u. */
    private Optional<Pair> ofInverse(PowerProduct angle) {
        if (atoms.kind(angle.atom(0)) != Kind.CALL || !angle.exponent(0).isOne()) {
            return Optional.empty();
        }
        var call = (Atoms.Call) atoms.content(angle.atom(0));
        var u = call.arguments().get(0);
        var square = ring.multiply(u, u);
        var half = Rational.of(1, 2);
        if (call.function() == Function.ARCSIN) {
            return Optional.of(new Pair(u, ring.power(Polynomial.ONE.minus(square), half)));
        }
        if (call.function() == Function.ARCTAN) {
            var cosine = ring.power(Polynomial.ONE.plus(square), half.negate());
            return Optional.of(new Pair(ring.multiply(u, cosine), cosine));
        }
        return Optional.empty();
    }

    private Pair multiple(PowerProduct monomial, Rational factor) {
        if (factor.numerator().bitLength() > 30 || factor.denominator().bitLength() > 8) {
            return atomic(Polynomial.of(factor, monomial));
        }
        var denominator = factor.denominator().longValueExact();
        var unit = units.getOrDefault(monomial, 1L);
        if (unit % denominator != 0) {
            var common = unit / gcd(unit, denominator) * denominator;
            if (common > 64) {
                return atomic(Polynomial.of(factor, monomial));
            }
            unitsChanged |= units.containsKey(monomial);
            unit = common;
        }
        units.put(monomial, unit);
        var times = factor.numerator().longValueExact() * (unit / denominator);
        if (Math.abs(times) > MAX_MULTIPLE) {
            return atomic(Polynomial.of(factor, monomial));
        }
        var one = atomic(Polynomial.of(Rational.of(Long.signum(times), unit), monomial));
        var sum = Pair.ZERO;
        for (var i = 0; i < Math.abs(times); i++) {
            sum = add(sum, one);
        }
        return sum;
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    private Pair ofPi(Rational factor, PowerProduct pi) {
        if (factor.isZero()) {
            return Pair.ZERO;
        }
        var twelfths = factor.times(Rational.of(12));
        if (!twelfths.isInteger()) {
            return ofOtherPi(factor, pi);
        }
        var count =
                twelfths.numerator().mod(java.math.BigInteger.valueOf(TWELFTHS)).intValue();
        if (twelfthsOfPi.isEmpty()) {
            var quarter = Rational.of(1, 4);
            var two = root(2).times(quarter);
            var six = root(6).times(quarter);
            twelfthsOfPi.add(Pair.ZERO);
            twelfthsOfPi.add(new Pair(six.minus(two), six.plus(two)));
        }
        while (twelfthsOfPi.size() <= count) {
            twelfthsOfPi.add(add(twelfthsOfPi.get(twelfthsOfPi.size() - 1), twelfthsOfPi.get(1)));
        }
        return twelfthsOfPi.get(count);
    }

    private Polynomial root(long value) {
        return ring.power(Polynomial.of(Rational.of(value)), Rational.of(1, 2));
    }

    /** Brought into the first eighth of the circle, so that equal values have equal atoms. */
    private Pair ofOtherPi(Rational factor, PowerProduct pi) {
        var quarters = factor.times(Rational.of(2));
        var rounded = quarters.plus(Rational.of(1, 2));
        var turns = Rational.of(rounded.numerator()
                .subtract(rounded.numerator().mod(rounded.denominator()))
                .divide(rounded.denominator()));
        var rest = atomic(Polynomial.of(factor.minus(turns.times(Rational.of(1, 2))), pi));
        var phase = turns.numerator().and(java.math.BigInteger.valueOf(3)).intValue();
        return switch (phase) {
            case 0 -> rest;
            case 1 -> new Pair(rest.cosine(), rest.sine().negate());
            case 2 -> new Pair(rest.sine().negate(), rest.cosine().negate());
            default -> new Pair(rest.cosine().negate(), rest.sine());
        };
    }

    private Pair add(Pair a, Pair b) {
        return new Pair(
                ring.multiply(a.sine(), b.cosine()).plus(ring.multiply(a.cosine(), b.sine())),
                ring.multiply(a.cosine(), b.cosine()).minus(ring.multiply(a.sine(), b.sine())));
    }
}
