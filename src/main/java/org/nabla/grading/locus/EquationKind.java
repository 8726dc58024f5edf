package org.nabla.grading.locus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.nabla.grading.Verdict;
import org.nabla.grading.diagnosis.Probes;
import org.nabla.grading.diagnosis.Ratio;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Context;
import org.nabla.grading.judging.Formulas;
import org.nabla.grading.judging.Intake;
import org.nabla.grading.judging.Judgement;
import org.nabla.grading.judging.KeyRefused;
import org.nabla.grading.judging.Kind;
import org.nabla.grading.judging.Remark;
import org.nabla.grading.judging.Trees;
import org.nabla.grading.realset.Vanishing;
import org.nabla.grading.realset.Zeros;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Relation;
import org.nabla.math.Expression.Sign;
import org.nabla.math.Substitution;
import org.nabla.math.value.Evaluator;

/**
 * {@code equation}: the same solution set, in any arrangement and with any factor. A constant factor is proved; otherwise
 * the solution sets are compared at points of each, and agreement is {@code SAMPLED}.
 *
 * @param key left side minus right side
 */
public record EquationKind(Context context, Expression key) implements Kind<Expression> {

    private static final int FEW = 3;
    /** Further out rounding hides what vanishes. */
    private static final double FARTHEST = 1e5;

    public static EquationKind of(Context context, String field, String value) {
        return new EquationKind(
                context,
                difference(context.formula(field, value))
                        .filter(f -> !Comparer.isNumber(f))
                        .orElseThrow(() -> new KeyRefused(field, "An equation is needed here, such as x + 2y = 4.")));
    }

    static Optional<Expression> difference(Expression tree) {
        return tree instanceof Relation relation
                        && relation.signs().equals(List.of(Sign.EQUAL))
                        && relation.sides().stream().allMatch(Trees::isScalar)
                ? Optional.of(
                        Trees.minus(relation.sides().get(0), relation.sides().get(1)))
                : Optional.empty();
    }

    @Override
    public Intake<Expression> read(String typed) {
        return Formulas.read(
                typed,
                typed,
                context.vocabulary(),
                tree -> difference(FreeNames.settled(tree, context.names()))
                        .orElseThrow(() ->
                                new Formulas.Misfit("An equation is asked: write two sides with = between them, in "
                                        + String.join(", ", context.names()) + ".")));
    }

    @Override
    public Judgement judge(Expression response, Comparer comparer) {
        if (comparer.same(response, Trees.ZERO, context.domains())) {
            return Judgement.wrong("always", "This is true for all values: it says nothing.");
        }
        if (Comparer.isNumber(response)) {
            return Judgement.wrong("never", "This is never true.");
        }
        return multiple(response, comparer).orElseGet(() -> compareSets(response));
    }

    /** Whether the two are multiples of each other by a number: then they have the same solutions for certain. */
    private Optional<Judgement> multiple(Expression response, Comparer comparer) {
        var names = context.names();
        var f = Evaluator.of(key, names);
        var g = Evaluator.of(response, names);
        for (var point : grid()) {
            var left = g.at(point);
            var right = f.at(point);
            if (Double.isFinite(left) && Double.isFinite(right) && left != 0 && right != 0) {
                var exact = new java.util.HashMap<String, Expression>();
                for (var i = 0; i < point.length; i++) {
                    exact.put(names.get(i), Trees.number((long) point[i]));
                }
                var found = comparer.exact(
                        Trees.times(Substitution.replace(key, exact), response),
                        Trees.times(Substitution.replace(response, exact), key),
                        context.domains());
                return switch (found.relationship()) {
                    case SAME -> Optional.of(Judgement.correct(Comparer.decided(found)));
                    case DIFFERENT, UNKNOWN -> Optional.empty();
                };
            }
        }
        return Optional.empty();
    }

    /** Small whole points of the declared domains. */
    private List<double[]> grid() {
        var zeros = new Zeros(context.domains());
        var points = new ArrayList<double[]>();
        var count = context.names().size();
        var each = count <= 2 ? new int[] {0, 1, -1, 2, -2, 3, -3, 4, 5} : new int[] {0, 1, -1, 2, 3};
        var total = Math.min(1000, (int) Math.pow(each.length, count));
        for (var n = 0; n < total; n++) {
            var point = new double[count];
            var rest = n;
            for (var i = 0; i < count; i++) {
                point[i] = each[rest % each.length];
                rest /= each.length;
            }
            if (zeros.inDomain(point)) {
                points.add(point);
            }
        }
        return points;
    }

    /**
     * Points of a solution set that are in another one too: on lines near the axes and far out, and what Newton's method finds around
     * others. Line by line, and only until one is not: where the sets differ, mostly the first shows it.
     *
     * @return empty where one is not
     */
    private Optional<List<double[]>> shared(Expression zero, List<double[]> others, Vanishing other) {
        var zeros = new Zeros(context.domains());
        var found = new ArrayList<double[]>();
        var shared = new ArrayList<double[]>();
        var sources = List.<Supplier<Stream<List<double[]>>>>of(
                () -> zeros.lines(zero),
                () -> zeros.wideLines(zero),
                () -> Stream.of(
                        new CommonPoints(List.of(zero), context.domains()).around(others.isEmpty() ? found : others)));
        for (var source : sources) {
            for (var some = source.get().iterator(); some.hasNext(); ) {
                var more = some.next();
                found.addAll(more);
                var near = more.stream().filter(EquationKind::isNear).toList();
                if (!near.stream().allMatch(other::at)) {
                    return Optional.empty();
                }
                shared.addAll(near);
            }
        }
        return Optional.of(shared);
    }

    private static boolean isNear(double[] point) {
        return Arrays.stream(point).allMatch(c -> Math.abs(c) <= FARTHEST);
    }

    private Judgement compareSets(Expression response) {
        var f = new Vanishing(key, context.names());
        var g = new Vanishing(response, context.names());
        var ofKey = shared(key, List.of(), g);
        var ofResponse = ofKey.flatMap(points -> shared(response, points, f));
        if (ofKey.isEmpty() || ofResponse.isEmpty()) {
            return Judgement.wrong();
        }
        for (var point : grid()) {
            if (f.at(point) != g.at(point)) {
                return Judgement.wrong();
            }
        }
        return ofKey.get().size() + ofResponse.get().size() >= (context.names().size() == 1 ? 1 : FEW)
                ? Judgement.correct(Verdict.Decided.SAMPLED)
                : Judgement.undecided();
    }

    @Override
    public Optional<Remark> diagnose(Expression response, Comparer comparer) {
        return diagnose(
                response, comparer, () -> Line.gradient(key, context.names()).isPresent());
    }

    /** @param linear whether the key is the equation of a line or plane */
    Optional<Remark> diagnose(Expression response, Comparer comparer, BooleanSupplier linear) {
        var probes = new Probes(context.domains());
        var left = steps(probes.values(response));
        var right = steps(probes.values(key));
        if (Ratio.constant(left, right).isPresent()) {
            return Optional.of(new Remark(
                    "shift",
                    linear.getAsBoolean()
                            ? "It has the right direction, but does not pass through the right point."
                            : "Only a number is wrong: look at the terms without variables."));
        }
        var names = context.names();
        for (var i = 0; i < names.size(); i++) {
            for (var j = i + 1; j < names.size(); j++) {
                var exchanged = Substitution.replace(key, Trees.exchange(names.get(i), names.get(j)));
                if (new EquationKind(context, exchanged)
                        .multiple(response, comparer)
                        .isPresent()) {
                    return Optional.of(new Remark(
                            "swapped", "It looks as if " + names.get(i) + " and " + names.get(j) + " were exchanged."));
                }
            }
        }
        return Optional.empty();
    }

    private static double[] steps(double[] values) {
        var steps = new double[values.length - 1];
        for (var i = 0; i < steps.length; i++) {
            steps[i] = values[i + 1] - values[i];
        }
        return steps;
    }
}
