package org.nabla.math.canonical;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nabla.math.Function;

/** The atoms of one comparison: what is not broken up further, each with a number, and with its sign where that is known. */
final class Atoms {

    /** What an atom is, and of which type its content is. */
    enum Kind {
        /** A name. */
        VARIABLE,
        PI,
        /** A prime number, for roots. */
        PRIME,
        /** e to the power of a {@link PowerProduct}. */
        EXP,
        /** A {@link Polynomial} of several terms without common factor, under a root or in a denominator. */
        POLYNOMIAL,
        /** The size of the atom of that number. */
        ABS,
        /** The natural logarithm of the size of the atom of that number. */
        LN,
        /** The sine of a {@link Polynomial}. */
        SIN,
        /** The cosine of a {@link Polynomial}. */
        COS,
        /** A function with a list of {@link Polynomial}. */
        CALL
    }

    /** A function with its arguments, as the content of an atom. */
    record Call(Function function, List<Polynomial> arguments) {}

    /** The content is a record or a value class, equal when it has the same form. */
    record Atom(Kind kind, Object content) {}

    private final List<Atom> atoms = new ArrayList<>();
    private final Map<Atom, Integer> numbers = new HashMap<>();
    private final Map<Integer, Integer> signs = new HashMap<>();
    private final Map<Integer, Integer> signsOfNumbers = new HashMap<>();

    int of(Kind kind, Object content) {
        var atom = new Atom(kind, content);
        var known = numbers.get(atom);
        if (known != null) {
            return known;
        }
        if (atoms.size() >= 400) {
            throw new TooLargeException("atoms");
        }
        atoms.add(atom);
        numbers.put(atom, atoms.size() - 1);
        return atoms.size() - 1;
    }

    Kind kind(int number) {
        return atoms.get(number).kind();
    }

    Object content(int number) {
        return atoms.get(number).content();
    }

    Polynomial polynomial(int number) {
        return (Polynomial) content(number);
    }

    /** Known from a declared domain, or because the expressions have no value otherwise. */
    void assume(int number, int sign) {
        signs.putIfAbsent(number, sign);
    }

    /** How many signs are known by {@link #assume}. */
    int assumptions() {
        return signs.size();
    }

    /** 1 or −1 where the atom has that sign wherever the expressions are defined, 0 where it is not known. */
    int sign(int number) {
        var known = signs.get(number);
        if (known != null) {
            return known;
        }
        return switch (kind(number)) {
            case PI, PRIME, EXP, ABS -> 1;
            case POLYNOMIAL -> isPositive(polynomial(number)) ? 1 : signOfNumber(number);
            case LN, SIN, COS, CALL -> signOfNumber(number);
            case VARIABLE -> 0;
        };
    }

    /** By its value, where it contains no letter. */
    private int signOfNumber(int number) {
        var known = signsOfNumbers.get(number);
        if (known == null) {
            known = new AtomNumbers(this).sign(number);
            signsOfNumbers.put(number, known);
        }
        return known;
    }

    /** Whether every term is plainly nonnegative. */
    private boolean isPositive(Polynomial p) {
        return p.terms().entrySet().stream().allMatch(term -> term.getValue().signum() > 0 && sign(term.getKey()) > 0);
    }

    /** The sign of a product; 0 where it is not known. */
    int sign(PowerProduct m) {
        var sign = 1;
        for (var i = 0; i < m.size(); i++) {
            var exponent = m.exponent(i);
            var isSquare = !exponent.numerator().testBit(0);
            var isRoot = !exponent.denominator().testBit(0);
            sign *= isSquare || isRoot ? 1 : sign(m.atom(i));
        }
        return sign;
    }
}
