package org.nabla.math.equivalence;

import java.time.Duration;
import java.util.Map;
import org.nabla.math.Cas;
import org.nabla.math.Deadline;
import org.nabla.math.Domain;
import org.nabla.math.Expression;

/**
 * Decides whether two scalar expressions are the same function on the declared domains, in a cascade that tries the cheap
 * first: the same program after normalisation, refutation at sample points, the canonical form, high precision, the algebra
 * system. UNKNOWN does not mean different.
 *
 * <p>The natural domain of the key counts: the response must agree wherever the key is defined, and be defined there but for
 * single points. The same input gets the same relationship on every run; only where the budget ends is UNKNOWN possible.
 */
public final class EquivalenceChecker {

    private final Cas cas;
    private final Duration budget;

    /**
     * @param cas asked for a proof where nothing cheaper decides
     * @param budget the most time that one comparison may take
     */
    public EquivalenceChecker(Cas cas, Duration budget) {
        this.cas = cas;
        this.budget = budget;
    }

    /** Compares two scalars; a letter without a declared domain stands for any real number. */
    public Equivalence compare(Expression response, Expression key, Map<String, Domain> variables) {
        return compare(response, key, variables, budget);
    }

    /** Compares within the usual budget or what the caller has left, whichever is less. */
    public Equivalence compare(Expression response, Expression key, Map<String, Domain> variables, Duration left) {
        var most = left.compareTo(budget) < 0 ? left : budget;
        return new Comparison(response, key, variables, new Deadline(most), cas).decide();
    }
}
