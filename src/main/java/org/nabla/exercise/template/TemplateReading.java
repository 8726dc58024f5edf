package org.nabla.exercise.template;

import java.util.List;
import org.nabla.exercise.TemplateError;

/** What became of a template's file. */
public sealed interface TemplateReading {

    record Read(ExerciseTemplate template) implements TemplateReading {}

    /** All that is wrong, in the order of the file. */
    record Refused(List<TemplateError> errors) implements TemplateReading {
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
