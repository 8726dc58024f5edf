package org.nabla.math.formula;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.nabla.math.CalculusException;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Tuple;
import org.nabla.math.Rationals;
import org.nabla.math.Substitution;
import org.nabla.math.calculus.Derivative;
import org.nabla.math.calculus.UndifferentiableException;
import org.nabla.math.exact.LinearAlgebra;
import org.nabla.math.exact.Scalars;
import org.nabla.math.tidy.Normaliser;
import org.nabla.math.writing.TextWriter;

/** Gradient, Jacobian, Hessian, divergence, curl, Laplacian and Taylor polynomials, by definition. */
final class FieldOperators {

    private static final int LARGEST_DEGREE = 12;

    private final Normaliser normaliser;
    private final Map<String, Domain> domains;

    FieldOperators(Normaliser normaliser, Map<String, Domain> domains) {
        this.normaliser = normaliser;
        this.domains = domains;
    }

    Expression partial(Expression f, String letter) {
        try {
            return Derivative.of(f, letter, domains);
        } catch (UndifferentiableException e) {
            throw new CalculusException("This has no derivative by %s: %s.".formatted(letter, TextWriter.write(f)));
        }
    }

    Expression gradient(Expression f, List<String> letters) {
        return LinearAlgebra.vector(
                letters.stream().map(letter -> partial(f, letter)).toList());
    }

    Expression jacobian(List<Expression> components, List<String> letters) {
        return LinearAlgebra.matrix(
                components.size(), letters.size(), (i, j) -> partial(components.get(i), letters.get(j)));
    }

    Expression hessian(Expression f, List<String> letters) {
        var gradient = letters.stream().map(letter -> partial(f, letter)).toList();
        return jacobian(gradient, letters);
    }

    Expression divergence(List<Expression> field, List<String> letters) {
        requireSameSize(field, letters);
        return Scalars.sum(IntStream.range(0, field.size())
                .mapToObj(i -> partial(field.get(i), letters.get(i)))
                .toList());
    }

    /** In the plane the scalar Q_x − P_y, in space the vector. */
    Expression curl(List<Expression> field, List<String> letters) {
        requireSameSize(field, letters);
        if (field.size() == 2) {
            return rotation(field, letters, 0, 1);
        } else if (field.size() == 3) {
            return LinearAlgebra.vector(IntStream.range(0, 3)
                    .mapToObj(i -> rotation(field, letters, (i + 1) % 3, (i + 2) % 3))
                    .toList());
        }
        throw new CalculusException("A curl needs a field of two or three components.");
    }

    private Expression rotation(List<Expression> field, List<String> letters, int i, int j) {
        return Scalars.minus(partial(field.get(j), letters.get(i)), partial(field.get(i), letters.get(j)));
    }

    Expression laplacian(Expression f, List<String> letters) {
        if (f instanceof Tuple) {
            return f.map(component -> laplacian(component, letters));
        }
        return Scalars.sum(letters.stream()
                .map(letter -> partial(partial(f, letter), letter))
                .toList());
    }

    private static void requireSameSize(List<Expression> field, List<String> letters) {
        if (field.size() != letters.size()) {
            throw new CalculusException(
                    "A field of %d components over %d letters.".formatted(field.size(), letters.size()));
        }
    }

    /** The sum over all partial derivatives up to the degree, divided by factorials, times powers of the distances. */
    Expression taylor(Expression f, List<String> letters, List<Expression> centre, int degree) {
        if (degree < 0 || degree > LARGEST_DEGREE || centre.size() != letters.size()) {
            throw new CalculusException(
                    "A Taylor polynomial needs a point with an entry for each letter, and a degree of 0 to "
                            + LARGEST_DEGREE + ".");
        }
        var point = new HashMap<String, Expression>();
        IntStream.range(0, letters.size()).forEach(i -> point.put(letters.get(i), centre.get(i)));
        var distances = IntStream.range(0, letters.size())
                .mapToObj(i -> normaliser.sum(
                        List.of(new Expression.Symbol(letters.get(i)), normaliser.negate(centre.get(i)))))
                .toList();
        var terms = new ArrayList<Term>();
        collect(terms, f, new Step(letters, point, distances, 0, degree, degree, Rationals.write(1)));
        java.util.Collections.reverse(terms);
        var written = terms.stream()
                .filter(term -> !Scalars.isZero(term.value()))
                .sorted(java.util.Comparator.comparingInt(Term::degree))
                .map(Term::value)
                .toList();
        return written.isEmpty()
                ? Rationals.write(0)
                : written.size() == 1 ? written.get(0) : new Expression.Sum(written);
    }

    /** A term of the polynomial; they stay apart and rise in degree, as one writes such a polynomial. */
    private record Term(int degree, Expression value) {}

    private record Step(
            List<String> letters,
            Map<String, Expression> point,
            List<Expression> distances,
            int letter,
            int degreeLeft,
            int total,
            Expression factor) {}

    /** Goes through the letters in order, so that each mixed derivative occurs once. */
    private void collect(List<Term> terms, Expression derivative, Step at) {
        if (at.letter() == at.letters().size()) {
            var value = normaliser.tidy(Substitution.replace(derivative, at.point()));
            var negative = Normaliser.isNegative(value);
            var term = normaliser.product(List.of(negative ? normaliser.negate(value) : value, at.factor()));
            terms.add(new Term(at.total() - at.degreeLeft(), negative ? new Expression.Negation(term) : term));
            return;
        }
        var current = derivative;
        var factor = at.factor();
        for (var k = 0; k <= at.degreeLeft(); k++) {
            collect(
                    terms,
                    current,
                    new Step(
                            at.letters(),
                            at.point(),
                            at.distances(),
                            at.letter() + 1,
                            at.degreeLeft() - k,
                            at.total(),
                            factor));
            if (k < at.degreeLeft()) {
                current = partial(current, at.letters().get(at.letter()));
                factor = normaliser.quotient(
                        normaliser.product(List.of(factor, at.distances().get(at.letter()))), Rationals.write(k + 1));
            }
        }
    }
}
