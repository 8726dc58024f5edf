package org.nabla.practice.desk;

import java.util.List;
import java.util.Optional;

/**
 * The help that is open on the page of an exercise, and what can still be opened.
 *
 * @param left how many hints are still closed
 * @param solution empty while it is closed
 * @param worked whether there is a worked way that can still be opened
 * @param python empty while it would give the answer away
 */
public record OpenedHelp(List<String> hints, int left, List<String> solution, boolean worked, Optional<String> python) {

    static OpenedHelp of(ExerciseState state, boolean solved) {
        var exercise = state.stored().exercise();
        var help = state.help();
        var allowed = state.rules().help();
        return new OpenedHelp(
                exercise.hints().stream().limit(help.hints()).toList(),
                allowed ? Math.max(0, exercise.hints().size() - help.hints()) : 0,
                help.solution() ? exercise.solution() : List.of(),
                allowed && !help.solution() && !exercise.solution().isEmpty(),
                exercise.python().filter(code -> solved || help.solution()));
    }

    /** The number of the hint that is opened next, from 1. */
    public int next() {
        return hints.size() + 1;
    }
}
