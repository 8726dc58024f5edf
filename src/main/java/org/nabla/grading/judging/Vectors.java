package org.nabla.grading.judging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Matrix;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Expression.Tuple;
import org.nabla.math.Function;
import org.nabla.math.PartialVisitor;

/**
 * The entries of a vector that was written in one of many ways: in brackets, with unit vectors, as a column, and as sums and
 * multiples of these such as {@code (1, 2) + t(3, 4)} or {@code 1/5 <3, 4>}.
 */
public final class Vectors {

    private static final List<String> UNITS = List.of("i", "j", "k");

    private final boolean units;

    /** @param units whether i, j and k are the unit vectors */
    public Vectors(boolean units) {
        this.units = units;
    }

    /** @param size how many entries a vector of unit vectors has; brackets say it themselves */
    public Optional<List<Expression>> entries(Expression e, int size) {
        return e.accept(new Written(size));
    }

    /** The entries by the way in which the vector was written. */
    private final class Written implements PartialVisitor<Optional<List<Expression>>> {
        private final int size;

        Written(int size) {
            this.size = size;
        }

        @Override
        public Optional<List<Expression>> tuple(Tuple tuple) {
            return tuple.entries().stream().allMatch(Trees::isScalar) ? Optional.of(tuple.entries()) : Optional.empty();
        }

        @Override
        public Optional<List<Expression>> matrix(Matrix matrix) {
            return line(matrix);
        }

        @Override
        public Optional<List<Expression>> symbol(Symbol symbol) {
            return unit(symbol.name(), size);
        }

        @Override
        public Optional<List<Expression>> negation(Negation negation) {
            return entries(negation.argument(), size)
                    .map(v -> v.stream().map(Vectors::negated).toList());
        }

        @Override
        public Optional<List<Expression>> sum(Sum sum) {
            return Vectors.this.sum(sum.terms(), size);
        }

        @Override
        public Optional<List<Expression>> product(Product product) {
            return multiple(product.factors(), size);
        }

        @Override
        public Optional<List<Expression>> quotient(Quotient quotient) {
            return entries(quotient.numerator(), size)
                    .filter(v -> Trees.isScalar(quotient.denominator()))
                    .map(v -> v.stream()
                            .map(entry -> Trees.isZero(entry) ? entry : divided(entry, quotient.denominator()))
                            .toList());
        }

        @Override
        public Optional<List<Expression>> call(Call call) {
            return Vectors.this.call(call, size);
        }

        @Override
        public Optional<List<Expression>> otherwise(Expression e) {
            return Optional.empty();
        }
    }

    boolean isVector(Expression e) {
        return entries(e, UNITS.size()).isPresent();
    }

    private Optional<List<Expression>> call(Call call, int size) {
        if (call.function() == Function.TRANSPOSE) {
            return entries(call.arguments().get(0), size);
        }
        if (call.function() != Function.CROSS) {
            return Optional.empty();
        }
        var u = entries(call.arguments().get(0), 3).filter(v -> v.size() == 3);
        var v = entries(call.arguments().get(1), 3).filter(w -> w.size() == 3);
        return u.isEmpty() || v.isEmpty() ? Optional.empty() : Optional.of(cross(u.get(), v.get()));
    }

    public static List<Expression> cross(List<Expression> u, List<Expression> v) {
        return List.of(minor(u, v, 1, 2), minor(u, v, 2, 0), minor(u, v, 0, 1));
    }

    static Expression minor(List<Expression> u, List<Expression> v, int i, int j) {
        return Trees.minus(Trees.times(u.get(i), v.get(j)), Trees.times(u.get(j), v.get(i)));
    }

    public static Expression dot(List<Expression> u, List<Expression> v) {
        return Trees.plus(Trees.map2(u, v, Trees::times));
    }

    private static Optional<List<Expression>> line(Matrix matrix) {
        var rows = matrix.rows();
        if (rows.size() == 1) {
            return Optional.of(rows.get(0));
        }
        return rows.stream().allMatch(row -> row.size() == 1)
                ? Optional.of(rows.stream().map(row -> row.get(0)).toList())
                : Optional.empty();
    }

    private Optional<List<Expression>> unit(String name, int size) {
        var index = UNITS.indexOf(name);
        if (!units || index < 0 || index >= size) {
            return Optional.empty();
        }
        var entries = new ArrayList<Expression>();
        for (var i = 0; i < size; i++) {
            entries.add(i == index ? Trees.ONE : Trees.ZERO);
        }
        return Optional.of(List.copyOf(entries));
    }

    private Optional<List<Expression>> sum(List<Expression> terms, int size) {
        List<List<Expression>> columns = new ArrayList<>();
        for (var term : terms) {
            var entries = entries(term, size);
            if (entries.isEmpty()
                    || !columns.isEmpty()
                            && entries.get().size() != columns.get(0).size()) {
                return Optional.empty();
            }
            columns.add(entries.get());
        }
        var total = new ArrayList<Expression>();
        for (var i = 0; i < columns.get(0).size(); i++) {
            var index = i;
            total.add(
                    Trees.plus(columns.stream().map(column -> column.get(index)).toList()));
        }
        return Optional.of(List.copyOf(total));
    }

    private Optional<List<Expression>> multiple(List<Expression> factors, int size) {
        Optional<List<Expression>> vector = Optional.empty();
        var scale = Trees.ONE;
        for (var factor : factors) {
            var entries = entries(factor, size);
            if (entries.isEmpty()) {
                if (!Trees.isScalar(factor)) {
                    return Optional.empty();
                }
                scale = Trees.times(scale, factor);
            } else if (vector.isPresent()) {
                return Optional.empty();
            } else {
                vector = entries;
            }
        }
        var by = scale;
        return vector.map(v -> v.stream().map(entry -> Trees.times(by, entry)).toList());
    }

    private static Expression negated(Expression e) {
        return Trees.isZero(e) ? e : e instanceof Negation negation ? negation.argument() : new Negation(e);
    }

    private static Expression divided(Expression e, Expression by) {
        return new Quotient(e, by);
    }
}
