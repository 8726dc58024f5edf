package org.nabla.practice.answer;

import java.util.function.Consumer;
import org.nabla.progress.attempt.GradedAttempt;
import org.nabla.progress.attempt.Manner;

/**
 * Under which circumstances an answer is given.
 *
 * @param entry whether it may be given
 * @param fresh whether nothing was answered before as far as the page knew, and it may be judged before it is known who may answer
 * @param told whether the learner is told at once what became of it: only then may it be said that an answer was wrong before
 * @param whenKept called in the transaction that writes the attempt
 * @param whenRepeated called after that, in the same transaction, where the same was answered before and nothing is told of it
 * @param page what is shown then
 */
public record Circumstances(
        Entry entry,
        Manner manner,
        boolean fresh,
        boolean told,
        Consumer<GradedAttempt> whenKept,
        Consumer<GradedAttempt> whenRepeated,
        PageToCome page) {
    static final Circumstances PRACTICE =
            new Circumstances(Entry.OPEN, Manner.ALONE, false, true, kept -> {}, again -> {}, PageToCome.unknown());
}
