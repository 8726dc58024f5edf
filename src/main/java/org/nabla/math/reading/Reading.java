package org.nabla.math.reading;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.nabla.math.Expression;
import org.nabla.math.SyntaxError;

/** What became of a text: an expression with remarks on how it was read, or an error. */
public sealed interface Reading {

    /** What follows from it, whichever it is. */
    <T> T either(Function<Understood, T> understood, Function<SyntaxError, T> refused);

    /** What was understood; empty for an error. */
    default Optional<Expression> tree() {
        return either(understood -> Optional.of(understood.expression()), error -> Optional.empty());
    }

    /**
     * @param notices sentences for the learner where a reading was chosen that some would not expect, such as
     *     {@code 1/2x} as x/2
     * @param alternatives the text, each time written so that it says another thing that is often meant by it
     */
    record Understood(Expression expression, List<String> notices, List<String> alternatives) implements Reading {
        public Understood {
            notices = List.copyOf(notices);
            alternatives = List.copyOf(alternatives);
        }

        @Override
        public <T> T either(Function<Understood, T> understood, Function<SyntaxError, T> refused) {
            return understood.apply(this);
        }
    }

    record Refused(SyntaxError error) implements Reading {

        @Override
        public <T> T either(Function<Understood, T> understood, Function<SyntaxError, T> refused) {
            return refused.apply(error);
        }
    }
}
