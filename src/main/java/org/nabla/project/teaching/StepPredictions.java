package org.nabla.project.teaching;

import jakarta.inject.Singleton;
import org.nabla.classroom.assignment.Predictions;
import org.nabla.exercise.ExerciseId;
import org.nabla.project.shelf.Projects;

/** Steps in which something is said before it is run lock in assignments as they do in a run of one's own. */
@Singleton
class StepPredictions implements Predictions {
    private final Projects projects;

    StepPredictions(Projects projects) {
        this.projects = projects;
    }

    @Override
    public boolean isForetold(ExerciseId template) {
        return projects.step(template).filter(placed -> placed.step().locks()).isPresent();
    }
}
