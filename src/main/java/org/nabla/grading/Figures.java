package org.nabla.grading;

import java.util.List;
import org.nabla.math.Equivalence;

/** Judgements about points and figures, from comparisons that must all hold. */
final class Figures {

    private Figures() {}

    static Judgement judgement(Equivalence found) {
        return switch (found.relationship()) {
            case SAME -> Judgement.correct(Comparer.decided(found));
            case DIFFERENT -> Judgement.wrong();
            case UNKNOWN -> Judgement.undecided();
        };
    }

    /** Wrong as soon as one is wrong: there is no partial credit for a point that is not there. */
    static Judgement all(List<Judgement> judgements) {
        if (judgements.stream().anyMatch(j -> j.outcome() == Outcome.WRONG)) {
            return Judgement.wrong();
        }
        return judgements.stream().allMatch(Judgement::isCorrect)
                ? Judgement.correct(Entries.weakest(judgements))
                : Judgement.undecided();
    }
}
