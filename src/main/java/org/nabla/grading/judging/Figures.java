package org.nabla.grading.judging;

import java.util.List;
import org.nabla.grading.Outcome;
import org.nabla.math.equivalence.Equivalence;

/** Judgements about points and figures, from comparisons that must all hold. */
public final class Figures {

    private Figures() {}

    public static Judgement judgement(Equivalence found) {
        return switch (found.relationship()) {
            case SAME -> Judgement.correct(Comparer.decided(found));
            case DIFFERENT -> Judgement.wrong();
            case UNKNOWN -> Judgement.undecided();
        };
    }

    /** Wrong as soon as one is wrong: there is no partial credit for a point that is not there. */
    public static Judgement all(List<Judgement> judgements) {
        if (judgements.stream().anyMatch(j -> j.outcome() == Outcome.WRONG)) {
            return Judgement.wrong();
        }
        return judgements.stream().allMatch(Judgement::isCorrect)
                ? Judgement.correct(Entries.weakest(judgements))
                : Judgement.undecided();
    }
}
