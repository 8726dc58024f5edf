package org.nabla.grading.realset;

import java.util.List;
import java.util.Optional;
import org.nabla.math.Domain;
import org.nabla.math.Expression;

/**
 * A set of real numbers as its separate pieces, from left to right: one form for all ways of writing it.
 *
 * @param certain whether every end is known to belong to the set or not to belong to it
 */
public record RealSet(List<Piece> pieces, boolean certain) {

    /**
     * Where a piece ends.
     *
     * @param exact empty at infinity, and where an end was found only numerically
     */
    public record End(double value, Optional<Expression> exact, boolean closed) {

        public End closed(boolean included) {
            return new End(value, exact, included);
        }

        public boolean isFinite() {
            return exact.isPresent() || Double.isFinite(value);
        }
    }

    public record Piece(End lower, End upper) {}

    /** Which pieces a description has; that its letter runs over a domain is part of the description. */
    public static RealSet of(Expression tree, String variable, Domain domain) {
        return new RealLine(tree, variable, domain).set();
    }
}
