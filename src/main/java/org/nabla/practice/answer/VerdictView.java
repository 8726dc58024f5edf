package org.nabla.practice.answer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nabla.grading.Outcome;
import org.nabla.grading.Verdict;

/**
 * A verdict as it stands beside its box.
 *
 * @param tone the outcome in lower case: the class of the style sheet
 * @param word the outcome as it is said
 * @param differs a point at which the answer differs; empty where none helps
 */
public record VerdictView(
        String tone,
        String word,
        String message,
        List<String> notices,
        Optional<ReadingProblem> problem,
        String differs,
        List<EntryView> entries) {

    public static final String KEPT = "Your answer is kept. What was found is told later.";

    /** One entry of a vector or matrix. */
    public record EntryView(String label, String tone, String word, String message) {}

    public static VerdictView of(Verdict verdict, String typed) {
        return new VerdictView(
                tone(verdict.outcome()),
                word(verdict),
                message(verdict),
                verdict.understood().map(Verdict.Understood::notices).orElse(List.of()),
                verdict.problem().map(problem -> ReadingProblem.of(problem, typed)),
                verdict.counterexample().map(VerdictView::differs).orElse(""),
                verdict.outcome() == Outcome.PARTIAL
                        ? verdict.parts().stream().map(VerdictView::entry).toList()
                        : List.of());
    }

    /** Where verdicts are told later: that the answer is kept, unless it costs nothing because it cannot be taken. */
    public static VerdictView untold(Verdict verdict, String typed) {
        return verdict.outcome() == Outcome.INVALID
                ? of(verdict, typed)
                : new VerdictView(
                        "kept", "Kept", "What was found is told later.", List.of(), Optional.empty(), "", List.of());
    }

    /** A wrong answer that nothing is known of still deserves a way on. */
    private static String message(Verdict verdict) {
        return verdict.outcome() == Outcome.WRONG && verdict.message().isBlank()
                ? "This is not the answer. Go through your steps once more, or open a hint."
                : verdict.message();
    }

    private static EntryView entry(Verdict.Entry entry) {
        var right = entry.outcome() == Outcome.CORRECT;
        return new EntryView(entry.label(), tone(entry.outcome()), right ? "right" : "not right", entry.message());
    }

    private static String differs(Verdict.Counterexample at) {
        var point = at.point().entrySet().stream()
                .map(e -> "$" + e.getKey() + " = " + e.getValue() + "$")
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        return "At %s your answer gives $%s$, the right one $%s$.".formatted(point, at.response(), at.key());
    }

    private static String tone(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    private static String word(Verdict verdict) {
        switch (verdict.outcome()) {
            case CORRECT:
                return "Right";
            case PARTIAL:
                return "Partly right";
            case WRONG:
                return "Not yet";
            case INVALID:
                if (verdict.mistake().filter("repeated"::equals).isPresent()) {
                    return "Tried before";
                } else if (verdict.mistake().filter("reading"::equals).isPresent()) {
                    return "Please say which";
                }
                return verdict.problem().isPresent() ? "Cannot be read" : "Not in this form";
            case UNDECIDED:
                return "Undecided";
        }
        throw new IllegalStateException("no such outcome");
    }
}
