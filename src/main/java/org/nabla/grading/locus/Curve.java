package org.nabla.grading.locus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nabla.grading.Outcome;
import org.nabla.grading.Verdict;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Context;
import org.nabla.grading.judging.Figures;
import org.nabla.grading.judging.Judgement;
import org.nabla.grading.judging.Trees;
import org.nabla.grading.locus.Locus.Path;
import org.nabla.grading.realset.RealSet;
import org.nabla.grading.realset.Vanishing;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Substitution;

/**
 * A curve that the key gives by a parameter. Two paths are compared numerically, point by point in both directions: what
 * agrees is {@code SAMPLED}.
 */
record Curve(Context context, Path key, Optional<RealSet.Piece> range) implements LocusKind.Figure {

    private static final int SAMPLES = 60;

    @Override
    public Judgement judge(Locus response, Comparer comparer) {
        var asked = new SampledPath(key.entries(), key.parameters().get(0), range);
        return response.either(path -> path(path, asked, comparer), equations -> equations(equations.zero(), asked));
    }

    private Judgement path(Path path, SampledPath asked, Comparer comparer) {
        if (path.parameters().size() > 1) {
            return Judgement.wrong("parameters", "A curve has one parameter.");
        }
        var exactly = range.isEmpty() ? asGraph(path, comparer) : Optional.<Judgement>empty();
        if (exactly.isPresent()) {
            return exactly.get();
        }
        var given = new SampledPath(
                path.entries(), path.parameters().get(0), path.range().or(() -> range));
        var toCover = new ArrayList<>(asked.samples(SAMPLES));
        toCover.addAll(asked.beyond(given.ends()));
        return compare(given, asked::passes, toCover);
    }

    /** A whole curve of which a coordinate is its own parameter, as (t, t²): what that is in the other path is known. */
    private Optional<Judgement> asGraph(Path path, Comparer comparer) {
        var parameter = key.parameters().get(0);
        for (var i = 0; i < key.entries().size(); i++) {
            var slope = Line.gradient(key.entries().get(i), List.of(parameter));
            if (slope.isPresent() && path.entries().size() == key.entries().size()) {
                var start = Substitution.replace(key.entries().get(i), Line.origin(List.of(parameter)));
                var time = new Quotient(
                        Trees.minus(path.entries().get(i), start), slope.get().get(0));
                var there = Line.at(key, time);
                var domains = LocusKind.reals(path.entries());
                var judgements = new ArrayList<Judgement>();
                for (var j = 0; j < there.size(); j++) {
                    judgements.add(
                            Figures.judgement(comparer.exact(path.entries().get(j), there.get(j), domains)));
                }
                var on = Figures.all(judgements);
                if (on.outcome() == Outcome.WRONG) {
                    return Optional.empty(); // a single point is said to be one
                }
                return !on.isCorrect()
                                || Coverage.ofLine(time, path.parameters().get(0), path.range())
                        ? Optional.of(on)
                        : Optional.of(Judgement.wrong("part", "This lies on the curve, but does not cover all of it."));
            }
        }
        return Optional.empty();
    }

    /** Shared with curves that are given by an equation. */
    static Judgement compare(SampledPath given, java.util.function.Predicate<double[]> on, List<double[]> toCover) {
        var samples = given.samples(SAMPLES);
        if (samples.isEmpty()) {
            return Judgement.wrong("undefined", "This has no points: where is it defined?");
        }
        if (given.isOnePoint()) {
            return Judgement.wrong("point", "This is a single point, not a curve.");
        }
        if (!samples.stream().allMatch(on)) {
            return Judgement.wrong("curve", "Not all points of this are on the curve.");
        }
        if (!toCover.stream().allMatch(given::passes)) {
            return Judgement.wrong("part", "This lies on the curve, but does not cover all of it.");
        }
        return Judgement.correct(Verdict.Decided.SAMPLED);
    }

    private Judgement equations(List<org.nabla.math.Expression> zero, SampledPath asked) {
        var vanishing =
                zero.stream().map(f -> new Vanishing(f, context.names())).toList();
        if (!asked.samples(SAMPLES).stream().allMatch(p -> vanishing.stream().allMatch(f -> f.at(p)))) {
            return Judgement.wrong("curve", "Not all points of the curve satisfy this.");
        }
        if (zero.size() != context.names().size() - 1) {
            return zero.size() < context.names().size()
                    ? Judgement.wrong("more", "This contains the curve, and more points.")
                    : Judgement.undecided();
        }
        var solutions = new CommonPoints(zero, context.domains()).around(asked.samples(SAMPLES));
        if (solutions.isEmpty()) {
            return Judgement.undecided();
        }
        var more = solutions.stream().anyMatch(point -> !asked.passes(point));
        return more
                ? Judgement.wrong("more", "This contains the curve, and more points.")
                : Judgement.correct(Verdict.Decided.SAMPLED);
    }
}
