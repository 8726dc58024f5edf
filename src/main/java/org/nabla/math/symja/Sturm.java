package org.nabla.math.symja;

import java.util.ArrayList;
import java.util.List;
import org.nabla.math.Rational;

/**
 * How many distinct real roots a polynomial has, by Sturm's theorem.
 *
 * @see <a href="https://encyclopediaofmath.org/wiki/Sturm_theorem">Sturm's theorem</a>
 */
final class Sturm {
    private Sturm() {}

    /**
     * The number of distinct real roots.
     *
     * @param coefficients lowest first, the last not zero
     */
    static int countRealRoots(List<Rational> coefficients) {
        var chain = new ArrayList<List<Rational>>();
        chain.add(coefficients);
        chain.add(derivative(coefficients));
        while (chain.get(chain.size() - 1).size() > 1) {
            var rest = remainder(chain.get(chain.size() - 2), chain.get(chain.size() - 1));
            if (rest.isEmpty()) {
                break;
            }
            chain.add(rest.stream().map(Rational::negate).toList());
        }
        return changes(chain, -1) - changes(chain, 1);
    }

    private static List<Rational> derivative(List<Rational> p) {
        var result = new ArrayList<Rational>();
        for (int i = 1; i < p.size(); i++) {
            result.add(p.get(i).times(Rational.of(i)));
        }
        return result;
    }

    private static List<Rational> remainder(List<Rational> p, List<Rational> q) {
        var rest = new ArrayList<>(p);
        var lead = q.get(q.size() - 1);
        while (rest.size() >= q.size()) {
            var factor = rest.get(rest.size() - 1).dividedBy(lead);
            var shift = rest.size() - q.size();
            for (int i = 0; i < q.size(); i++) {
                rest.set(shift + i, rest.get(shift + i).minus(factor.times(q.get(i))));
            }
            while (!rest.isEmpty() && rest.get(rest.size() - 1).isZero()) {
                rest.remove(rest.size() - 1);
            }
        }
        return rest;
    }

    /** How often the sign changes along the chain at plus or minus infinity. */
    private static int changes(List<List<Rational>> chain, int side) {
        int changes = 0;
        int before = 0;
        for (var p : chain) {
            var sign = p.get(p.size() - 1).signum() * (side < 0 && p.size() % 2 == 0 ? -1 : 1);
            if (before != 0 && sign != before) {
                changes++;
            }
            before = sign;
        }
        return changes;
    }
}
