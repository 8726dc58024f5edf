package org.nabla.grading.locus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.nabla.grading.judging.Comparer;
import org.nabla.grading.judging.Context;
import org.nabla.grading.judging.Judgement;
import org.nabla.grading.locus.Locus.Equations;
import org.nabla.grading.locus.Locus.Path;
import org.nabla.grading.realset.RealSet;
import org.nabla.grading.realset.Vanishing;
import org.nabla.grading.realset.Zeros;
import org.nabla.math.Expression;

/** A curve in the plane that the key gives by its equation. */
record Contour(Context context, Expression zero, Optional<RealSet.Piece> range) implements LocusKind.Figure {

    /** A parametrisation is not expected to be followed further than that. */
    private static final double FARTHEST = 50;

    @Override
    public Judgement judge(Locus response, Comparer comparer) {
        return response.either(this::path, equations -> equations(equations, comparer));
    }

    private Judgement equations(Equations equations, Comparer comparer) {
        return equations.zero().size() == 1
                ? new EquationKind(context, zero).judge(equations.zero().get(0), comparer)
                : Judgement.wrong("points", "Two equations in the plane are single points.");
    }

    private Judgement path(Path path) {
        if (path.parameters().size() > 1) {
            return Judgement.wrong("parameters", "A curve has one parameter.");
        }
        var given = new SampledPath(
                path.entries(), path.parameters().get(0), path.range().or(() -> range));
        var on = new Vanishing(zero, context.names());
        var toCover = new ArrayList<>(new Zeros(context.domains()).of(zero));
        toCover.addAll(new CommonPoints(List.of(zero), context.domains()).around(toCover));
        toCover.removeIf(point -> Arrays.stream(point).anyMatch(c -> Math.abs(c) > FARTHEST));
        return Curve.compare(given, on::at, toCover);
    }
}
