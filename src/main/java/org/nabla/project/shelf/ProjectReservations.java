package org.nabla.project.shelf;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.progress.attempt.Reservations;
import org.nabla.progress.store.StoredExercise;
import org.nabla.project.progress.RunRepository;

/** A learner finds the steps of a project again where the project is. */
@Singleton
class ProjectReservations implements Reservations {
    private final Projects projects;
    private final RunRepository runs;

    ProjectReservations(Projects projects, RunRepository runs) {
        this.projects = projects;
        this.runs = runs;
    }

    @Override
    public Optional<String> address(UserId learner, StoredExercise exercise) {
        return home(learner, exercise);
    }

    @Override
    public Optional<String> home(UserId learner, StoredExercise stored) {
        var seed = stored.exercise().seed();
        return projects.step(stored.exercise().template())
                .flatMap(placed -> runs.find(learner, placed.plan().id())
                        .filter(run -> run.seed().equals(seed) || run.dataSeed().equals(seed))
                        .map(run -> run.address() + "/" + placed.step().id()));
    }
}
