package org.nabla.gradebook.regrading;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.nabla.classroom.assignment.AcceptedAnswers;
import org.nabla.classroom.assignment.AcceptedAnswers.Accepted;
import org.nabla.classroom.marking.Attempted;
import org.nabla.exercise.Exercise;
import org.nabla.grading.Outcome;
import org.nabla.practice.answer.PracticeService;
import org.nabla.progress.store.ExerciseStore;
import org.nabla.progress.store.StoredExercise;

/** Judges an answer that was judged before by what a teacher says now. Writes nothing. */
@Singleton
class SecondJudgement {
    private final ExerciseStore exercises;
    private final PracticeService practice;

    SecondJudgement(ExerciseStore exercises, PracticeService practice) {
        this.exercises = exercises;
        this.practice = practice;
    }

    /** What counts in place of a verdict. @param version of the template by which it was found */
    record Regraded(Outcome outcome, double score, int version, Attempted attempted) {}

    /** @return empty where the verdict of the attempt counts */
    Optional<Regraded> of(RegradingRepository.Sent sent, List<Accepted> answers, RegradingAct act) {
        var own = exercises.find(sent.exercise()).map(StoredExercise::exercise).orElseThrow();
        var by = act.forgetsCorrection() ? own : corrected(sent, own);
        var also = AcceptedAnswers.with(by, sent.exercise(), answers);
        if (also.equals(own)) {
            return Optional.empty();
        }
        var graded = practice.judge(also, sent.submission(), sent.typed());
        // What is right too only adds: whatever else the checker finds by now stays as it was told.
        return by.equals(own) && graded.score() <= sent.score() + 1e-9
                ? Optional.empty()
                : Optional.of(new Regraded(
                        graded.outcome(),
                        graded.score(),
                        by.version(),
                        Attempted.of(graded, sent.own().at())));
    }

    /** The exercise by which an attempt was graded anew before. */
    private Exercise corrected(RegradingRepository.Sent sent, Exercise own) {
        return sent.regradedVersion()
                .filter(version -> version != own.version())
                .flatMap(version -> exercises
                        .find(own.template(), own.seed())
                        .map(StoredExercise::exercise)
                        .filter(found -> found.version() == version))
                .orElse(own);
    }
}
