package org.nabla.authoring;

import java.util.List;
import org.nabla.exercise.Seed;
import org.nabla.exercise.TemplateError;

/**
 * What a text gives: exercises, and what is wrong with it.
 *
 * @param next the seed from which the next ones are made
 */
record TrialView(List<VariantView> variants, List<Problem> problems, int next) {

    /** What is wrong, and where; line and column count from 1. */
    record Problem(int line, int column, String message) {}

    static final TrialView NONE = new TrialView(List.of(), List.of(), 0);

    static TrialView of(Workshop.Trial trial, int firstSeed) {
        return new TrialView(
                trial.exercises().stream().map(VariantView::of).toList(),
                trial.errors().stream().map(TrialView::problem).toList(),
                (firstSeed + Workshop.VARIANTS) % Seed.COUNT);
    }

    private static Problem problem(TemplateError error) {
        return new Problem(error.place().line(), error.place().column(), error.message());
    }

    /** Whether there is anything to show yet. */
    public boolean isBlank() {
        return variants.isEmpty() && problems.isEmpty();
    }
}
