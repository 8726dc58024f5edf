package org.nabla.grading.judging;

import java.util.List;
import java.util.Optional;
import org.nabla.grading.Outcome;
import org.nabla.grading.Verdict;
import org.nabla.math.equivalence.Equivalence;

/** What a kind says of a response, before mistakes are looked for. */
public record Judgement(
        Outcome outcome,
        double score,
        Optional<Verdict.Decided> decided,
        List<Verdict.Entry> parts,
        Optional<Equivalence.Counterexample> counterexample,
        Optional<Remark> remark) {

    public Judgement {
        parts = List.copyOf(parts);
    }

    public static Judgement correct(Verdict.Decided decided) {
        return new Judgement(Outcome.CORRECT, 1, Optional.of(decided), List.of(), Optional.empty(), Optional.empty());
    }

    public static Judgement wrong() {
        return new Judgement(
                Outcome.WRONG, 0, Optional.of(Verdict.Decided.REFUTED), List.of(), Optional.empty(), Optional.empty());
    }

    public static Judgement wrong(String word, String sentence) {
        return wrong().with(new Remark(word, sentence));
    }

    /** Right in value, but not in the way that is asked: free. */
    public static Judgement invalid(String word, String sentence) {
        return new Judgement(
                Outcome.INVALID,
                0,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(new Remark(word, sentence)));
    }

    public static Judgement undecided() {
        return new Judgement(Outcome.UNDECIDED, 0, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
    }

    public Judgement with(Remark found) {
        return new Judgement(outcome, score, decided, parts, counterexample, Optional.of(found));
    }

    public Judgement with(List<Verdict.Entry> entries) {
        return new Judgement(outcome, score, decided, entries, counterexample, remark);
    }

    public boolean isCorrect() {
        return outcome == Outcome.CORRECT;
    }
}
