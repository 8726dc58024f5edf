package org.nabla.grading.judging;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.grading.Outcome;
import org.nabla.grading.Verdict;
import org.nabla.math.Deadline;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Constant;
import org.nabla.math.equivalence.Contradiction;
import org.nabla.math.equivalence.Equivalence;
import org.nabla.math.equivalence.Equivalence.Relationship;
import org.nabla.math.equivalence.EquivalenceChecker;
import org.nabla.math.equivalence.ExactSign;

/** Compares values within the time of one grading. */
public final class Comparer {

    private final EquivalenceChecker equivalence;
    private final Deadline deadline;
    private boolean approximated;
    private boolean cutOff;

    public Comparer(EquivalenceChecker equivalence, Duration budget) {
        this.equivalence = equivalence;
        this.deadline = new Deadline(budget);
    }

    public boolean outOfTime() {
        return deadline.isPast();
    }

    /** Compares two scalars exactly; a decimal is the fraction that it says. */
    public Equivalence exact(Expression left, Expression right, Map<String, Domain> domains) {
        var found =
                deadline.isPast() ? Equivalence.cutOff() : equivalence.compare(left, right, domains, deadline.left());
        cutOff |= found.isCutOff();
        return found;
    }

    /** Whether some comparison ended for want of time, so that what was made of it may not be what more time would tell. */
    public boolean wasCutOff() {
        return cutOff;
    }

    /**
     * What two derivatives that were taken by rule say, if the functions themselves do not contradict it over short stretches.
     */
    public Equivalence slopes(
            Expression response, Expression key, String variable, Map<String, Domain> domains, Equivalence byRule) {
        var other = equivalence.compareSlopes(response, key, variable, domains);
        // Where one of the two has no value, the other's slopes contradict nothing.
        var seen = byRule.relationship() == Relationship.SAME
                || byRule.counterexample()
                        .filter(c -> Double.isFinite(c.left()) && Double.isFinite(c.right()))
                        .isPresent();
        var contradicts = seen && other != Relationship.UNKNOWN && other != byRule.relationship();
        if (!contradicts) {
            return byRule;
        }
        equivalence.disagree(new Contradiction(
                response,
                key,
                domains,
                "derivatives by " + variable + " are " + byRule.relationship(),
                "mean slopes are " + other,
                Equivalence.unknown()));
        return Equivalence.unknown();
    }

    public boolean same(Expression left, Expression right, Map<String, Domain> domains) {
        return exact(left, right, domains).relationship() == Relationship.SAME;
    }

    public boolean different(Expression left, Expression right, Map<String, Domain> domains) {
        return exact(left, right, domains).relationship() == Relationship.DIFFERENT;
    }

    /** Judges a scalar by the rules for decimals: exact in a function, to some digits in a number. */
    public Judgement value(Expression response, Expression key, Context context) {
        var found = compare(response, key, context);
        if (found.relationship() == Relationship.SAME) {
            return Judgement.correct(decided(found));
        }
        if (isNumber(response) && isNumber(key)) {
            if (hasNoValue(response)) {
                return undefined();
            }
            var rounded = rounded(response, key, Precision.of(context));
            if (rounded.isPresent()) {
                return rounded.get();
            }
        }
        return found.relationship() == Relationship.UNKNOWN
                ? Judgement.undecided()
                : new Judgement(
                        Outcome.WRONG,
                        0,
                        Optional.of(Verdict.Decided.REFUTED),
                        List.of(),
                        TellingPoint.counterexample(found, key),
                        Optional.empty());
    }

    /** As functions, or only where the equation holds on which the answer lives. */
    private Equivalence compare(Expression response, Expression key, Context context) {
        var equation = Where.of(context);
        if (equation.isEmpty() || isNumber(response) && isNumber(key)) {
            return exact(response, key, context.domains());
        }
        var found = deadline.isPast()
                ? Equivalence.cutOff()
                : equivalence.compareWhere(equation.get(), response, key, context.domains(), deadline.left());
        cutOff |= found.isCutOff();
        return found;
    }

    private Optional<Judgement> rounded(Expression response, Expression key, Precision asked) {
        if (asked.measured()) {
            var judgement = Measured.judge(response, key, asked);
            approximated |= judgement.filter(Judgement::isCorrect).isPresent();
            return judgement;
        }
        var decimal = Trees.hasDecimal(response);
        if (!decimal && !Approximation.isWhole(response)) {
            return Optional.empty();
        }
        var left = Approximation.value(response);
        var right = Approximation.value(key);
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        if (!decimal) {
            return Approximation.ofWhole(left.get(), right.get());
        }
        var judgement =
                Approximation.of(response, left.get(), right.get(), asked).judge(asked);
        approximated |= judgement.isCorrect();
        return Optional.of(judgement);
    }

    /** Notes that a decimal was accepted that only approximates what is asked. */
    public void approximate() {
        approximated = true;
    }

    /** Whether a decimal was accepted that only approximates what is asked: then it may approximate a mistake as well. */
    public boolean hasApproximated() {
        return approximated;
    }

    /** A key without a value would be met by nothing, or by everything. */
    public static void requireValue(String field, Expression key) {
        if (isNumber(key) && hasNoValue(key)) {
            throw new KeyRefused(field, "This has no value.");
        }
    }

    public static Judgement undefined() {
        return Judgement.invalid(
                "undefined",
                "This has no value: look for a division by zero, or a root or logarithm of a negative number.");
    }

    /** False also where nobody knows. */
    public static boolean hasNoValue(Expression number) {
        return Trees.contains(number, e -> e == Constant.I) || ExactSign.of(number) == ExactSign.UNDEFINED;
    }

    public static boolean isNumber(Expression expression) {
        return Trees.symbols(expression).isEmpty();
    }

    public static Verdict.Decided decided(Equivalence found) {
        return switch (found.evidence()) {
            case IDENTICAL -> Verdict.Decided.IDENTICAL;
            case PROVED -> Verdict.Decided.PROVED;
            case SAMPLED -> Verdict.Decided.SAMPLED;
            case REFUTED, NONE, CUT_OFF -> Verdict.Decided.REFUTED;
        };
    }
}
