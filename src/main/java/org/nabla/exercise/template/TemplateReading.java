package org.nabla.exercise.template;

import java.util.List;
import java.util.function.Function;
import org.nabla.exercise.TemplateError;

/** What became of a template's file. */
public sealed interface TemplateReading {

    /** What follows from it, whichever it is. */
    <T> T either(Function<ExerciseTemplate, T> read, Function<List<TemplateError>, T> refused);

    /** What is wrong; nothing where it can be used. */
    default List<TemplateError> errors() {
        return either(template -> List.of(), errors -> errors);
    }

    record Read(ExerciseTemplate template) implements TemplateReading {

        @Override
        public <T> T either(Function<ExerciseTemplate, T> read, Function<List<TemplateError>, T> refused) {
            return read.apply(template);
        }
    }

    /** All that is wrong, in the order of the file. */
    record Refused(List<TemplateError> errors) implements TemplateReading {
        public Refused {
            errors = List.copyOf(errors);
        }

        @Override
        public <T> T either(Function<ExerciseTemplate, T> read, Function<List<TemplateError>, T> refused) {
            return refused.apply(errors);
        }
    }
}
