package org.nabla.exercise.curriculum;

import java.util.List;
import java.util.stream.Collectors;
import org.nabla.exercise.TemplateError;

/** The curriculum cannot be used: the message names each place and what is wrong there. For its author, not a learner. */
public final class BrokenCurriculumException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenCurriculumException(List<TemplateError> errors) {
        super(errors.stream().map(TemplateError::toString).collect(Collectors.joining("\n")));
    }
}
