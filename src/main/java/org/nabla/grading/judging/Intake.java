package org.nabla.grading.judging;

import org.nabla.grading.Verdict;
import org.nabla.math.SyntaxError;

/** What became of a typed text for a kind: a response of its type, or what is wrong with it. */
public sealed interface Intake<R> {

    record Taken<R>(R response, Verdict.Understood understood) implements Intake<R> {}

    record Refused<R>(SyntaxError problem) implements Intake<R> {}

    /** The whole text is of the wrong type. */
    static <R> Intake<R> misfit(String typed, String sentence) {
        return new Refused<>(new SyntaxError(sentence, 0, typed.length()));
    }
}
