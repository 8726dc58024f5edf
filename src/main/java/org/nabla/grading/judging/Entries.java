package org.nabla.grading.judging;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.nabla.grading.Outcome;
import org.nabla.grading.Verdict;
import org.nabla.math.Rational;

/** Puts the judgements of entries together: weights, partial credit, the state of each. */
public final class Entries {

    private Entries() {}

    /** The weights of the specification, or equal ones. */
    public static List<Double> weights(Context context, int count) {
        var given = context.options("weights");
        if (given.isEmpty()) {
            return java.util.Collections.nCopies(count, 1.0);
        }
        if (given.size() != count) {
            throw new KeyRefused("answer.weights", "Give one weight for each of the " + count + " entries.");
        }
        return given.stream().map(Entries::weight).toList();
    }

    private static double weight(String text) {
        if (!text.matches("[0-9]{1,6}(\\.[0-9]{1,6})?") || Double.parseDouble(text) == 0) {
            throw new KeyRefused("answer.weights", "A weight is a positive number, such as 2 or 0.5.");
        }
        return Rational.of(new java.math.BigDecimal(text)).toDouble();
    }

    public static Judgement combine(List<Judgement> judgements, List<Double> weights, IntFunction<String> label) {
        var parts = new ArrayList<Verdict.Entry>();
        var right = 0.0;
        var total = 0.0;
        for (var i = 0; i < judgements.size(); i++) {
            var one = judgements.get(i);
            total += weights.get(i);
            right += one.isCorrect() ? weights.get(i) : 0;
            var message = one.remark().map(Remark::sentence).orElse("");
            parts.add(new Verdict.Entry(label.apply(i), one.outcome(), message));
        }
        return combine(judgements, right / total).with(parts);
    }

    private static Judgement combine(List<Judgement> judgements, double score) {
        if (judgements.stream().allMatch(Judgement::isCorrect)) {
            return Judgement.correct(weakest(judgements));
        }
        var invalid = first(judgements, Outcome.INVALID);
        var wrong = first(judgements, Outcome.WRONG);
        if (wrong.isEmpty() && invalid.isPresent()) {
            return invalid.get();
        }
        if (first(judgements, Outcome.UNDECIDED).isPresent()) {
            return Judgement.undecided();
        }
        var remark = judgements.stream().flatMap(j -> j.remark().stream()).findFirst();
        return new Judgement(
                score > 0 ? Outcome.PARTIAL : Outcome.WRONG,
                score,
                Optional.of(Verdict.Decided.REFUTED),
                List.of(),
                wrong.flatMap(Judgement::counterexample),
                remark);
    }

    private static Optional<Judgement> first(List<Judgement> judgements, Outcome outcome) {
        return judgements.stream().filter(j -> j.outcome() == outcome).findFirst();
    }

    /** All entries are known at least so well. */
    public static Verdict.Decided weakest(List<Judgement> judgements) {
        return judgements.stream()
                .flatMap(j -> j.decided().stream())
                .max(java.util.Comparator.naturalOrder())
                .orElse(Verdict.Decided.IDENTICAL);
    }
}
