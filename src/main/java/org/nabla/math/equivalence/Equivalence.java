package org.nabla.math.equivalence;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.nabla.math.Rational;

/**
 * Whether two expressions are the same, and how that is known.
 *
 * @param counterexample for {@link Relationship#DIFFERENT}, where there is one that helps: a point at which the two differ
 */
public record Equivalence(Relationship relationship, Evidence evidence, Optional<Counterexample> counterexample) {

    /** Three answers: unknown does not mean different. */
    public enum Relationship {
        SAME,
        DIFFERENT,
        UNKNOWN
    }

    /** How it is known, from cheap to dear. */
    public enum Evidence {
        /** The same tree after normalisation. */
        IDENTICAL,
        /** By algebra. */
        PROVED,
        /** Agreement at many points to nearly full precision, while algebra could not finish. */
        SAMPLED,
        /** Different at a point of the domain by more than rounding can explain, or different as exact numbers. */
        REFUTED,
        /** Nothing is known. */
        NONE,
        /** Nothing is known because time ran out, or the algebra system did not answer: another time more may be known. */
        CUT_OFF
    }

    /**
     * A point of the declared domain with the values there.
     *
     * @param point each variable with its value, in the order of their names
     * @param left the value of the first expression
     * @param right the value of the second expression
     */
    public record Counterexample(Map<String, Rational> point, double left, double right) {
        public Counterexample {
            point = Collections.unmodifiableSortedMap(new TreeMap<>(point));
        }
    }

    public static Equivalence same(Evidence evidence) {
        return new Equivalence(Relationship.SAME, evidence, Optional.empty());
    }

    /** Different, without a point to show. */
    public static Equivalence different() {
        return new Equivalence(Relationship.DIFFERENT, Evidence.REFUTED, Optional.empty());
    }

    public static Equivalence different(Counterexample counterexample) {
        return new Equivalence(Relationship.DIFFERENT, Evidence.REFUTED, Optional.of(counterexample));
    }

    /** Unknown for want of time. */
    public static Equivalence cutOff() {
        return new Equivalence(Relationship.UNKNOWN, Evidence.CUT_OFF, Optional.empty());
    }

    /** Whether more might be known with more time. */
    public boolean isCutOff() {
        return evidence == Evidence.CUT_OFF;
    }

    public static Equivalence unknown() {
        return new Equivalence(Relationship.UNKNOWN, Evidence.NONE, Optional.empty());
    }
}
