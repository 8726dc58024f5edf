package org.nabla.grading;

import java.util.List;
import java.util.Optional;
import org.nabla.math.Equivalence;

/** What a kind says of a response, before mistakes are looked for. */
record Judgement(
        Outcome outcome,
        double score,
        Optional<Verdict.Decided> decided,
        List<Verdict.Entry> parts,
        Optional<Equivalence.Counterexample> counterexample,
        Optional<Remark> remark) {

    Judgement {
        parts = List.copyOf(parts);
    }

    static Judgement correct(Verdict.Decided decided) {
        return new Judgement(Outcome.CORRECT, 1, Optional.of(decided), List.of(), Optional.empty(), Optional.empty());
    }

    static Judgement wrong() {
        return new Judgement(
                Outcome.WRONG, 0, Optional.of(Verdict.Decided.REFUTED), List.of(), Optional.empty(), Optional.empty());
    }

    static Judgement wrong(String word, String sentence) {
        return wrong().with(new Remark(word, sentence));
    }

    /** Right in value, but not in the way that is asked: free. */
    static Judgement invalid(String word, String sentence) {
        return new Judgement(
                Outcome.INVALID,
                0,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(new Remark(word, sentence)));
    }

    static Judgement undecided() {
        return new Judgement(Outcome.UNDECIDED, 0, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
    }

    Judgement with(Remark found) {
        return new Judgement(outcome, score, decided, parts, counterexample, Optional.of(found));
    }

    Judgement with(List<Verdict.Entry> entries) {
        return new Judgement(outcome, score, decided, entries, counterexample, remark);
    }

    boolean isCorrect() {
        return outcome == Outcome.CORRECT;
    }
}
