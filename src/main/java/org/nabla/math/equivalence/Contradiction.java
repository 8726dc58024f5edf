package org.nabla.math.equivalence;

import java.util.Map;
import org.nabla.math.Domain;
import org.nabla.math.Expression;

/**
 * Two ways of deciding that contradict each other on one pair: one of them is wrong, and it is a bug of ours.
 *
 * @param first what one witness says, and how it knows
 * @param second what the other says
 * @param third what was made of it after the algebra system was asked
 */
public record Contradiction(
        Expression response,
        Expression key,
        Map<String, Domain> variables,
        String first,
        String second,
        Equivalence third) {

    /** Whoever wants to hear of contradictions. Called on the thread that compares, so it must not wait. */
    @FunctionalInterface
    public interface Listener {
        void heard(Contradiction contradiction);
    }
}
