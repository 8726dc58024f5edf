package org.nabla.practice.desk;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Optional;
import org.nabla.practice.answer.VerdictView;

/**
 * What the page of an exercise shows.
 *
 * @param messages to this learner alone
 * @param turn the way on from the answer that is shown
 * @param around what stands around it where it is part of something larger
 */
public record ExercisePage(
        DeskRules rules,
        List<PageNote> messages,
        ExerciseTask task,
        AnswerForm form,
        AnswerReply reply,
        OpenedHelp help,
        Optional<Turn> turn,
        LessonAside lesson,
        Optional<Surroundings.Around> around) {

    @CheckedTemplate(basePath = "practice")
    static class Templates {
        static native TemplateInstance exercise(ExercisePage page, Optional<WhyThis> why);

        static native TemplateInstance work(ExercisePage page);
    }

    static TemplateInstance whole(ExerciseState state) {
        return whole(state, Optional.empty());
    }

    static TemplateInstance whole(ExerciseState state, Optional<WhyThis> why) {
        return Templates.exercise(of(state), why);
    }

    /** What changes when an answer was checked or help opened. */
    static TemplateInstance work(ExerciseState state) {
        return Templates.work(of(state));
    }

    public static ExercisePage of(ExerciseState state) {
        var reply = AnswerReply.of(state);
        return new ExercisePage(
                state.rules(),
                state.notes(),
                ExerciseTask.of(state.stored().exercise(), state.area()),
                AnswerForm.of(state),
                reply,
                OpenedHelp.of(state, reply.solved()),
                state.turn(),
                state.teaching(),
                state.around());
    }

    public String address() {
        return rules.address();
    }

    public boolean solved() {
        return reply.solved();
    }

    /** Whether the page says what comes next. */
    public boolean goesOn() {
        return turn.filter(Turn::solved).isPresent();
    }

    /** Whether something stands below the form: what was answered is talked about, or a way opened. */
    public boolean afterwards() {
        return reply.report().isPresent()
                || !help.solution().isEmpty()
                || help.python().isPresent()
                || around.isPresent()
                || turn.isPresent();
    }

    /** What became of the answer, in a sentence for those who listen. */
    public String announcement() {
        if (reply.outcome().isEmpty()) {
            return !reply.message().isEmpty() || form.shown().isEmpty() || rules.feedback()
                    ? reply.message()
                    : VerdictView.KEPT;
        }
        return form.parts().size() == 1
                ? form.parts().get(0).verdict().map(v -> v.word() + ".").orElse("")
                : reply.message();
    }
}
