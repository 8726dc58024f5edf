package org.nabla.grading.judging;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.nabla.grading.Verdict;
import org.nabla.math.Expression;
import org.nabla.math.SyntaxError;

/** What became of a typed text for a kind: a response of its type, or what is wrong with it. */
public sealed interface Intake<R> {

    /** What follows from it, whichever it is. */
    <T> T either(Function<Taken<R>, T> taken, Function<SyntaxError, T> refused);

    /**
     * @param tree what was read; empty where that is no single formula
     * @param alternatives the text, each time written so that it says another thing that is often meant by it
     */
    record Taken<R>(R response, Optional<Expression> tree, Verdict.Understood understood, List<String> alternatives)
            implements Intake<R> {
        public Taken {
            alternatives = List.copyOf(alternatives);
        }

        public Taken(R response, Verdict.Understood understood) {
            this(response, Optional.empty(), understood, List.of());
        }

        @Override
        public <T> T either(Function<Taken<R>, T> taken, Function<SyntaxError, T> refused) {
            return taken.apply(this);
        }
    }

    record Refused<R>(SyntaxError problem) implements Intake<R> {

        @Override
        public <T> T either(Function<Taken<R>, T> taken, Function<SyntaxError, T> refused) {
            return refused.apply(problem);
        }
    }

    /** The whole text is of the wrong type. */
    static <R> Intake<R> misfit(String typed, String sentence) {
        return new Refused<>(new SyntaxError(sentence, 0, typed.length()));
    }
}
