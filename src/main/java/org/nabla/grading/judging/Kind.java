package org.nabla.grading.judging;

import java.util.Optional;

/**
 * One key of one answer kind: how a response is read, and what is right. Implementations are immutable.
 *
 * @param <R> what a response is read as
 */
public interface Kind<R> {

    Context context();

    /** Reads what was typed, or says in a sentence what to do. */
    Intake<R> read(String typed);

    /** Compares with the key. Does not look for mistakes. */
    Judgement judge(R response, Comparer comparer);

    /** A mistake that needs no exercise to be recognised; asked only where the response is not right. */
    default Optional<Remark> diagnose(R response, Comparer comparer) {
        return Optional.empty();
    }
}
