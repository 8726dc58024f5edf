package org.nabla.grading.locus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.nabla.grading.judging.Formulas.Misfit;
import org.nabla.grading.judging.Trees;
import org.nabla.grading.judging.Types;
import org.nabla.grading.judging.Vectors;
import org.nabla.grading.realset.RealSet;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Expression.And;
import org.nabla.math.Expression.Listing;
import org.nabla.math.Expression.Relation;
import org.nabla.math.Expression.Sign;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Substitution;

/** A set of points as it was typed: as a path with its parameters, or as equations in the coordinates. */
public sealed interface Locus {

    /** What follows from it, in whichever way it is given. */
    <T> T either(Function<Path, T> path, Function<Equations, T> equations);

    /**
     * @param range where the parameter runs; empty where nothing is said
     */
    record Path(List<Expression> entries, List<String> parameters, Optional<RealSet.Piece> range) implements Locus {
        @Override
        public <T> T either(Function<Path, T> path, Function<Equations, T> equations) {
            return path.apply(this);
        }
    }

    /** @param zero what vanishes: left side minus right side of each equation */
    record Equations(List<Expression> zero) implements Locus {
        @Override
        public <T> T either(Function<Path, T> path, Function<Equations, T> equations) {
            return equations.apply(this);
        }
    }

    /** @throws Misfit if the tree is neither */
    static Locus of(Expression tree, List<String> coordinates) {
        return new Reader(coordinates).read(tree);
    }

    /** Tells the parts of a typed locus from each other. */
    final class Reader {

        private final List<String> coordinates;
        private final Vectors vectors = new Vectors(true);
        private final List<Expression> conditions = new ArrayList<>();
        private final List<Relation> equations = new ArrayList<>();
        private Optional<List<Expression>> path = Optional.empty();

        private Reader(List<String> coordinates) {
            this.coordinates = coordinates;
        }

        private Locus read(Expression tree) {
            collect(tree);
            if (path.isEmpty()) {
                path = byName();
            }
            if (path.isPresent()) {
                return path(path.get());
            }
            if (!conditions.isEmpty()) {
                return graph().orElseThrow(() -> new Misfit(asked()));
            }
            if (equations.isEmpty()) {
                throw new Misfit(asked());
            }
            var zero = new ArrayList<Expression>();
            for (var equation : equations) {
                for (var i = 0; i + 1 < equation.sides().size(); i++) {
                    zero.add(Trees.minus(
                            Types.scalar(equation.sides().get(i), "A value"),
                            Types.scalar(equation.sides().get(i + 1), "A value")));
                }
            }
            return new Equations(List.copyOf(zero));
        }

        private String asked() {
            return "Type a parametrization such as "
                    + (coordinates.size() == 2 ? "(1, 2) + t(3, 4)" : "(1, 2, 3) + t(4, 5, 6)") + ", or equations in "
                    + String.join(", ", coordinates) + ".";
        }

        private void collect(Expression e) {
            if (e instanceof Listing || e instanceof And) {
                e.children().forEach(this::collect);
            } else if (e instanceof Relation relation) {
                relation(relation);
            } else if (e != Expression.Word.ALL_REALS) { // t ∈ ℝ says nothing
                var entries = vectors.entries(e, coordinates.size());
                if (entries.isEmpty() || path.isPresent()) {
                    throw new Misfit(asked());
                }
                path = entries;
            }
        }

        private void relation(Relation relation) {
            if (!relation.signs().stream().allMatch(sign -> sign == Sign.EQUAL)) {
                conditions.add(relation);
                return;
            }
            // r(t) = (…) and (x, y, z) = (…): the left side says nothing.
            var last = relation.sides().get(relation.sides().size() - 1);
            var entries = vectors.entries(last, coordinates.size());
            if (entries.isPresent() && path.isEmpty()) {
                path = entries;
            } else {
                equations.add(relation);
            }
        }

        /** {@code x = 1 + t, y = 2t, z = 3}: each coordinate once, by what is no coordinate. */
        private Optional<List<Expression>> byName() {
            var found = new LinkedHashMap<String, Expression>();
            for (var equation : equations) {
                if (equation.sides().size() == 2
                        && equation.sides().get(0) instanceof Symbol left
                        && coordinates.contains(left.name())
                        && Trees.isScalar(equation.sides().get(1))
                        && Trees.symbols(equation.sides().get(1)).stream().noneMatch(coordinates::contains)) {
                    found.put(left.name(), equation.sides().get(1));
                }
            }
            return found.size() == coordinates.size() && equations.size() == found.size()
                    ? Optional.of(coordinates.stream().map(found::get).toList())
                    : Optional.empty();
        }

        /** {@code y = 2x, 0 <= x <= 1}: one coordinate runs, and the conditions say where. */
        private Optional<Locus> graph() {
            if (equations.size() != coordinates.size() - 1) {
                return Optional.empty();
            }
            for (var running : coordinates) {
                var values = new LinkedHashMap<String, Expression>();
                for (var equation : equations) {
                    if (equation.sides().size() == 2
                            && equation.sides().get(0) instanceof Symbol left
                            && !left.name().equals(running)
                            && coordinates.contains(left.name())
                            && Trees.isScalar(equation.sides().get(1))
                            && Set.of(running)
                                    .containsAll(Trees.symbols(equation.sides().get(1)))) {
                        values.put(left.name(), equation.sides().get(1));
                    }
                }
                if (values.size() == equations.size()) {
                    var pieces = RealSet.of(Substitution.replace(new And(conditions), values), running, Domain.REAL)
                            .pieces();
                    values.put(running, new Symbol(running));
                    return pieces.size() == 1
                            ? Optional.of(new Path(
                                    coordinates.stream().map(values::get).toList(),
                                    List.of(running),
                                    Optional.of(pieces.get(0))))
                            : Optional.empty();
                }
            }
            return Optional.empty();
        }

        private Locus path(List<Expression> entries) {
            if (entries.size() != coordinates.size()) {
                throw new Misfit(
                        "There are " + entries.size() + " entries, but " + coordinates.size() + " coordinates.");
            }
            var parameters = entries.stream()
                    .flatMap(entry -> Trees.symbols(entry).stream())
                    .distinct()
                    .sorted()
                    .toList();
            Optional<RealSet.Piece> range = Optional.empty();
            if (!conditions.isEmpty() && parameters.size() == 1) {
                var pieces = RealSet.of(new And(conditions), parameters.get(0), Domain.REAL)
                        .pieces();
                range = pieces.stream().findFirst();
            }
            if (!conditions.isEmpty() && range.isEmpty()) {
                throw new Misfit("The conditions do not say where the parameter runs.");
            }
            return new Path(entries, parameters, range);
        }
    }
}
