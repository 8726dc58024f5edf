package org.nabla.math.canonical;

import java.util.Arrays;
import org.nabla.math.Rational;

/**
 * A product of atoms with exponents that are fractions of longs, the atoms in rising order and no exponent zero. What the
 * atoms are, {@link Atoms} knows.
 */
final class PowerProduct implements Comparable<PowerProduct> {

    static final PowerProduct ONE = new PowerProduct(new int[0], new long[0], new long[0]);

    private final int[] atoms;
    private final long[] numerators;
    private final long[] denominators;
    private final int hash;

    private PowerProduct(int[] atoms, long[] numerators, long[] denominators) {
        this.atoms = atoms;
        this.numerators = numerators;
        this.denominators = denominators;
        hash = Arrays.hashCode(atoms) * 961 + Arrays.hashCode(numerators) * 31 + Arrays.hashCode(denominators);
    }

    static PowerProduct of(int atom) {
        return new PowerProduct(new int[] {atom}, new long[] {1}, new long[] {1});
    }

    /** @throws TooLargeException if the exponent is no fraction of longs */
    static PowerProduct of(int atom, Rational exponent) {
        return of(atom).power(exponent);
    }

    int size() {
        return atoms.length;
    }

    boolean isOne() {
        return atoms.length == 0;
    }

    int atom(int index) {
        return atoms[index];
    }

    Rational exponent(int index) {
        return Rational.of(numerators[index], denominators[index]);
    }

    /** The largest whole number that is not above the exponent. */
    long floor(int index) {
        return Math.floorDiv(numerators[index], denominators[index]);
    }

    boolean isWhole(int index) {
        return denominators[index] == 1;
    }

    /** Zero where the atom is missing. */
    Rational exponentOf(int atom) {
        var index = Arrays.binarySearch(atoms, atom);
        return index < 0 ? Rational.ZERO : exponent(index);
    }

    PowerProduct times(PowerProduct other) {
        if (isOne()) {
            return other;
        }
        if (other.isOne()) {
            return this;
        }
        var a = new int[atoms.length + other.atoms.length];
        var n = new long[a.length];
        var d = new long[a.length];
        var count = 0;
        var i = 0;
        var j = 0;
        while (i < atoms.length || j < other.atoms.length) {
            var order =
                    i == atoms.length ? 1 : j == other.atoms.length ? -1 : Integer.compare(atoms[i], other.atoms[j]);
            if (order < 0) {
                a[count] = atoms[i];
                n[count] = numerators[i];
                d[count++] = denominators[i++];
            } else if (order > 0) {
                a[count] = other.atoms[j];
                n[count] = other.numerators[j];
                d[count++] = other.denominators[j++];
            } else {
                a[count] = atoms[i];
                add(n, d, count, numerators[i], denominators[i], other.numerators[j], other.denominators[j]);
                count += n[count] == 0 ? 0 : 1;
                i++;
                j++;
            }
        }
        return new PowerProduct(Arrays.copyOf(a, count), Arrays.copyOf(n, count), Arrays.copyOf(d, count));
    }

    private static void add(long[] n, long[] d, int at, long p, long q, long r, long s) {
        if (q == 1 && s == 1) {
            n[at] = Math.addExact(p, r);
            d[at] = 1;
            return;
        }
        var numerator = Math.addExact(Math.multiplyExact(p, s), Math.multiplyExact(r, q));
        var denominator = Math.multiplyExact(q, s);
        var divisor = gcd(Math.abs(numerator), denominator);
        n[at] = numerator / divisor;
        d[at] = denominator / divisor;
    }

    private static long gcd(long a, long b) {
        while (b != 0) {
            var rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    /** @throws TooLargeException if an exponent leaves the longs */
    PowerProduct power(Rational exponent) {
        if (exponent.isZero() || isOne()) {
            return ONE;
        }
        if (exponent.isOne()) {
            return this;
        }
        var n = new long[atoms.length];
        var d = new long[atoms.length];
        for (var i = 0; i < atoms.length; i++) {
            var product = exponent(i).times(exponent);
            if (product.numerator().bitLength() > 40 || product.denominator().bitLength() > 30) {
                throw new TooLargeException("exponent");
            }
            n[i] = product.numerator().longValueExact();
            d[i] = product.denominator().longValueExact();
        }
        return new PowerProduct(atoms, n, d);
    }

    /** This without the atom at the index. */
    PowerProduct without(int index) {
        var a = new int[atoms.length - 1];
        var n = new long[a.length];
        var d = new long[a.length];
        for (var i = 0; i < a.length; i++) {
            var from = i < index ? i : i + 1;
            a[i] = atoms[from];
            n[i] = numerators[from];
            d[i] = denominators[from];
        }
        return new PowerProduct(a, n, d);
    }

    @Override
    public int compareTo(PowerProduct other) {
        for (var i = 0; i < Math.min(atoms.length, other.atoms.length); i++) {
            if (atoms[i] != other.atoms[i]) {
                return Integer.compare(other.atoms[i], atoms[i]);
            }
            var order = exponent(i).compareTo(other.exponent(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(atoms.length, other.atoms.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PowerProduct m
                && hash == m.hash
                && Arrays.equals(atoms, m.atoms)
                && Arrays.equals(numerators, m.numerators)
                && Arrays.equals(denominators, m.denominators);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
