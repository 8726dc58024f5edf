package org.nabla.progress.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nabla.exercise.ExerciseId;

/**
 * Which templates failed lately. One that fails again and again rests for a while, not for good: it may have been the machine
 * that had no time, as while it starts.
 */
final class Failures {
    private static final int MOST = 3;
    private static final Duration REST = Duration.ofMinutes(10);

    private final Clock clock;
    private final Map<ExerciseId, Integer> counts = new HashMap<>();
    private final Map<ExerciseId, Instant> resting = new HashMap<>();

    Failures(Clock clock) {
        this.clock = clock;
    }

    /** Counts one more. Returns whether the template rests from now on. */
    synchronized boolean add(ExerciseId template) {
        var isTooMany = counts.merge(template, 1, Integer::sum) >= MOST;
        if (isTooMany) {
            resting.put(template, clock.instant().plus(REST));
        }
        return isTooMany;
    }

    synchronized boolean isResting(ExerciseId template) {
        var end = resting.get(template);
        return end != null && clock.instant().isBefore(end);
    }

    /** Forgets the failures of those that have rested, and tells which they are. */
    synchronized List<ExerciseId> rested() {
        if (resting.isEmpty()) {
            return List.of(); // as mostly, and each page asks
        }
        var rested = resting.keySet().stream().filter(id -> !isResting(id)).toList();
        rested.forEach(resting::remove);
        rested.forEach(counts::remove);
        return rested;
    }
}
