package org.nabla.practice;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nabla.exercise.curriculum.Area;
import org.nabla.progress.FormName;
import org.nabla.progress.GradedAttempt;
import org.nabla.progress.Help;
import org.nabla.progress.StoredExercise;
import org.nabla.progress.report.ReportBox;

/**
 * All that the page of an exercise depends on.
 *
 * @param area the part of the curriculum in which it stands; empty where its template is gone
 * @param attempt the one whose verdict is shown, if the rules allow
 * @param typed what stands in the boxes, by part; where nothing is said, what the attempt answered
 * @param next the name of the form that will be sent next
 * @param report the way to doubt the verdict that is shown
 * @param turn the way on from the attempt
 * @param teaching what of the skill's lesson stands beside it
 * @param around what stands around it where it is part of something larger
 * @param interruption what became of the session while the page was open
 */
record ExerciseState(
        StoredExercise stored,
        DeskRules rules,
        Optional<Area> area,
        Optional<GradedAttempt> attempt,
        Map<String, String> typed,
        Help help,
        List<PageNote> notes,
        UUID next,
        Optional<ReportBox> report,
        Interruption interruption,
        Optional<Turn> turn,
        Teaching teaching,
        Optional<Surroundings.Around> around) {

    /** The exercise as somebody finds it who has not answered yet. */
    static ExerciseState untouched(StoredExercise stored, Instant now) {
        return new ExerciseState(
                stored,
                DeskRules.practice(stored.exercise(), Guidance.NONE),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                Help.NONE,
                List.of(),
                FormName.shownAt(now),
                Optional.empty(),
                Interruption.NONE,
                Optional.empty(),
                Teaching.NONE,
                Optional.empty());
    }

    ExerciseState during(Interruption other) {
        return new ExerciseState(
                stored, rules, area, attempt, typed, help, notes, next, report, other, turn, teaching, around);
    }

    String typed(String part) {
        var now = typed.get(part);
        return now != null
                ? now
                : attempt.flatMap(a -> a.response(part)).map(r -> r.typed()).orElse("");
    }
}
