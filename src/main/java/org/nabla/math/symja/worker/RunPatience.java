package org.nabla.math.symja.worker;

import java.time.Duration;
import java.util.Optional;

/**
 * When a worker that has not answered is given up: at the end of its budget where it has computed, and up to three times as late
 * where the machine was busy with something else. So a busy machine makes answers late, and kills no worker over it, whose
 * replacement would make it busier still. Looked at in steps of half a budget.
 */
final class RunPatience {
    /** In steps: the budget itself, and what it may become. */
    private static final int BUDGET = 2;

    private static final int LONGEST = 6;

    private final Duration step;
    private Optional<Duration> before = Optional.empty();
    private int steps;
    private boolean starved;

    RunPatience(Duration budget) {
        this.step = budget.dividedBy(BUDGET);
    }

    Duration step() {
        return step;
    }

    /**
     * Whether the worker is given up, after another step.
     *
     * @param processorTime of the worker so far; empty where the machine does not tell, and then the clock alone counts
     */
    boolean isOver(Optional<Duration> processorTime) {
        steps++;
        starved = before.isPresent()
                && processorTime.isPresent()
                && processorTime.get().minus(before.get()).multipliedBy(2).compareTo(step) < 0;
        before = processorTime;
        return steps >= (starved ? LONGEST : BUDGET);
    }

    /** Whether it had too little of the processor to say anything about the question. */
    boolean wasStarved() {
        return starved;
    }
}
