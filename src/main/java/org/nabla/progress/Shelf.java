package org.nabla.progress;

import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.template.ExerciseTemplate;

/** Templates beside those of the catalogue, such as those that teachers wrote. Each bean of this type is one. */
public interface Shelf {

    /** The template as learners get it, whoever asks. */
    Optional<ExerciseTemplate> find(ExerciseId id);

    /** Whether somebody may practise with it under its own address. */
    boolean mayPractise(ExerciseId id, Optional<UserId> user);

    /** What a teacher may set to their learners. */
    List<ExerciseTemplate> usableBy(UserId teacher);
}
