package org.nabla.grading.locus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.nabla.grading.judging.Newton;
import org.nabla.grading.realset.Zeros;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.calculus.UndifferentiableException;

/** Points at which equations hold together, wherever a curve or surface lies: near given points, and at growing distances. */
final class CommonPoints {

    private static final long SEED = 0x6e61626c61L;
    private static final double[] REACH = {0.3, 3, 12, 40};
    private static final int EACH = 24;

    private final List<Expression> zero;
    private final Map<String, Domain> domains;

    CommonPoints(List<Expression> zero, Map<String, Domain> domains) {
        this.zero = zero;
        this.domains = domains;
    }

    /** Found from starts around some of the points, or around the origin where there are none. */
    List<double[]> around(List<double[]> centres) {
        var names = List.copyOf(domains.keySet());
        var found = new ArrayList<double[]>();
        try {
            var newton = new Newton(zero, names);
            var inDomain = new Zeros(domains);
            var random = new SplittableRandom(SEED);
            for (var reach : REACH) {
                for (var i = 0; i < EACH; i++) {
                    var start = centres.isEmpty()
                            ? new double[names.size()]
                            : centres.get(random.nextInt(centres.size())).clone();
                    for (var axis = 0; axis < start.length; axis++) {
                        start[axis] += reach * (2 * random.nextDouble() - 1);
                    }
                    newton.from(start, new boolean[start.length])
                            .filter(inDomain::inDomain)
                            .ifPresent(found::add);
                }
            }
        } catch (UndifferentiableException noDerivative) {
            return List.of();
        }
        return found;
    }
}
