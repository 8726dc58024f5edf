package org.nabla.grading.judging;

import java.util.Optional;
import java.util.Set;

/** A kind whose responses come out of a program, and are pasted as it printed them. */
public record MeasuredKind<R>(Kind<R> kind) implements Kind<R> {

    private static final Set<String> ONE = Set.of("number", "expression", "limit");

    private static final String NO_NUMBER =
            "Your program overflowed or diverged: inf and nan are no numbers. Look where"
                    + " the first of them comes from: a step that is too large, a division by zero, the logarithm of zero, or exp of"
                    + " a large number.";

    @Override
    public Context context() {
        return kind.context();
    }

    @Override
    public Intake<R> read(String typed) {
        if (Formulas.tooLong(typed)) {
            return kind.read(typed);
        }
        if (PrintedNumbers.hasNoNumber(typed)) {
            return Intake.misfit(typed, NO_NUMBER);
        }
        return kind.read(
                PrintedNumbers.unprinted(typed, !ONE.contains(context().spec().kind())));
    }

    @Override
    public Judgement judge(R response, Comparer comparer) {
        return kind.judge(response, comparer);
    }

    @Override
    public Optional<Remark> diagnose(R response, Comparer comparer) {
        return kind.diagnose(response, comparer);
    }
}
