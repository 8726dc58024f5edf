package org.nabla.gradebook.regrading;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nabla.classroom.assignment.AcceptedAnswers;
import org.nabla.exercise.Exercise;
import org.nabla.progress.store.ExerciseStore;

/** Finds what a corrected template makes of an exercise that learners have worked on. */
@Singleton
class CorrectedExercises {
    private final ExerciseStore exercises;
    private final AcceptedAnswers accepted;

    CorrectedExercises(ExerciseStore exercises, AcceptedAnswers accepted) {
        this.exercises = exercises;
        this.accepted = accepted;
    }

    /** @return empty where it is gone, or asks something else now */
    Optional<Exercise> of(RegradingRepository.Held held) {
        var old = exercises.find(held.exercise()).orElseThrow().exercise();
        return exercises
                .find(old.template(), old.seed())
                .map(e ->
                        AcceptedAnswers.with(e.exercise(), held.exercise(), accepted.at(held.course(), held.problem())))
                .filter(corrected -> asksTheSame(old, corrected));
    }

    /** Only what was asked decides: key, mistakes, hints and title may differ. */
    private static boolean asksTheSame(Exercise old, Exercise corrected) {
        return old.prompt().equals(corrected.prompt()) && questions(old).equals(questions(corrected));
    }

    private static List<List<String>> questions(Exercise exercise) {
        return exercise.parts().stream()
                .map(p -> List.of(p.id(), p.label(), p.answer().kind()))
                .toList();
    }
}
