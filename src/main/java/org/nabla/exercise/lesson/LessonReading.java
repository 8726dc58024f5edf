package org.nabla.exercise.lesson;

import java.util.List;
import org.nabla.exercise.TemplateError;

/** What reading the file of a lesson gave. */
public sealed interface LessonReading {

    /** It can be used. */
    record Read(LessonPlan plan) implements LessonReading {}

    /** It cannot, and why, each with its place. */
    record Refused(List<TemplateError> errors) implements LessonReading {
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
