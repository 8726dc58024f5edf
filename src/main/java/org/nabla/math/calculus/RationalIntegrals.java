package org.nabla.math.calculus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Function;
import org.nabla.math.Rational;
import org.nabla.math.Rationals;
import org.nabla.math.exact.UnivariatePolynomial;
import org.nabla.math.tidy.Normaliser;
import org.nabla.math.tidy.Tidy;

/** Antiderivatives of p/q with rational coefficients, where q has at most one quadratic factor beside different linear ones. */
final class RationalIntegrals {

    private static final int HIGHEST_DEGREE = 8;

    private final Normaliser normaliser;
    private final Symbol x;
    private final List<Expression> terms = new ArrayList<>();

    private RationalIntegrals(Map<String, Domain> domains, String letter) {
        this.normaliser = Tidy.normaliser(domains);
        this.x = new Symbol(letter);
    }

    static Optional<Expression> of(Expression f, String letter, Map<String, Domain> domains) {
        if (!(f instanceof Expression.Quotient quotient)) {
            return Optional.empty();
        }
        var above = UnivariatePolynomial.of(quotient.numerator(), letter);
        var below = UnivariatePolynomial.of(quotient.denominator(), letter);
        return above.isEmpty()
                        || below.isEmpty()
                        || below.get().degree() > HIGHEST_DEGREE
                        || below.get().degree() < 1
                ? Optional.empty()
                : new RationalIntegrals(domains, letter).integrate(above.get(), below.get());
    }

    private Optional<Expression> integrate(UnivariatePolynomial above, UnivariatePolynomial below) {
        var division = above.dividedBy(below);
        polynomial(division.quotient());
        var rest = division.remainder();
        var roots = new ArrayList<Rational>();
        var quadratic = below;
        for (var root = quadratic.rationalRoot();
                quadratic.degree() > 0 && root.isPresent();
                root = quadratic.degree() > 0 ? quadratic.rationalRoot() : Optional.empty()) {
            if (roots.contains(root.get())) {
                return Optional.empty();
            }
            roots.add(root.get());
            quadratic = quadratic.without(root.get());
        }
        if (quadratic.degree() > 2) {
            return Optional.empty();
        }
        var left = rest;
        for (var root : roots) {
            // the residue: p(r)/q'(r)
            var residue = rest.at(root).dividedBy(below.derivative().at(root));
            var distance = normaliser.sum(List.of(x, Rationals.write(root.negate())));
            terms.add(normaliser.product(
                    List.of(Rationals.write(residue), normaliser.call(Function.LN, normaliser.abs(distance)))));
            left = left.minus(below.without(root).times(residue));
        }
        if (quadratic.degree() == 2) {
            for (var root : roots) {
                left = left.without(root);
            }
            overQuadratic(left, quadratic);
        }
        return Optional.of(normaliser.sum(terms));
    }

    private void polynomial(UnivariatePolynomial p) {
        for (var i = 0; i <= p.degree(); i++) {
            terms.add(normaliser.product(List.of(
                    Rationals.write(p.coefficient(i).dividedBy(Rational.of(i + 1))),
                    normaliser.power(x, Rationals.write(i + 1)))));
        }
    }

    /** (m x + n)/(a x² + b x + c) without rational roots of the denominator. */
    private void overQuadratic(UnivariatePolynomial linear, UnivariatePolynomial q) {
        var a = q.coefficient(2);
        var b = q.coefficient(1);
        var half = linear.coefficient(1).dividedBy(Rational.of(2).times(a));
        var rest = linear.coefficient(0).minus(half.times(b));
        var discriminant = Rational.of(4).times(a).times(q.coefficient(0)).minus(b.times(b));
        var written = q.write(x);
        if (!half.isZero()) {
            var argument = discriminant.signum() > 0 && a.signum() > 0 ? written : normaliser.abs(written);
            terms.add(normaliser.product(List.of(Rationals.write(half), normaliser.call(Function.LN, argument))));
        }
        if (rest.isZero()) {
            return;
        }
        var root = normaliser.call(Function.SQRT, Rationals.write(discriminant.abs()));
        var slope = normaliser.sum(List.of(
                normaliser.product(List.of(Rationals.write(Rational.of(2).times(a)), x)), Rationals.write(b)));
        var factor = normaliser.quotient(Rationals.write(rest), root);
        if (discriminant.signum() > 0) {
            terms.add(normaliser.product(List.of(
                    Rationals.write(2), factor, normaliser.call(Function.ARCTAN, normaliser.quotient(slope, root)))));
        } else {
            var ratio = normaliser.quotient(
                    normaliser.sum(List.of(slope, normaliser.negate(root))), normaliser.sum(List.of(slope, root)));
            terms.add(normaliser.product(List.of(factor, normaliser.call(Function.LN, normaliser.abs(ratio)))));
        }
    }
}
