package org.nabla.math.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Function;
import org.nabla.math.Rational;
import org.nabla.math.Rationals;
import org.nabla.math.tidy.Expansion;
import org.nabla.math.tidy.Tidy;
import org.nabla.math.value.Evaluator;

/**
 * A polynomial in one letter with rational coefficients.
 *
 * <p>Those of Hipparchus have coefficients in doubles, so that no root is exact. Those of JAS are exact, but belong to the
 * algebra system, whose gcds cannot be interrupted and which runs in processes of its own for that reason; this is also
 * used where there is none.
 *
 * @param coefficients that of the letter to the power of i at place i; the last is not 0, none for the polynomial 0
 */
public record UnivariatePolynomial(List<Rational> coefficients) {

    private static final int HIGHEST_DEGREE = 40;
    private static final int MOST_CANDIDATES = 4_000;

    public UnivariatePolynomial {
        var shortened = new ArrayList<>(coefficients);
        while (!shortened.isEmpty() && shortened.get(shortened.size() - 1).isZero()) {
            shortened.remove(shortened.size() - 1);
        }
        coefficients = List.copyOf(shortened);
    }

    /** The expression as a polynomial, empty where it is none, or has another letter or an irrational coefficient. */
    public static Optional<UnivariatePolynomial> of(Expression e, String letter) {
        var normaliser = Tidy.normaliser(java.util.Map.of());
        var symbol = new Symbol(letter);
        var coefficients = new ArrayList<>(Collections.nCopies(HIGHEST_DEGREE + 1, Rational.ZERO));
        for (var term : normaliser.monomials(new Expansion(normaliser).expand(Tidy.tidy(e)))) {
            var degree = term.degree(symbol);
            if (!term.without(symbol).isNumber()
                    || !degree.isInteger()
                    || degree.signum() < 0
                    || degree.compareTo(Rational.of(HIGHEST_DEGREE)) > 0) {
                return Optional.empty();
            }
            var i = degree.numerator().intValueExact();
            coefficients.set(i, coefficients.get(i).plus(term.coefficient()));
        }
        return Optional.of(new UnivariatePolynomial(coefficients));
    }

    public int degree() {
        return coefficients.size() - 1;
    }

    public Rational coefficient(int i) {
        return i < coefficients.size() ? coefficients.get(i) : Rational.ZERO;
    }

    public Rational at(Rational x) {
        var value = Rational.ZERO;
        for (var i = degree(); i >= 0; i--) {
            value = value.times(x).plus(coefficients.get(i));
        }
        return value;
    }

    /** Divided by (x − root), the remainder dropped. */
    public UnivariatePolynomial without(Rational root) {
        var quotient = new ArrayList<Rational>();
        var carried = Rational.ZERO;
        for (var i = degree(); i > 0; i--) {
            carried = carried.times(root).plus(coefficients.get(i));
            quotient.add(0, carried);
        }
        return new UnivariatePolynomial(quotient);
    }

    public record Division(UnivariatePolynomial quotient, UnivariatePolynomial remainder) {}

    public Division dividedBy(UnivariatePolynomial divisor) {
        var quotient =
                new ArrayList<>(Collections.nCopies(Math.max(0, degree() - divisor.degree() + 1), Rational.ZERO));
        var rest = this;
        while (rest.degree() >= divisor.degree()) {
            var i = rest.degree() - divisor.degree();
            var factor = rest.coefficient(rest.degree()).dividedBy(divisor.coefficient(divisor.degree()));
            quotient.set(i, factor);
            var shifted = new ArrayList<>(Collections.nCopies(i, Rational.ZERO));
            shifted.addAll(divisor.times(factor).coefficients());
            rest = rest.minus(new UnivariatePolynomial(shifted));
        }
        return new Division(new UnivariatePolynomial(quotient), rest);
    }

    public UnivariatePolynomial times(Rational factor) {
        return new UnivariatePolynomial(
                coefficients.stream().map(c -> c.times(factor)).toList());
    }

    public UnivariatePolynomial minus(UnivariatePolynomial other) {
        var difference = new ArrayList<Rational>();
        for (var i = 0; i <= Math.max(degree(), other.degree()); i++) {
            difference.add(coefficient(i).minus(other.coefficient(i)));
        }
        return new UnivariatePolynomial(difference);
    }

    public UnivariatePolynomial derivative() {
        var derivative = new ArrayList<Rational>();
        for (var i = 1; i <= degree(); i++) {
            derivative.add(coefficient(i).times(Rational.of(i)));
        }
        return new UnivariatePolynomial(derivative);
    }

    public Expression write(Symbol letter) {
        var terms = new ArrayList<Expression>();
        for (var i = degree(); i >= 0; i--) {
            terms.add(new Expression.Product(
                    List.of(Rationals.write(coefficient(i)), new Expression.Power(letter, Rationals.write(i)))));
        }
        return Tidy.tidy(new Expression.Sum(terms));
    }

    /** All real roots with their multiplicity, in order; empty where one has no form with square roots that we find. */
    public Optional<List<Expression>> realRoots() {
        var roots = new ArrayList<Expression>();
        var rest = this;
        while (rest.degree() > 2) {
            var root = rest.rationalRoot();
            if (root.isEmpty() && rest.countOfRealRoots() == 0) {
                return Optional.of(sorted(roots));
            } else if (root.isEmpty()) {
                var squares = rest.rootsOfSquares();
                squares.ifPresent(roots::addAll);
                return squares.map(all -> sorted(roots));
            }
            roots.add(Rationals.write(root.get()));
            rest = rest.without(root.get());
        }
        roots.addAll(rest.rootsOfQuadratic());
        return Optional.of(sorted(roots));
    }

    /** How many different real roots there are, by Sturm's chain. */
    int countOfRealRoots() {
        var chain = new ArrayList<UnivariatePolynomial>();
        chain.add(this);
        var next = derivative();
        while (next.degree() >= 0) {
            chain.add(next);
            next = chain.get(chain.size() - 2).dividedBy(next).remainder().times(Rational.MINUS_ONE);
        }
        return changes(chain, -1) - changes(chain, 1);
    }

    /** The changes of sign along the chain far out on one side. */
    private static int changes(List<UnivariatePolynomial> chain, int side) {
        var changes = 0;
        var last = 0;
        for (var p : chain) {
            var sign = p.coefficient(p.degree()).signum() * (p.degree() % 2 == 1 ? side : 1);
            changes += last * sign < 0 ? 1 : 0;
            last = sign;
        }
        return changes;
    }

    static List<Expression> sorted(List<Expression> numbers) {
        return numbers.stream()
                .sorted(java.util.Comparator.comparingDouble(
                        e -> Evaluator.of(e, List.of()).at()))
                .toList();
    }

    public Optional<Rational> rationalRoot() {
        if (degree() < 1) {
            return Optional.empty();
        }
        if (coefficient(0).isZero()) {
            return Optional.of(Rational.ZERO);
        }
        var common = coefficients.stream()
                .map(Rational::denominator)
                .reduce(BigInteger.ONE, (a, b) -> a.multiply(b).divide(a.gcd(b)));
        var first = coefficient(0).times(Rational.of(common)).numerator().abs();
        var last = coefficient(degree()).times(Rational.of(common)).numerator().abs();
        var candidates = new TreeSet<Rational>();
        for (var p : divisors(first)) {
            for (var q : divisors(last)) {
                candidates.add(new Rational(p, q));
                if (candidates.size() > MOST_CANDIDATES) {
                    return Optional.empty();
                }
            }
        }
        return candidates.stream()
                .flatMap(c -> java.util.stream.Stream.of(c, c.negate()))
                .filter(c -> at(c).isZero())
                .findFirst();
    }

    private static List<BigInteger> divisors(BigInteger n) {
        var divisors = List.of(BigInteger.ONE);
        for (var factor : Rationals.factors(n).entrySet()) {
            var more = new ArrayList<BigInteger>();
            for (var divisor : divisors) {
                for (var k = 0; k <= factor.getValue() && more.size() <= MOST_CANDIDATES; k++) {
                    more.add(divisor.multiply(factor.getKey().pow(k)));
                }
            }
            divisors = more;
        }
        return divisors;
    }

    private List<Expression> rootsOfQuadratic() {
        if (degree() < 1) {
            return List.of();
        } else if (degree() == 1) {
            return List.of(
                    Rationals.write(coefficient(0).dividedBy(coefficient(1)).negate()));
        }
        var a = coefficient(2);
        var b = coefficient(1);
        var discriminant = b.times(b).minus(Rational.of(4).times(a).times(coefficient(0)));
        if (discriminant.signum() < 0) {
            return List.of();
        }
        var middle = b.negate().dividedBy(Rational.of(2).times(a));
        var radical = new Expression.Call(
                Function.SQRT,
                Rationals.write(discriminant.dividedBy(Rational.of(4).times(a).times(a))));
        return List.of(
                Tidy.tidy(new Expression.Sum(List.of(Rationals.write(middle), new Expression.Negation(radical)))),
                Tidy.tidy(new Expression.Sum(List.of(Rationals.write(middle), radical))));
    }

    /** The roots of a x⁴ + b x² + c and of a xⁿ + c. */
    private Optional<List<Expression>> rootsOfSquares() {
        var terms = coefficients.stream().filter(c -> !c.isZero()).count();
        if (degree() == 4 && coefficient(1).isZero() && coefficient(3).isZero()) {
            var squares = new UnivariatePolynomial(List.of(coefficient(0), coefficient(2), coefficient(4)))
                    .rootsOfQuadratic();
            var roots = new ArrayList<Expression>();
            for (var square : squares) {
                if (Evaluator.of(square, List.of()).at() > 0) {
                    var root = Tidy.tidy(new Expression.Call(Function.SQRT, square));
                    roots.add(root);
                    roots.add(Tidy.tidy(new Expression.Negation(root)));
                }
            }
            return Optional.of(roots);
        } else if (terms == 2 && !coefficient(0).isZero()) {
            var power = coefficient(0).dividedBy(coefficient(degree())).negate();
            var root = Tidy.tidy(
                    new Expression.Call(Function.ROOT, Rationals.write(power.abs()), Rationals.write(degree())));
            if (degree() % 2 == 1) {
                return Optional.of(List.of(power.signum() < 0 ? Tidy.tidy(new Expression.Negation(root)) : root));
            }
            return Optional.of(
                    power.signum() < 0 ? List.of() : List.of(Tidy.tidy(new Expression.Negation(root)), root));
        }
        return Optional.empty();
    }
}
