package org.nabla.classroom.marking;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What holds for an assignment.
 *
 * @param terms its times; it closes at the due time where no late answers count
 * @param attempts how many attempts at a problem count; 0 for any number
 * @param ownVariants whether each learner has numbers of their own
 * @param telling when verdicts are told
 * @param help whether hints and the worked way may be opened before it closes
 * @param penalty the share of a problem that each wrong answer takes away
 * @param required the share of all points with which the assignment is done; empty where nothing is required
 * @param timing whether it runs against the clock, and in which order
 */
public record AssignmentRules(
        String title,
        Terms terms,
        LateRule late,
        int attempts,
        Counts counts,
        boolean ownVariants,
        Telling telling,
        boolean help,
        double penalty,
        Optional<Double> required,
        Timing timing) {

    public Instant opensAt() {
        return terms.opens();
    }

    public Instant dueAt() {
        return terms.due();
    }

    /** Until when late answers count. */
    public Instant closesAt() {
        return terms.closes();
    }

    public Marking marking(ZoneId zone) {
        return new Marking(attempts, counts, penalty, late, zone);
    }

    /** The same at other times. */
    public AssignmentRules at(Instant opens, Instant due, Instant closes) {
        return with(new Terms(opens, due, closes), telling, timing);
    }

    /** The same where verdicts are told then. */
    public AssignmentRules telling(Telling other) {
        return with(terms, other, timing);
    }

    /** The same with this clock and order. */
    public AssignmentRules timing(Timing other) {
        return with(terms, telling, other);
    }

    private AssignmentRules with(Terms times, Telling otherTelling, Timing otherTiming) {
        return new AssignmentRules(
                title, times, late, attempts, counts, ownVariants, otherTelling, help, penalty, required, otherTiming);
    }

    /** Whether the same attempts can be worth something else by these rules than by the others. */
    public boolean marksLike(AssignmentRules other) {
        return dueAt().equals(other.dueAt())
                && closesAt().equals(other.closesAt())
                && late.equals(other.late)
                && attempts == other.attempts
                && counts == other.counts
                && penalty == other.penalty;
    }
}
