package org.nabla.progress.attempt;

import static org.nabla.account.data.OwnTable.column;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.nabla.account.UserId;
import org.nabla.account.data.OwnData;
import org.nabla.account.data.OwnTable;
import org.nabla.progress.store.ExerciseStore;
import org.nabla.progress.store.StoredExercise;

/** Own data: what was answered, and what help was opened. */
@Singleton
class AttemptData implements OwnData {
    private final Untold untold;
    private final AttemptRepository attempts;
    private final ExerciseStore exercises;

    AttemptData(Untold untold, AttemptRepository attempts, ExerciseStore exercises) {
        this.untold = untold;
        this.attempts = attempts;
        this.exercises = exercises;
    }

    @Override
    @Transactional
    public Set<Long> untoldAttempts(UserId user) {
        var exercises = untold.exercises(user);
        return exercises.isEmpty()
                ? Set.of()
                : attempts.list("learnerId = ?1 and exerciseId in ?2", user.value(), exercises).stream()
                        .map(Attempt::id)
                        .collect(Collectors.toSet());
    }

    @Override
    @Transactional
    public Set<String> secretExercises(UserId user) {
        return untold.secret(user).stream()
                .flatMap(id -> exercises.find(id).stream())
                .map(StoredExercise::exercise)
                .map(exercise -> exercise.template() + "/" + exercise.version() + "/" + exercise.seed())
                .collect(Collectors.toSet());
    }

    @Override
    public Map<String, Set<String>> untold() {
        return Map.of(
                "attempts", Set.of("outcome", "score"), "responses", Set.of("outcome", "score", "mistake", "verdict"));
    }

    @Override
    public List<OwnTable> tables() {
        return List.of(attempts(), responses(), helps(), helpSteps());
    }

    private static OwnTable attempts() {
        return new OwnTable(
                "attempts",
                "Your attempts at exercises.",
                Set.of("attempt", "submission"),
                List.of(
                        column("attempt", "its number, to which responses point"),
                        column("submitted_at", "when it was sent"),
                        column("template", "the exercise without its numbers"),
                        column("version", "of the template"),
                        column(
                                "seed",
                                "what gave the exercise its numbers; empty while it counts for marks and is not told yet"),
                        column("title", "the title of the exercise"),
                        column("parts", "how many boxes it has"),
                        column("outcome", "what was found; empty while it is told later"),
                        column("score", "the share that was right, from 0 to 1"),
                        column("first", "whether it is the first that counts at this exercise"),
                        column(
                                "spent_seconds",
                                "the time from the page to the answer, at most 900; empty where it is not known"),
                        column("unaided", "whether no help had been opened before"),
                        column("submission", "the name of the form that was sent")),
                """
                select a.id as attempt, a.submitted_at, a.template, a.version, a.seed, e.body ->> 'title' as title, a.parts,
                       a.outcome, a.score, a.first, a.spent_seconds, a.unaided, a.submission
                from attempt a join exercise e on e.id = a.exercise_id
                where a.learner_id = :user
                order by a.submitted_at, a.id
                """,
                Map.of(
                        "attempt.id", "there as attempt",
                        "attempt.learner_id", "it is you",
                        "attempt.exercise_id", "template, version and seed name the exercise",
                        "submission.id", "there as submission",
                        "submission.learner_id", "it is you",
                        "submission.attempt_id", "there as attempt",
                        "submission.exercise_id", "template, version and seed name the exercise"));
    }

    private static OwnTable responses() {
        return new OwnTable(
                "responses",
                "Your responses, box by box.",
                Set.of("response"),
                List.of(
                        column("attempt", "the number of its attempt"),
                        column("submitted_at", "when it was sent"),
                        column("part", "which box"),
                        column("typed", "exactly what was typed"),
                        column("outcome", "what was found; empty while it is told later"),
                        column("score", "the share that was right, from 0 to 1"),
                        column("mistake", "the mistake that was recognized"),
                        column("understood", "how it was read"),
                        column("verdict", "all that you were told, as JSON")),
                """
                select r.attempt_id as attempt, r.submitted_at, r.part, r.typed, r.outcome, r.score, r.mistake, r.understood,
                       r.verdict
                from response r
                where r.learner_id = :user
                order by r.submitted_at, r.id
                """,
                Map.of(
                        "response.id",
                        "a number without meaning",
                        "response.learner_id",
                        "it is you",
                        "response.attempt_id",
                        "there as attempt"));
    }

    private static OwnTable helps() {
        return new OwnTable(
                "helps",
                "The exercises at which you opened hints or the worked way.",
                Set.of("help_opened"),
                List.of(
                        column("template", "the exercise without its numbers"),
                        column("version", "of the template"),
                        column("seed", "what gave the exercise its numbers"),
                        column("hints", "how many hints were opened"),
                        column("solution", "whether the worked way was opened")),
                """
                select e.template, e.version, e.seed, h.hints, h.solution
                from help_opened h join exercise e on e.id = h.exercise_id
                where h.learner_id = :user
                order by e.template, e.seed, e.version
                """,
                Map.of(
                        "help_opened.learner_id", "it is you",
                        "help_opened.exercise_id", "template, version and seed name the exercise"));
    }

    private static OwnTable helpSteps() {
        return new OwnTable(
                "help-steps",
                "When you opened each hint or the worked way.",
                Set.of("help_step"),
                List.of(
                        column("template", "the exercise without its numbers"),
                        column("version", "of the template"),
                        column("seed", "what gave the exercise its numbers"),
                        column("step", "the number of the hint; 0 is the worked way"),
                        column("opened_at", "when it was opened first")),
                """
                select e.template, e.version, e.seed, h.step, h.opened_at
                from help_step h join exercise e on e.id = h.exercise_id
                where h.learner_id = :user
                order by h.opened_at, e.template, e.seed, h.step
                """,
                Map.of(
                        "help_step.learner_id", "it is you",
                        "help_step.exercise_id", "template, version and seed name the exercise"));
    }
}
