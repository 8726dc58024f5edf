package org.nabla.practice.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.nabla.exercise.curriculum.Area;
import org.nabla.progress.Help;
import org.nabla.progress.attempt.FormName;
import org.nabla.progress.attempt.GradedAttempt;
import org.nabla.progress.report.ReportBox;
import org.nabla.progress.store.StoredExercise;

/**
 * All that the page of an exercise depends on.
 *
 * @param area the part of the curriculum in which it stands; empty where its template is gone
 * @param report the way to doubt the verdict that is shown
 * @param turn the way on from the attempt
 * @param teaching what of the skill's lesson stands beside it
 * @param around what stands around it where it is part of something larger
 */
public record ExerciseState(
        StoredExercise stored,
        DeskRules rules,
        Optional<Area> area,
        AnswerSheet sheet,
        Help help,
        List<PageNote> notes,
        Optional<ReportBox> report,
        Optional<Turn> turn,
        LessonAside teaching,
        Optional<Surroundings.Around> around) {

    /** The exercise as somebody finds it who has not answered yet. */
    public static ExerciseState untouched(StoredExercise stored, Instant now) {
        return new ExerciseState(
                stored,
                DeskRules.practice(stored.exercise(), Guidance.NONE),
                Optional.empty(),
                AnswerSheet.blank(FormName.shownAt(now)),
                Help.NONE,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                LessonAside.NONE,
                Optional.empty());
    }

    ExerciseState during(SessionEnd other) {
        return new ExerciseState(stored, rules, area, sheet.during(other), help, notes, report, turn, teaching, around);
    }

    /** The attempt whose verdict is shown, if the rules allow. */
    Optional<GradedAttempt> attempt() {
        return sheet.attempt();
    }
}
