package org.nabla.grading.grader;

import java.util.function.Function;
import org.nabla.grading.AnswerSpec;

/** An {@link AnswerSpec} that was read and can grade: immutable, made once and used for any number of responses. */
public sealed interface AnswerKey permits ParsedKey {

    /** The word of the answer kind. */
    String kind();

    /** Reads a specification; a malformed one names the field that is at fault. */
    static KeyReading of(AnswerSpec spec) {
        return KeyReader.read(spec);
    }

    /** What became of a specification. */
    sealed interface KeyReading {

        /** What follows from it, whichever it is. */
        <T> T either(Function<AnswerKey, T> read, Function<Refused, T> refused);

        record Read(AnswerKey key) implements KeyReading {

            @Override
            public <T> T either(Function<AnswerKey, T> read, Function<Refused, T> refused) {
                return read.apply(key);
            }
        }

        /**
         * @param field what is at fault, such as {@code answer.variables.x}
         * @param message a sentence for whoever wrote the specification
         */
        record Refused(String field, String message) implements KeyReading {

            @Override
            public <T> T either(Function<AnswerKey, T> read, Function<Refused, T> refused) {
                return refused.apply(this);
            }
        }
    }
}
