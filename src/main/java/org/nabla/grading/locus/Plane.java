package org.nabla.grading.locus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Context;
import org.nabla.grading.judging.Figures;
import org.nabla.grading.judging.Judgement;
import org.nabla.grading.judging.Remark;
import org.nabla.grading.judging.Trees;
import org.nabla.grading.judging.Vectors;
import org.nabla.grading.locus.Locus.Equations;
import org.nabla.grading.locus.Locus.Path;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Substitution;
import org.nabla.math.calculus.Derivative;
import org.nabla.math.calculus.UndifferentiableException;

/** A plane in space, by the function that vanishes on it. */
record Plane(Context context, Expression zero) implements LocusKind.Figure {

    static Optional<Plane> of(Context context, Locus key) {
        return key.either(path -> of(context, path), equations -> of(context, equations));
    }

    private static Optional<Plane> of(Context context, Equations equations) {
        var zero = equations.zero().get(0);
        return equations.zero().size() == 1
                ? Line.gradient(zero, context.names()).map(normal -> new Plane(context, zero))
                : Optional.empty();
    }

    private static Optional<Plane> of(Context context, Path path) {
        if (path.parameters().size() != 2) {
            return Optional.empty();
        }
        var point = Line.at(path, Trees.ZERO);
        var normal = spans(path).map(spans -> Vectors.cross(spans.get(0), spans.get(1)));
        return normal.map(n -> {
            var position = context.names().stream()
                    .map(name -> (Expression) new Symbol(name))
                    .toList();
            return new Plane(context, Vectors.dot(n, Trees.map2(position, point, Trees::minus)));
        });
    }

    @Override
    public boolean takesValue() {
        return true;
    }

    /** The two directions of a path that is linear in both parameters. */
    private static Optional<List<List<Expression>>> spans(Path path) {
        var spans = new ArrayList<List<Expression>>();
        try {
            for (var parameter : path.parameters()) {
                var span = new ArrayList<Expression>();
                for (var entry : path.entries()) {
                    span.add(Derivative.of(entry, parameter));
                }
                if (!span.stream().allMatch(Comparer::isNumber)) {
                    return Optional.empty();
                }
                spans.add(span);
            }
        } catch (UndifferentiableException noDerivative) {
            return Optional.empty();
        }
        return Optional.of(spans);
    }

    @Override
    public Judgement judge(Locus response, Comparer comparer) {
        return response.either(path -> path(path, comparer), equations -> equations(equations.zero(), comparer));
    }

    private Judgement equations(List<Expression> equations, Comparer comparer) {
        return equations.size() > 1
                ? Judgement.wrong("line", "Two equations in space are a line, or less: a plane has one.")
                : new EquationKind(context, zero).judge(equations.get(0), comparer);
    }

    @Override
    public Optional<Remark> diagnose(Locus response, Comparer comparer) {
        return response.either(
                path -> Optional.empty(),
                equations -> new EquationKind(context, zero)
                        .diagnose(equations.zero().get(0), comparer, () -> true));
    }

    private Judgement path(Path path, Comparer comparer) {
        var put = new HashMap<String, Expression>();
        for (var i = 0; i < context.names().size(); i++) {
            put.put(context.names().get(i), path.entries().get(i));
        }
        var height = Substitution.replace(zero, put);
        var on = Figures.judgement(comparer.exact(height, Trees.ZERO, LocusKind.reals(List.of(height))));
        if (!on.isCorrect()) {
            return on;
        }
        if (path.parameters().size() < 2) {
            return Judgement.wrong("parameters", "With one parameter this is a line: a plane has two.");
        }
        var spans = spans(path);
        if (spans.isEmpty()) {
            return Judgement.undecided();
        }
        var independent = Vectors.cross(spans.get().get(0), spans.get().get(1)).stream()
                .anyMatch(entry -> comparer.different(entry, Trees.ZERO, Map.of()));
        return independent
                ? on
                : Judgement.wrong("parallel", "The two directions are parallel: together they span only a line.");
    }
}
