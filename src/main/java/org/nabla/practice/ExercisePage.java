package org.nabla.practice;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.curriculum.Area;
import org.nabla.grading.Outcome;
import org.nabla.lesson.ShortLesson;
import org.nabla.progress.report.ReportBox;

/**
 * What the page of an exercise shows.
 *
 * @param messages to this learner alone
 * @param submission the name of the form that will be sent next, so that sending it twice counts once
 * @param shown the form whose verdict is on the page; empty where there is none
 * @param hintsLeft how many hints are still closed
 * @param solution empty while it is closed
 * @param worked whether there is a worked way that can still be opened
 * @param turn the way on from the answer that is shown
 * @param python empty while it would give the answer away
 * @param brief the lesson of the skill in short
 * @param lesson the address of the whole lesson
 * @param chapter the area of the curriculum, as in the address of its list
 * @param message what is said of the whole answer; empty where the parts say it all
 * @param report the way to doubt the verdict; empty where there is nothing to doubt
 * @param around what stands around it where it is part of something larger
 * @param signedOut whether the session ended while the page was open
 */
record ExercisePage(
        DeskRules rules,
        List<PageNote> messages,
        String template,
        long seed,
        String title,
        String chapter,
        String chapterTitle,
        int level,
        String prompt,
        List<PartBox> parts,
        UUID submission,
        String shown,
        Optional<Outcome> outcome,
        String message,
        Optional<ReportBox> report,
        boolean signedOut,
        List<String> hints,
        int hintsLeft,
        List<String> solution,
        boolean worked,
        Optional<FigureView> figure,
        Optional<String> python,
        Optional<Turn> turn,
        Optional<ShortLesson> brief,
        Optional<String> lesson,
        Optional<Surroundings.Around> around) {

    @CheckedTemplate(basePath = "practice")
    static class Templates {
        static native TemplateInstance exercise(ExercisePage page, Optional<WhyThis> why);

        static native TemplateInstance exercise$work(ExercisePage page);

        static native TemplateInstance reading(ReadingView reading);
    }

    static TemplateInstance whole(ExerciseState state) {
        return whole(state, Optional.empty());
    }

    static TemplateInstance whole(ExerciseState state, Optional<WhyThis> why) {
        return Templates.exercise(of(state), why);
    }

    /** What changes when an answer was checked or help opened. */
    static TemplateInstance work(ExerciseState state) {
        return Templates.exercise$work(of(state));
    }

    static TemplateInstance reading(ReadingView reading) {
        return Templates.reading(reading);
    }

    static ExercisePage of(ExerciseState state) {
        var exercise = state.stored().exercise();
        var attempt = state.attempt();
        var rules = state.rules();
        var outcome = attempt.filter(a -> rules.feedback() && !a.responses().isEmpty())
                .map(a -> a.outcome());
        var solved = outcome.filter(o -> o == Outcome.CORRECT).isPresent();
        var help = state.help();
        return new ExercisePage(
                rules,
                state.notes(),
                exercise.template().value(),
                exercise.seed().value(),
                exercise.title(),
                state.area().map(Area::id).orElse(""),
                state.area().map(Area::title).orElse("Exercises"),
                exercise.level(),
                exercise.prompt(),
                exercise.parts().stream().map(part -> PartBox.of(part, state)).toList(),
                state.next(),
                attempt.map(a -> a.submission().toString()).orElse(""),
                outcome,
                message(exercise, state, outcome),
                state.report().filter(box -> outcome.isPresent()),
                state.interruption() == Interruption.SIGNED_OUT,
                exercise.hints().stream().limit(help.hints()).toList(),
                rules.help() ? Math.max(0, exercise.hints().size() - help.hints()) : 0,
                help.solution() ? exercise.solution() : List.of(),
                rules.help() && !help.solution() && !exercise.solution().isEmpty(),
                exercise.figure().map(FigureView::of),
                exercise.python().filter(code -> solved || help.solution()),
                state.turn(),
                state.teaching().brief(),
                state.teaching().whole(),
                state.around());
    }

    private static String message(Exercise exercise, ExerciseState state, Optional<Outcome> outcome) {
        if (state.attempt().filter(a -> a.responses().isEmpty()).isPresent()) {
            return "Type an answer first.";
        }
        if (state.interruption() == Interruption.OVER) {
            return state.rules().open()
                    ? "You are signed in again. What you typed is back, and not sent yet: press “%s”."
                            .formatted(state.rules().button())
                    : "You are signed in again. What you typed is back.";
        }
        if (exercise.parts().size() == 1 || outcome.isEmpty()) {
            return "";
        }
        var right = state.attempt().orElseThrow().responses().stream()
                .filter(r -> r.verdict().outcome() == Outcome.CORRECT)
                .count();
        return right == exercise.parts().size()
                ? "All parts are right."
                : "%d of %d parts %s right.".formatted(right, exercise.parts().size(), right == 1 ? "is" : "are");
    }

    public String address() {
        return rules.address();
    }

    public boolean solved() {
        return outcome.filter(o -> o == Outcome.CORRECT).isPresent();
    }

    /** Whether the page says what comes next. */
    public boolean goesOn() {
        return turn.filter(Turn::solved).isPresent();
    }

    /** The number of the hint that is opened next, from 1. */
    public int nextHint() {
        return hints.size() + 1;
    }

    /** What became of the answer, in a sentence for those who listen. */
    public String announcement() {
        if (outcome.isEmpty()) {
            return !message.isEmpty() || shown.isEmpty() || rules.feedback() ? message : VerdictView.KEPT;
        }
        return parts.size() == 1
                ? parts.get(0).verdict().map(v -> v.word() + ".").orElse("")
                : message;
    }

    public String levelWord() {
        return Levels.word(level);
    }
}
