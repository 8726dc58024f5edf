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
import org.nabla.math.Interruption;
import org.nabla.math.Rational;
import org.nabla.math.Rationals;
import org.nabla.math.Substitution;
import org.nabla.math.Traversal;
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
        if (e instanceof Call call && call.function() == Function.SUM) {
            return sum(call.arguments());
        } else if (e instanceof Call call && call.function() == Function.PIECEWISE) {
            return piecewise(call);
        }
        Interruption.check();
        var parts = Traversal.mapChildren(e, this::of);
        if (parts instanceof Sum sum && sum.terms().stream().anyMatch(VectorArithmetic::isVectorial)) {
            return sum.terms().stream().reduce(vectors::plus).orElseThrow();
        } else if (parts instanceof Product product
                && product.factors().stream().anyMatch(VectorArithmetic::isVectorial)) {
            return vectors.product(product.factors());
        } else if (parts instanceof Negation n && VectorArithmetic.isVectorial(n.argument())) {
            return vectors.negate(n.argument());
        } else if (parts instanceof Quotient q
                && (VectorArithmetic.isVectorial(q.numerator()) || VectorArithmetic.isVectorial(q.denominator()))) {
            return vectors.over(q.numerator(), q.denominator());
        } else if (parts instanceof Power p && VectorArithmetic.isVectorial(p.base())) {
            return vectors.power(p.base(), p.exponent());
        } else if (parts instanceof Call call) {
            return call(call);
        }
        return normaliser.tidy(parts);
    }

    /** Where numbers decide, only the value that holds is carried out: the others need not exist. */
    private Expression piecewise(Call call) {
        var a = call.arguments();
        for (var i = 0; i + 1 < a.size(); i += 2) {
            var truth = NumberConditions.truth(condition(a.get(i + 1)));
            if (truth.isEmpty()) {
                return normaliser.tidy(Traversal.mapChildren(call, this::of));
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
        return e instanceof Relation || e instanceof Expression.And || e instanceof Expression.Or
                ? Traversal.mapChildren(e, this::condition)
                : of(e);
    }

    private Expression call(Call call) {
        var a = call.arguments();
        if (a.size() == 1 && VectorArithmetic.isVectorial(a.get(0)) && !OF_WHOLES.contains(call.function())) {
            return Traversal.mapChildren(a.get(0), entry -> of(new Call(call.function(), entry)));
        }
        return switch (call.function()) {
            case DIFF -> diff(a);
            case GRADIENT -> fields.gradient(a.get(0), letters(a.get(1)));
            case JACOBIAN -> fields.jacobian(components(a.get(0)), letters(a.get(1)));
            case HESSIAN -> fields.hessian(a.get(0), letters(a.get(1)));
            case DIVERGENCE -> fields.divergence(components(a.get(0)), letters(a.get(1)));
            case CURL -> fields.curl(components(a.get(0)), letters(a.get(1)));
            case LAPLACIAN -> fields.laplacian(a.get(0), letters(a.get(1)));
            case TAYLOR -> fields.taylor(a.get(0), letters(a.get(1)), components(a.get(2)), whole(a.get(3)));
            case AT -> at(a);
            case EXPAND -> entrywise(a.get(0), algebra::expand);
            case FACTOR -> entrywise(a.get(0), algebra::factor);
            case SIMPLIFY -> entrywise(a.get(0), algebra::simplify);
            case INTEGRATE ->
                a.size() == 2
                        ? entrywise(a.get(0), f -> algebra.antiderivative(f, letter(a.get(1))))
                        : entrywise(a.get(0), f -> algebra.integral(f, letter(a.get(1)), a.get(2), a.get(3)));
            case LIMIT -> entrywise(a.get(0), f -> algebra.limit(f, letter(a.get(1)), a.get(2)));
            case SOLVE -> algebra.solve(components(a.get(0)), letters(a.get(1)), a.get(1) instanceof Symbol);
            case ENTRY -> entry(a);
            case LENGTH -> Rationals.write(components(a.get(0)).size());
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
        return VectorArithmetic.isVectorial(e) || e instanceof Braces || e instanceof Listing || e instanceof Relation
                ? Traversal.mapChildren(e, child -> entrywise(child, f))
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
        var point = a.get(1) instanceof Symbol ? List.of(a.get(2)) : components(a.get(2));
        if (letters.size() != point.size()) {
            throw new CalculusException("at(…) got %d letters, but %d values.".formatted(letters.size(), point.size()));
        }
        var values = new HashMap<String, Expression>();
        IntStream.range(0, letters.size()).forEach(i -> values.put(letters.get(i), point.get(i)));
        var value = of(Substitution.replace(a.get(0), values));
        if (Traversal.anyMatch(value, FormulaEvaluation::isUndefined)) {
            throw new CalculusException("There is no value at this point: %s.".formatted(TextWriter.write(value)));
        }
        return value;
    }

    /** Whether the number that is written here does not exist, as with 1/0 or ln(0). */
    private static boolean isUndefined(Expression e) {
        return Normaliser.isScalar(e)
                && !Traversal.hasSymbol(e)
                && !Traversal.anyMatch(e, node -> node == Expression.Constant.INFINITY || node == Expression.Constant.I)
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
        if (terms.stream().anyMatch(VectorArithmetic::isVectorial)) {
            return terms.stream().reduce(vectors::plus).orElseThrow();
        }
        return normaliser.sum(terms);
    }

    private static Expression entry(List<Expression> a) {
        var i = whole(a.get(1));
        if (a.get(0) instanceof Matrix matrix) {
            var row = pick(matrix.rows(), i);
            return a.size() == 3 ? pick(row, whole(a.get(2))) : LinearAlgebra.vector(row);
        }
        var entry = pick(components(a.get(0)), i);
        return a.size() == 3 ? pick(components(entry), whole(a.get(2))) : entry;
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

    /** The entries of a vector, a list or a set, the rows of a matrix, or the expression alone. */
    private static List<Expression> components(Expression e) {
        if (e instanceof Tuple tuple) {
            return tuple.entries();
        } else if (e instanceof Listing listing) {
            return listing.entries();
        } else if (e instanceof Braces braces) {
            return braces.entries();
        } else if (e instanceof Matrix matrix) {
            return matrix.rows().stream().<Expression>map(LinearAlgebra::vector).toList();
        }
        return List.of(e);
    }

    private static List<String> letters(Expression e) {
        return components(e).stream().map(FormulaEvaluation::letter).toList();
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
