package org.nabla.progress.store;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.exercise.catalogue.ExerciseCatalogue;
import org.nabla.exercise.template.ExerciseTemplate;

/** All shelves as one. */
@Singleton
public class Shelves {
    private final List<Shelf> shelves;
    private final ExerciseCatalogue catalogue;

    Shelves(@All List<Shelf> shelves, ExerciseCatalogue catalogue) {
        this.shelves = shelves;
        this.catalogue = catalogue;
    }

    /** A template of the catalogue or of a shelf. */
    public Optional<ExerciseTemplate> anywhere(ExerciseId id) {
        return catalogue.find(id).or(() -> find(id));
    }

    /** A template that is not in the catalogue, as learners get it. */
    public Optional<ExerciseTemplate> find(ExerciseId id) {
        return shelves.stream().flatMap(shelf -> shelf.find(id).stream()).findFirst();
    }

    /** Made by its shelf; empty where the usual generator makes it. */
    Optional<Exercise> make(ExerciseTemplate template, Seed seed) {
        return shelves.stream()
                .flatMap(shelf -> shelf.make(template, seed).stream())
                .findFirst();
    }

    /** The whole of which a template is a part: its parts have one seed. Empty where it stands alone. */
    public Optional<String> family(ExerciseId id) {
        return shelves.stream().flatMap(shelf -> shelf.family(id).stream()).findFirst();
    }

    /** Whether everybody may practise with a template, whoever they are. */
    public boolean isOpen(ExerciseId id) {
        return catalogue.find(id).isPresent();
    }

    /** Whether somebody may practise with a template: with those of the catalogue everybody may. */
    public boolean mayPractise(ExerciseId id, Optional<UserId> user) {
        return catalogue.find(id).isPresent() || shelves.stream().anyMatch(shelf -> shelf.mayPractise(id, user));
    }

    /** Where a template is worked on that has no page of its own in practice. */
    public Optional<String> place(ExerciseId id) {
        return shelves.stream().flatMap(shelf -> shelf.place(id).stream()).findFirst();
    }

    /** The page with the data that an exercise is about, where it has some that do not stand in its prompt. */
    public Optional<String> data(ExerciseId id, Seed seed) {
        return shelves.stream().flatMap(shelf -> shelf.data(id, seed).stream()).findFirst();
    }

    /** What a teacher may set to their learners, beside the catalogue. */
    public List<ExerciseTemplate> usableBy(UserId teacher) {
        return shelves.stream()
                .flatMap(shelf -> shelf.usableBy(teacher).stream())
                .toList();
    }
}
