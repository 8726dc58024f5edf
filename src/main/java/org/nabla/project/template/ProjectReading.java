package org.nabla.project.template;

import java.util.List;
import java.util.function.Function;
import org.nabla.exercise.TemplateError;

/** What reading the file of a project gave. */
public sealed interface ProjectReading {

    /** What follows from it, whichever it is. */
    <T> T either(Function<ProjectPlan, T> read, Function<List<TemplateError>, T> refused);

    /** What is wrong; nothing where it can be used. */
    default List<TemplateError> errors() {
        return either(plan -> List.of(), errors -> errors);
    }

    /** It can be used. */
    record Read(ProjectPlan plan) implements ProjectReading {

        @Override
        public <T> T either(Function<ProjectPlan, T> read, Function<List<TemplateError>, T> refused) {
            return read.apply(plan);
        }
    }

    /** It cannot, and why, each with its place. */
    record Refused(List<TemplateError> errors) implements ProjectReading {
        public Refused {
            errors = List.copyOf(errors);
        }

        @Override
        public <T> T either(Function<ProjectPlan, T> read, Function<List<TemplateError>, T> refused) {
            return refused.apply(errors);
        }
    }
}
