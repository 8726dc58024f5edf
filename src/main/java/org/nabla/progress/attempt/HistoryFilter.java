package org.nabla.progress.attempt;

import java.util.Optional;
import java.util.Set;
import org.nabla.exercise.ExerciseId;
import org.nabla.grading.Outcome;

/**
 * Which attempts a history shows.
 *
 * @param templates those of these alone; empty for all
 * @param outcome those with this one alone; empty for all
 */
public record HistoryFilter(Optional<Set<ExerciseId>> templates, Optional<Outcome> outcome) {
    public static final HistoryFilter ALL = new HistoryFilter(Optional.empty(), Optional.empty());
}
