package org.nabla.practice.desk;

import java.util.Optional;
import org.nabla.grading.Outcome;
import org.nabla.progress.report.ReportBox;

/**
 * What is said of the whole answer.
 *
 * @param outcome empty where nothing is told
 * @param message empty where the parts say it all
 * @param report the way to doubt the verdict; empty where there is nothing to doubt
 */
public record AnswerReply(Optional<Outcome> outcome, String message, Optional<ReportBox> report) {

    static AnswerReply of(ExerciseState state) {
        var outcome = state.attempt()
                .filter(a -> state.rules().feedback() && !a.responses().isEmpty())
                .map(a -> a.outcome());
        return new AnswerReply(outcome, message(state, outcome), state.report().filter(box -> outcome.isPresent()));
    }

    private static String message(ExerciseState state, Optional<Outcome> outcome) {
        if (state.attempt().filter(a -> a.responses().isEmpty()).isPresent()) {
            return "Type an answer first.";
        }
        if (state.sheet().interruption() == SessionEnd.OVER) {
            return state.rules().open()
                    ? "You are signed in again. What you typed is back, and not sent yet: press “%s”."
                            .formatted(state.rules().button())
                    : "You are signed in again. What you typed is back.";
        }
        var parts = state.stored().exercise().parts().size();
        if (parts == 1 || outcome.isEmpty()) {
            return "";
        }
        var right = state.attempt().orElseThrow().responses().stream()
                .filter(r -> r.verdict().outcome() == Outcome.CORRECT)
                .count();
        return right == parts
                ? "All parts are right."
                : "%d of %d parts %s right.".formatted(right, parts, right == 1 ? "is" : "are");
    }

    public boolean solved() {
        return outcome.filter(o -> o == Outcome.CORRECT).isPresent();
    }
}
