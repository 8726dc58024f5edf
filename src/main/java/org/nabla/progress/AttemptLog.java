package org.nabla.progress;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.database.glance.Glance;
import org.nabla.exercise.Exercise;
import org.nabla.grading.Verdict;
import org.nabla.progress.attempt.Attempt;
import org.nabla.progress.attempt.AttemptRepository;
import org.nabla.progress.attempt.GradedAttempt;
import org.nabla.progress.attempt.GradedResponse;
import org.nabla.progress.attempt.Manner;
import org.nabla.progress.attempt.Response;
import org.nabla.progress.learner.MasteryLog;
import org.nabla.progress.learner.SkillStates;
import org.nabla.progress.mastery.Skip;
import org.nabla.progress.store.StoredExercise;
import org.nabla.query.Select;
import org.nabla.query.Statements;

/**
 * Writes what learners did, and what is learnt from it: all that depends on what was there before with one way to the database, and
 * all that is written with another. In a transaction of whoever asks.
 */
@Singleton
class AttemptLog {
    private final AttemptRepository attempts;
    private final HelpRepository helps;
    private final MasteryLog mastery;
    private final Statements statements;
    private final ObjectMapper json;

    AttemptLog(
            AttemptRepository attempts,
            HelpRepository helps,
            MasteryLog mastery,
            Statements statements,
            ObjectMapper json) {
        this.attempts = attempts;
        this.helps = helps;
        this.mastery = mastery;
        this.statements = statements;
        this.json = json;
    }

    /** @return the attempt; empty where its form has arrived before or the conditions are not met, and nothing is written */
    Optional<GradedAttempt> write(
            UserId learner, StoredExercise exercise, GradedAttempt graded, Manner manner, Conditions conditions) {
        var responses = graded.responses();
        var foreseen = conditions.foreseen();
        var asked = Select.all(beforeAsked(learner, exercise, graded), conditions.asked());
        var before = Glance.at(() -> statements.ahead(asked), () -> {
            conditions.entry().run();
            // What is learnt from it tells its own.
            foreseen.take(List.of(HelpRepository.asked(learner, exercise.id()), SkillStates.stateAsked(learner)));
            return before(learner, exercise, graded);
        });
        if (before.attempts().same().isPresent()
                || conditions.first() && before.attempts().answered()) {
            return Optional.empty();
        }
        var first = graded.isEvidence() && !before.attempts().hasEvidence();
        var unaided = manner != Manner.GUIDED && !before.help().opened();
        var keys = before.attempts().keys();
        var attempt = new Attempt(keys.attempt(), learner, exercise, graded, first, unaided);
        var writing = new ArrayList<>(attempt.written());
        for (var i = 0; i < responses.size(); i++) {
            var response = responses.get(i);
            writing.add(new Response(
                            keys.responses().get(i),
                            attempt,
                            response,
                            mistake(exercise.exercise(), response),
                            write(response.verdict()))
                    .written());
        }
        mastery.add(attempt, exercise.exercise(), manner == Manner.CHECK_IN, before.mastery(), writing, foreseen);
        return Optional.of(graded);
    }

    /** What there is before an attempt is written. */
    private record Before(AttemptRepository.Before attempts, Help help, Optional<MasteryLog.Before> mastery) {}

    /** First the turn: all else is asked in it. */
    private List<Select<?>> beforeAsked(UserId learner, StoredExercise exercise, GradedAttempt graded) {
        return Select.all(
                attempts.beforeAsked(
                        learner,
                        graded.submission(),
                        exercise.id(),
                        graded.responses().size()),
                List.of(HelpRepository.asked(learner, exercise.id())),
                mastery.asked(learner, exercise.exercise()));
    }

    private Before before(UserId learner, StoredExercise exercise, GradedAttempt graded) {
        return new Before(
                attempts.before(
                        learner,
                        graded.submission(),
                        exercise.id(),
                        graded.responses().size()),
                helps.of(learner, exercise.id()),
                mastery.before(learner, exercise.exercise()));
    }

    private static Optional<String> mistake(Exercise exercise, GradedResponse response) {
        return response.verdict()
                .mistake()
                .map(mistake -> exercise.parts().stream()
                        .filter(part -> part.id().equals(response.part()))
                        .findFirst()
                        .map(part -> part.mistakeOfTemplate(mistake))
                        .orElse(mistake));
    }

    Help help(UserId learner, StoredExercise exercise) {
        return helps.of(learner, exercise.id());
    }

    /** Opens help, and notes when each piece was opened first. In the turn of its learner. */
    void open(UserId learner, StoredExercise exercise, Help help, Instant now) {
        helps.open(learner, exercise.id(), help);
        helps.note(learner, exercise.id(), help, now);
    }

    /** Takes in what was skipped in the check-in. In the turn of its learner. */
    void add(UserId learner, Skip skip) {
        mastery.add(learner, skip);
    }

    /** Derives what a learner can do anew. In their turn. */
    void learnAnew(UserId learner) {
        mastery.rebuild(learner);
    }

    private String write(Verdict verdict) {
        try {
            return json.writeValueAsString(verdict);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a verdict cannot be written as JSON", e);
        }
    }
}
