package org.nabla.grading.value;

import java.util.List;
import org.nabla.grading.judging.Newton;
import org.nabla.grading.judging.Rounded;
import org.nabla.math.Expression;
import org.nabla.math.calculus.UndifferentiableException;

/**
 * The numbers for which decimals stand that nearly satisfy equations: the next point at which all equations hold. It is what
 * was meant where each of its coordinates, rounded or cut to the digits typed, is the one typed; coordinates without a decimal
 * point are held fast.
 */
final class NearbySolution {

    private final Newton newton;

    /**
     * @param zero what vanishes
     * @param names the coordinates
     * @throws UndifferentiableException if an equation has no derivative
     */
    NearbySolution(List<Expression> zero, List<String> names) {
        newton = new Newton(zero, names);
    }

    /** Whether all equations are linear: then decimals of few digits that satisfy them are not hard to find. */
    boolean isLinear() {
        return newton.isLinear();
    }

    boolean isMeantBy(List<Rounded> typed) {
        var start = typed.stream()
                .mapToDouble(r -> r.low().add(r.high()).doubleValue() / 2)
                .toArray();
        var fixed = new boolean[typed.size()];
        for (var i = 0; i < fixed.length; i++) {
            fixed[i] = typed.get(i).isExact();
        }
        return newton.from(start, fixed)
                .filter(point -> {
                    for (var i = 0; i < point.length; i++) {
                        if (!fixed[i] && !typed.get(i).contains(point[i])) {
                            return false;
                        }
                    }
                    return true;
                })
                .isPresent();
    }
}
