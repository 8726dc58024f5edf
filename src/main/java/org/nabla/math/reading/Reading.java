package org.nabla.math.reading;

import java.util.List;
import org.nabla.math.Expression;
import org.nabla.math.SyntaxError;

/** What became of a text: an expression with remarks on how it was read, or an error. */
public sealed interface Reading {

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
    }

    record Refused(SyntaxError error) implements Reading {}
}
