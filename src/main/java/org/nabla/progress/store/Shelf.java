package org.nabla.progress.store;

import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.exercise.template.ExerciseTemplate;

/** Templates beside those of the catalogue, such as those that teachers wrote. Each bean of this type is one. */
public interface Shelf {

    /** The template as learners get it, whoever asks. */
    Optional<ExerciseTemplate> find(ExerciseId id);

    /** Whether somebody may practise with it under its own address. */
    boolean mayPractise(ExerciseId id, Optional<UserId> user);

    /** Makes an exercise of a template of this shelf; empty where the usual generator does, from the template's formulas. */
    default Optional<Exercise> make(ExerciseTemplate template, Seed seed) {
        return Optional.empty();
    }

    /** The whole of which this template is a part: its parts have one seed. Empty where it stands alone. */
    default Optional<String> family(ExerciseId id) {
        return Optional.empty();
    }

    /** Where a template is worked on that has no page of its own in practice. */
    default Optional<String> place(ExerciseId id) {
        return Optional.empty();
    }

    /** The page with the data that an exercise is about, where it has some that do not stand in its prompt. */
    default Optional<String> data(ExerciseId id, Seed seed) {
        return Optional.empty();
    }

    /** What a teacher may set to their learners. */
    List<ExerciseTemplate> usableBy(UserId teacher);
}
