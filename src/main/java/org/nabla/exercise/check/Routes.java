package org.nabla.exercise.check;

import java.util.EnumSet;
import java.util.Set;
import org.nabla.exercise.numeric.Numerics;
import org.nabla.math.Expression;
import org.nabla.math.Function;

/** Which functions {@link Numerics} carries out by a route of its own. */
final class Routes {
    private static final Set<Function> NUMERIC = EnumSet.of(
            Function.DIFF,
            Function.INTEGRATE,
            Function.LIMIT,
            Function.GRADIENT,
            Function.JACOBIAN,
            Function.HESSIAN,
            Function.DIVERGENCE,
            Function.CURL,
            Function.LAPLACIAN,
            Function.DET,
            Function.INVERSE,
            Function.SUM);

    private Routes() {}

    static boolean isNumeric(Expression e) {
        return e.anyMatch(part -> NUMERIC.stream().anyMatch(part::isCallOf));
    }
}
