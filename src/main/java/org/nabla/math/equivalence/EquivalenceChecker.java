package org.nabla.math.equivalence;

import java.time.Duration;
import java.util.Map;
import org.nabla.math.Cas;
import org.nabla.math.Deadline;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.equivalence.Equivalence.Relationship;

/**
 * Decides whether two scalar expressions are the same function on the declared domains, in a cascade that tries the cheap
 * first: the same program after normalisation, refutation at sample points, the canonical form, high precision, the algebra
 * system. UNKNOWN does not mean different.
 *
 * <p>No verdict rests on one witness: what the canonical form or a proof calls the same must agree at points of the trees as
 * they were typed, and a difference in intervals must not be an agreement in balls. Where two contradict each other the
 * algebra system decides, or nobody.
 *
 * <p>The natural domain of the key counts: the response must agree wherever the key is defined, and be defined there but for
 * single points. The same input gets the same relationship on every run; only where the budget ends is UNKNOWN possible.
 */
public final class EquivalenceChecker {

    private static final System.Logger LOG = System.getLogger(EquivalenceChecker.class.getName());

    private final Cas cas;
    private final Duration budget;
    private final Contradiction.Listener listener;

    /**
     * @param cas asked for a proof where nothing cheaper decides
     * @param budget the most time that one comparison may take
     */
    public EquivalenceChecker(Cas cas, Duration budget) {
        this(cas, budget, EquivalenceChecker::log);
    }

    /** @param listener told where two ways of deciding contradict each other */
    public EquivalenceChecker(Cas cas, Duration budget, Contradiction.Listener listener) {
        this.cas = cas;
        this.budget = budget;
        this.listener = listener;
    }

    private static void log(Contradiction found) {
        LOG.log(
                System.Logger.Level.ERROR,
                "two witnesses disagree on {0} and {1} with {2}: {3}; {4}; in the end {5}",
                found.response(),
                found.key(),
                found.variables().keySet(),
                found.first(),
                found.second(),
                found.third().relationship());
    }

    /** Compares two scalars; a letter without a declared domain stands for any real number. */
    public Equivalence compare(Expression response, Expression key, Map<String, Domain> variables) {
        return compare(response, key, variables, budget);
    }

    /** Compares within the usual budget or what the caller has left, whichever is less. */
    public Equivalence compare(Expression response, Expression key, Map<String, Domain> variables, Duration left) {
        var most = left.compareTo(budget) < 0 ? left : budget;
        return new Comparison(response, key, variables, new Deadline(most), cas, listener).decide();
    }

    /**
     * Compares two scalars where an equation holds, and nowhere else.
     *
     * @param equation what is zero there
     */
    public Equivalence compareWhere(
            Expression equation, Expression response, Expression key, Map<String, Domain> variables, Duration left) {
        var most = left.compareTo(budget) < 0 ? left : budget;
        return new Surface(equation, response, key, variables, new Deadline(most)).compare();
    }

    /**
     * Whether two functions climb alike over short stretches of a variable: a second witness for derivatives that were taken
     * by rule. SAME and DIFFERENT only where the points that were looked at agree about it.
     */
    public Relationship compareSlopes(
            Expression response, Expression key, String variable, Map<String, Domain> variables) {
        return new MeanSlopes(response, key, variable, variables).compare();
    }

    /** Tells the listener that a derivative taken by rule and the function itself contradict each other. */
    public void disagree(Contradiction found) {
        listener.heard(found);
    }
}
