package org.nabla.math.tidy;

import java.util.Map;
import org.nabla.math.Domain;
import org.nabla.math.Expression;

/**
 * Writes an expression as a person would: {@code x^2 - y}, never {@code 1*x^2 + -1*y}.
 *
 * <p>Numbers are exact and in lowest terms, like terms and like bases are collected, polynomials stand by falling degree,
 * roots of numbers are reduced and rationalised, elementary values are known ({@code sin(pi/6)} is 1/2). The value is kept
 * wherever the expression was defined. It may be defined on more: a common factor is cancelled ({@code x*y/x} is y) and
 * {@code e^(ln x)} is x, but sums are not divided: {@code (x^2 - 1)/(x - 1)} stays. Products of sums are multiplied out only where
 * terms cancel. A tidy expression stays as it is.
 */
public final class Tidy {

    /** Beyond this many nodes nobody reads the result, and it stays as it is. */
    private static final int LARGEST = 5_000;

    private static final Normaliser REAL = new Normaliser(new KnownSigns(Map.of()));

    private Tidy() {}

    public static Expression tidy(Expression e) {
        return tidy(e, REAL);
    }

    /** The same where letters are known to be positive: √(x²) is x, not |x|. */
    public static Expression tidy(Expression e, Map<String, Domain> domains) {
        return tidy(e, normaliser(domains));
    }

    public static Normaliser normaliser(Map<String, Domain> domains) {
        return domains.isEmpty() ? REAL : new Normaliser(new KnownSigns(domains));
    }

    private static Expression tidy(Expression e, Normaliser normaliser) {
        return e.size() > LARGEST ? e : normaliser.tidy(e);
    }
}
