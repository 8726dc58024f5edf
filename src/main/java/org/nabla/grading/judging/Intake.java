package org.nabla.grading.judging;

import java.util.List;
import org.nabla.grading.Verdict;
import org.nabla.math.SyntaxError;

/** What became of a typed text for a kind: a response of its type, or what is wrong with it. */
public sealed interface Intake<R> {

    /** @param alternatives the text, each time written so that it says another thing that is often meant by it */
    record Taken<R>(R response, Verdict.Understood understood, List<String> alternatives) implements Intake<R> {
        public Taken {
            alternatives = List.copyOf(alternatives);
        }

        public Taken(R response, Verdict.Understood understood) {
            this(response, understood, List.of());
        }
    }

    record Refused<R>(SyntaxError problem) implements Intake<R> {}

    /** The whole text is of the wrong type. */
    static <R> Intake<R> misfit(String typed, String sentence) {
        return new Refused<>(new SyntaxError(sentence, 0, typed.length()));
    }
}
