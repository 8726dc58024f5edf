package org.nabla.practice;

import java.util.function.Consumer;
import org.nabla.progress.GradedAttempt;
import org.nabla.progress.Manner;

/**
 * Under which circumstances an answer is given.
 *
 * @param told whether the learner is told at once what became of it: only then may it be said that an answer was wrong before
 * @param whenKept called in the transaction that writes the attempt
 */
record Circumstances(Manner manner, boolean told, Consumer<GradedAttempt> whenKept) {
    static final Circumstances PRACTICE = new Circumstances(Manner.ALONE, true, kept -> {});
}
