package org.nabla.math.formula;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.nabla.math.CalculusException;
import org.nabla.math.Cas;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Braces;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Decimal;
import org.nabla.math.Expression.Listing;
import org.nabla.math.Expression.Matrix;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Relation;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Expression.Tuple;
import org.nabla.math.Function;
import org.nabla.math.PartialVisitor;
import org.nabla.math.Rational;
import org.nabla.math.Rationals;
import org.nabla.math.StopRequest;
import org.nabla.math.Substitution;
import org.nabla.math.exact.Eigen;
import org.nabla.math.exact.LinearAlgebra;
import org.nabla.math.exact.VectorArithmetic;
import org.nabla.math.tidy.Normaliser;
import org.nabla.math.tidy.NumberConditions;
import org.nabla.math.tidy.Tidy;
import org.nabla.math.value.Evaluator;
import org.nabla.math.writing.TextWriter;

/** The evaluation of one formula, from the inside out. */
final class FormulaEvaluation {

    private static final int MOST_SUMMANDS = 1_000;
    private static final Rational MOST_DIGITS = Rational.of(15);

    /** Functions of a vector or matrix as a whole; all others of one argument go to each entry. */
    private static final Set<Function> OF_WHOLES = Set.of(
            Function.NORM,
            Function.DET,
            Function.TRANSPOSE,
            Function.INVERSE,
            Function.TRACE,
            Function.RANK,
            Function.EIGENVALUES,
            Function.LENGTH);

    private final Normaliser normaliser;
    private final VectorArithmetic vectors;
    private final FieldOperators fields;
    private final VerifiedAlgebra algebra;

    FormulaEvaluation(Cas cas, Duration budget, Map<String, Domain> domains) {
        this.normaliser = Tidy.normaliser(domains);
        this.vectors = new VectorArithmetic(normaliser);
        this.fields = new FieldOperators(normaliser, domains);
        this.algebra = new VerifiedAlgebra(cas, budget, domains);
    }

    Expression of(Expression e) {
        if (e.isCallOf(Function.SUM)) {
            return sum(e.children());
        } else if (e.isCallOf(Function.PIECEWISE)) {
            return piecewise(e);
        }
        StopRequest.heed();
        return e.map(this::of).accept(combined);
    }

    /** Of a node whose children are evaluated: vectors and matrices beside scalars, calls, and all else tidied. */
    private final PartialVisitor<Expression> combined = new PartialVisitor<>() {
        @Override
        public Expression otherwise(Expression e) {
            return normaliser.tidy(e);
        }

        @Override
        public Expression sum(Sum sum) {
            return sum.terms().stream().anyMatch(Expression::isVectorial)
                    ? sum.terms().stream().reduce(vectors::plus).orElseThrow()
                    : otherwise(sum);
        }

        @Override
        public Expression product(Product product) {
            return product.factors().stream().anyMatch(Expression::isVectorial)
                    ? vectors.product(product.factors())
                    : otherwise(product);
        }

        @Override
        public Expression negation(Negation n) {
            return n.argument().isVectorial() ? vectors.negate(n.argument()) : otherwise(n);
        }

        @Override
        public Expression quotient(Quotient q) {
            return q.numerator().isVectorial() || q.denominator().isVectorial()
                    ? vectors.over(q.numerator(), q.denominator())
                    : otherwise(q);
        }

        @Override
        public Expression power(Power p) {
            return p.base().isVectorial() ? vectors.power(p.base(), p.exponent()) : otherwise(p);
        }

        @Override
        public Expression call(Call call) {
            return ofCall(call);
        }
    };

    /** Where numbers decide, only the value that holds is carried out: the others need not exist. */
    private Expression piecewise(Expression call) {
        var a = call.children();
        for (var i = 0; i + 1 < a.size(); i += 2) {
            var truth = NumberConditions.truth(condition(a.get(i + 1)));
            if (truth.isEmpty()) {
                return normaliser.tidy(call.map(this::of));
            } else if (truth.get()) {
                return of(a.get(i));
            }
        }
        if (a.size() % 2 == 0) {
            throw new CalculusException("No condition holds: %s.".formatted(TextWriter.write(call)));
        }
        return of(a.get(a.size() - 1));
    }

    private Expression condition(Expression e) {
        return e.isCondition() ? e.map(this::condition) : of(e);
    }

    private Expression ofCall(Call call) {
        var a = call.arguments();
        if (a.size() == 1 && a.get(0).isVectorial() && !OF_WHOLES.contains(call.function())) {
            return a.get(0).map(entry -> of(new Call(call.function(), entry)));
        }
        return switch (call.function()) {
            case DIFF -> diff(a);
            case GRADIENT -> fields.gradient(a.get(0), letters(a.get(1)));
            case JACOBIAN -> fields.jacobian(a.get(0).components(), letters(a.get(1)));
            case HESSIAN -> fields.hessian(a.get(0), letters(a.get(1)));
            case DIVERGENCE -> fields.divergence(a.get(0).components(), letters(a.get(1)));
            case CURL -> fields.curl(a.get(0).components(), letters(a.get(1)));
            case LAPLACIAN -> fields.laplacian(a.get(0), letters(a.get(1)));
            case TAYLOR -> fields.taylor(a.get(0), letters(a.get(1)), a.get(2).components(), whole(a.get(3)));
            case AT -> at(a);
            case EXPAND -> entrywise(a.get(0), algebra::expand);
            case FACTOR -> entrywise(a.get(0), algebra::factor);
            case SIMPLIFY -> entrywise(a.get(0), algebra::simplify);
            case INTEGRATE ->
                a.size() == 2
                        ? entrywise(a.get(0), f -> algebra.antiderivative(f, letter(a.get(1))))
                        : entrywise(a.get(0), f -> algebra.integral(f, letter(a.get(1)), a.get(2), a.get(3)));
            case LIMIT -> entrywise(a.get(0), f -> algebra.limit(f, letter(a.get(1)), a.get(2)));
            case SOLVE -> algebra.solve(a.get(0).components(), letters(a.get(1)), a.get(1) instanceof Symbol);
            case ENTRY -> entry(a);
            case LENGTH -> Rationals.write(a.get(0).components().size());
            case DECIMAL -> decimal(a.get(0), whole(a.get(1)));
            default -> linear(call);
        };
    }

    private Expression linear(Call call) {
        var a = call.arguments();
        if (a.get(0) instanceof Matrix matrix) {
            return switch (call.function()) {
                case DET -> LinearAlgebra.det(matrix);
                case INVERSE -> LinearAlgebra.inverse(matrix);
                case TRANSPOSE -> LinearAlgebra.transpose(matrix);
                case TRACE -> LinearAlgebra.trace(matrix);
                case RANK -> Rationals.write(LinearAlgebra.rank(matrix));
                case EIGENVALUES -> algebra.eigenvalues(matrix);
                case EIGENVECTORS -> new Braces(new ArrayList<>(Eigen.vectors(matrix, a.get(1))));
                default -> normaliser.tidy(call);
            };
        } else if (a.get(0) instanceof Tuple tuple) {
            return switch (call.function()) {
                case NORM -> vectors.norm(tuple);
                case TRANSPOSE -> new Matrix(List.of(tuple.entries()));
                case DOT -> vectors.dot(tuple, vector(a.get(1)));
                case CROSS -> vectors.cross(tuple, vector(a.get(1)));
                default -> normaliser.tidy(call);
            };
        } else if (call.function().forAuthors()) {
            throw new CalculusException("%s needs another kind of argument: %s."
                    .formatted(call.function().text(), TextWriter.write(call)));
        }
        return normaliser.tidy(call);
    }

    private Expression entrywise(Expression e, java.util.function.UnaryOperator<Expression> f) {
        return e.isVectorial() || e instanceof Braces || e instanceof Listing || e instanceof Relation
                ? e.map(child -> entrywise(child, f))
                : f.apply(e);
    }

    private Expression diff(List<Expression> a) {
        var f = a.get(0);
        var letter = Optional.<String>empty();
        for (var argument : a.subList(1, a.size())) {
            if (argument instanceof Symbol symbol) {
                letter = Optional.of(symbol.name());
                f = fields.partial(f, symbol.name());
            } else {
                var name = letter.orElseThrow(() -> new CalculusException("diff needs a letter before a number."));
                for (var i = 1; i < whole(argument); i++) {
                    f = fields.partial(f, name);
                }
            }
        }
        return f;
    }

    private Expression at(List<Expression> a) {
        var letters = letters(a.get(1));
        var point = a.get(1) instanceof Symbol ? List.of(a.get(2)) : a.get(2).components();
        if (letters.size() != point.size()) {
            throw new CalculusException("at(…) got %d letters, but %d values.".formatted(letters.size(), point.size()));
        }
        var values = new HashMap<String, Expression>();
        IntStream.range(0, letters.size()).forEach(i -> values.put(letters.get(i), point.get(i)));
        var value = of(Substitution.replace(a.get(0), values));
        if (value.anyMatch(FormulaEvaluation::isUndefined)) {
            throw new CalculusException("There is no value at this point: %s.".formatted(TextWriter.write(value)));
        }
        return value;
    }

    /** Whether the number that is written here does not exist, as with 1/0 or ln(0). */
    private static boolean isUndefined(Expression e) {
        return e.isScalar()
                && !e.hasSymbol()
                && !e.anyMatch(node -> node == Expression.Constant.INFINITY || node == Expression.Constant.I)
                && Double.isNaN(Evaluator.of(e, List.of()).at());
    }

    private Expression sum(List<Expression> a) {
        var letter = letter(a.get(1));
        var first = whole(of(a.get(2)));
        var last = whole(of(a.get(3)));
        if ((long) last - first > MOST_SUMMANDS) {
            throw new CalculusException("This sum has more than %d terms.".formatted(MOST_SUMMANDS));
        }
        var terms = new ArrayList<Expression>();
        for (var k = first; k <= last; k++) {
            terms.add(of(Substitution.replace(a.get(0), Map.of(letter, Rationals.write(k)))));
        }
        if (terms.stream().anyMatch(Expression::isVectorial)) {
            return terms.stream().reduce(vectors::plus).orElseThrow();
        }
        return normaliser.sum(terms);
    }

    private static Expression entry(List<Expression> a) {
        var i = whole(a.get(1));
        var entry = pick(a.get(0).components(), i);
        return a.size() == 3 ? pick(entry.components(), whole(a.get(2))) : entry;
    }

    private static <T> T pick(List<T> entries, int i) {
        if (i < 1 || i > entries.size()) {
            throw new CalculusException("There is no entry %d: there are %d.".formatted(i, entries.size()));
        }
        return entries.get(i - 1);
    }

    private Expression decimal(Expression e, int digits) {
        if (digits < 1 || Rational.of(digits).compareTo(MOST_DIGITS) > 0) {
            throw new CalculusException("decimal(…) gives 1 to %s digits.".formatted(MOST_DIGITS));
        }
        return entrywise(e, entry -> {
            var value = Evaluator.of(entry, List.of()).at();
            if (Double.isNaN(value) || Double.isInfinite(value)) {
                throw new CalculusException("%s is no number.".formatted(TextWriter.write(entry)));
            }
            var exact = Rationals.of(entry);
            var rounded = exact.map(r -> new BigDecimal(r.numerator())
                            .divide(new BigDecimal(r.denominator()), new MathContext(digits)))
                    .orElseGet(() -> new BigDecimal(value).round(new MathContext(digits)));
            var written = new Decimal(rounded.abs());
            return rounded.signum() < 0 ? new Negation(written) : written;
        });
    }

    private static Tuple vector(Expression e) {
        if (e instanceof Tuple tuple) {
            return tuple;
        }
        throw new CalculusException("A vector is needed here: %s.".formatted(TextWriter.write(e)));
    }

    private static List<String> letters(Expression e) {
        return e.components().stream().map(FormulaEvaluation::letter).toList();
    }

    private static String letter(Expression e) {
        if (e instanceof Symbol symbol) {
            return symbol.name();
        }
        throw new CalculusException("A letter is needed here: %s.".formatted(TextWriter.write(e)));
    }

    private static int whole(Expression e) {
        return Rationals.of(e)
                .filter(r -> r.isInteger() && r.numerator().bitLength() < 20)
                .map(r -> r.numerator().intValueExact())
                .orElseThrow(() ->
                        new CalculusException("A whole number is needed here: %s.".formatted(TextWriter.write(e))));
    }
}
