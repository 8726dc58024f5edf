package org.nabla.progress.learner;

import static org.nabla.account.data.OwnTable.column;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nabla.account.data.OwnData;
import org.nabla.account.data.OwnTable;

/** Own data: what is concluded from the answers. */
@Singleton
class MasteryData implements OwnData {
    private static final String IT_IS_YOU = "it is you";

    @Override
    public List<OwnTable> tables() {
        return List.of(evidence(), learner(), skills());
    }

    private static OwnTable evidence() {
        return new OwnTable(
                "evidence",
                "The first attempt at each exercise, with what was expected of it.",
                Set.of("evidence"),
                List.of(
                        column("attempt", "the number of the attempt"),
                        column("submitted_at", "when it was sent"),
                        column("template", "the exercise without its numbers"),
                        column("skills", "what it practices"),
                        column("skill_difficulties", "how hard each was held to be, in logits"),
                        column("template_difficulty", "how hard the template was held to be beyond that"),
                        column("guess", "how likely luck alone is right"),
                        column("ability", "what you were held to be able to do, in logits"),
                        column("prediction", "how likely you were held to be right"),
                        column("check_in", "whether it was given in the check-in"),
                        column("weight", "how much it counts: half for a number that a program of yours found")),
                """
                select attempt_id as attempt, submitted_at, template, array_to_string(skills, ' ') as skills,
                       array_to_string(skill_difficulties, ' ') as skill_difficulties, template_difficulty, guess, ability,
                       prediction, check_in, weight
                from evidence where learner_id = :user order by submitted_at, attempt_id
                """,
                Map.of(
                        "evidence.attempt_id", "there as attempt",
                        "evidence.learner_id", IT_IS_YOU,
                        "evidence.exercise_id", "the attempt names it",
                        "evidence.answered_right", "the attempt says it",
                        "evidence.unaided", "the attempt says it",
                        "evidence.first", "the attempt says it"));
    }

    private static OwnTable learner() {
        return new OwnTable(
                "ability",
                "What your answers say of you in general.",
                Set.of("learner_state"),
                List.of(
                        column("ability", "in logits"),
                        column("answers", "from how many answers"),
                        column("wrong", "how many of them were wrong"),
                        column("last_at", "when the last one was sent"),
                        column("sitting_answers", "how many exercises the sitting of then had"),
                        column("sitting_reviews", "how many of them were reviews")),
                """
                select ability, answers, wrong, last_at, sitting_answers, sitting_reviews from learner_state where learner_id = :user
                """,
                Map.of(
                        "learner_state.learner_id",
                        IT_IS_YOU,
                        "learner_state.last_exercise",
                        "a number without meaning"));
    }

    private static OwnTable skills() {
        return new OwnTable(
                "skills",
                "What your answers say of you in each skill: mastery, and memory for reviews.",
                Set.of("skill_state"),
                List.of(
                        column("skill", "which skill"),
                        column("ability", "in it beyond the general one, in logits"),
                        column("difficulty", "how hard the skill was held to be"),
                        column("answered_right", "unaided first answers that were right"),
                        column("answered_wrong", "and those that were not"),
                        column("aided", "first answers with help"),
                        column("misses_in_row", "wrong ones since the last right one"),
                        column("first_template", "the first template you answered"),
                        column("several_templates", "whether you answered others too"),
                        column("first_success_at", "when you were first right"),
                        column("success_later", "whether you were right again on a later day"),
                        column("last_at", "when you last answered"),
                        column("stability", "after how many days nine tenths are left"),
                        column("memory_difficulty", "how hard it is to keep, from 1 to 10"),
                        column("reviewed_at", "from when forgetting is counted"),
                        column("peak_level", "the highest level so far"),
                        column("peak_slips", "slips since"),
                        column("peak_first_slip_at", "the first of them"),
                        column("peak_last_slip_at", "the last of them"),
                        column("peak_learner_wrong", "wrong answers in all skills by then")),
                """
                select skill, ability, difficulty, answered_right, answered_wrong, aided, misses_in_row, first_template,
                       several_templates, first_success_at, success_later, last_at, stability, memory_difficulty,
                       reviewed_at, peak_level, peak_slips, peak_first_slip_at, peak_last_slip_at, peak_learner_wrong
                from skill_state where learner_id = :user order by skill
                """,
                Map.of("skill_state.learner_id", IT_IS_YOU));
    }
}
