package org.nabla.project.template;

import java.util.List;
import org.nabla.exercise.TemplateError;

/** What reading the file of a project gave. */
public sealed interface ProjectReading {

    /** It can be used. */
    record Read(ProjectPlan plan) implements ProjectReading {}

    /** It cannot, and why, each with its place. */
    record Refused(List<TemplateError> errors) implements ProjectReading {
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
