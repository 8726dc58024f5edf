package org.nabla.practice;

import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.RedirectionException;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.regex.Pattern;
import org.nabla.account.session.CurrentUser;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.progress.attempt.Untold;
import org.nabla.progress.store.ExerciseStore;
import org.nabla.progress.store.Lookup;
import org.nabla.progress.store.Shelves;
import org.nabla.progress.store.StoredExercise;
import org.nabla.web.trouble.Refusal;

/** Finds the exercise at an address, for whoever asks for it and may have it. */
@Singleton
class AskedExercises {
    /** In seconds: a worker of the algebra system is there again after some of them. */
    private static final int RETRY_AFTER = 10;

    private static final Pattern SEED = Pattern.compile("0|[1-9][0-9]{0,2}");

    private final ExerciseStore exercises;
    private final Shelves shelves;
    private final VariantChoice variants;
    private final Untold untold;
    private final CurrentUser user;

    AskedExercises(ExerciseStore exercises, Shelves shelves, VariantChoice variants, Untold untold, CurrentUser user) {
        this.exercises = exercises;
        this.shelves = shelves;
        this.variants = variants;
        this.untold = untold;
        this.user = user;
    }

    /** In no look at the database: it may have to be made first. */
    StoredExercise made(String template, String seed) {
        var id = allowed(template);
        var lookup = exercises.look(id, seed(seed));
        if (lookup instanceof Lookup.NotYet) {
            throw Refusal.later(
                    "This exercise is not ready yet",
                    "Each exercise is made and checked before it is shown, and that takes a moment now."
                            + " Come back to this page a little later, or take another one.",
                    RETRY_AFTER,
                    variants.ready(id),
                    "Another exercise like it");
        }
        return lookup.found().orElseThrow(AskedExercises::unknown);
    }

    /** @throws RedirectionException where the learner has it for something with stricter rules */
    StoredExercise atHome(StoredExercise stored) {
        user.id().flatMap(learner -> untold.elsewhere(learner, stored)).ifPresent(address -> {
            throw new RedirectionException(Response.Status.SEE_OTHER, URI.create(address));
        });
        return stored;
    }

    /** A template that a teacher wrote is there for those to whom they gave it; what is part of a whole is there. */
    ExerciseId allowed(String template) {
        var id = exerciseId(template);
        if (!shelves.isOpen(id) && !shelves.mayPractise(id, user.id())) {
            throw shelves.place(id)
                    .<RuntimeException>map(
                            place -> new RedirectionException(Response.Status.SEE_OTHER, URI.create(place)))
                    .orElseGet(AskedExercises::unknown);
        }
        return id;
    }

    private static ExerciseId exerciseId(String text) {
        try {
            return new ExerciseId(text);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static Seed seed(String text) {
        if (!SEED.matcher(text).matches()) {
            throw new NotFoundException("The variants of an exercise are numbered from 0 to " + (Seed.COUNT - 1) + ".");
        }
        return new Seed(Integer.parseInt(text));
    }

    static NotFoundException unknown() {
        return new NotFoundException("There is no exercise at this address.");
    }
}
