package org.nabla.progress.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.nabla.account.UserId;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.grading.AnswerSpec;
import org.nabla.grading.Outcome;
import org.nabla.grading.Verdict;
import org.nabla.progress.Conditions;
import org.nabla.progress.Help;
import org.nabla.progress.ProgressService;
import org.nabla.progress.attempt.GradedAttempt;
import org.nabla.progress.attempt.GradedResponse;
import org.nabla.progress.attempt.Manner;
import org.nabla.query.Foreseen;

/** Gives tests learners and answers without generating and grading: what is remembered does not depend on either. */
@ApplicationScoped
public class Histories {
    private static final int STAND_IN = 9_999;

    private final ProgressService progress;
    private final ExerciseRepository exercises;
    private final EntityManager database;
    private final ObjectMapper json;

    Histories(ProgressService progress, ExerciseRepository exercises, EntityManager database, ObjectMapper json) {
        this.progress = progress;
        this.exercises = exercises;
        this.database = database;
        this.json = json;
    }

    public UserId learner() {
        return QuarkusTransaction.requiringNew()
                .call(() -> new UserId(((Number) database.createNativeQuery(
                                        "insert into account (name, created_at) values ('Ada', now()) returning id")
                                .getSingleResult())
                        .longValue()));
    }

    /** An exercise whose answer is typed. */
    public StoredExercise exercise(String template, int seed, List<String> skills) {
        return exercise(template, 1, seed, skills);
    }

    /** The same of a version that the template will never have, so that nobody else is served it. */
    public StoredExercise standIn(String template, int seed, List<String> skills) {
        return exercise(template, STAND_IN, seed, skills);
    }

    private StoredExercise exercise(String template, int version, int seed, List<String> skills) {
        var id = new ExerciseId(template);
        return QuarkusTransaction.requiringNew().call(() -> {
            var made = new ExerciseMaker.Made(made(id, version, seed, skills), "");
            exercises.keep(new Variant(id, version, new Seed(seed)), write(made.exercise()), "{}", made, Instant.EPOCH);
            var row = exercises.find(id, version, new Seed(seed)).orElseThrow();
            return new StoredExercise(row.id(), made(id, version, seed, skills));
        });
    }

    public void answer(UserId learner, StoredExercise exercise, Instant at, boolean right) {
        answerSeen(learner, exercise, at, right);
    }

    /** The same, and what is known with it for the page that comes. */
    public Foreseen answerSeen(UserId learner, StoredExercise exercise, Instant at, boolean right) {
        var foreseen = new Foreseen();
        progress.record(
                learner,
                exercise,
                new GradedAttempt(UUID.randomUUID(), at, 1, List.of(new GradedResponse("a", "1", verdict(right)))),
                Manner.ALONE,
                Conditions.reading(foreseen));
        return foreseen;
    }

    public void openHelp(UserId learner, StoredExercise exercise) {
        progress.openHelp(learner, exercise, new Help(1, false));
    }

    private static Exercise made(ExerciseId template, int version, int seed, List<String> skills) {
        var part = Exercise.Part.of("a", "", spec());
        return new Exercise(
                template,
                version,
                new Seed(seed),
                "Made for a test",
                skills,
                1 + seed % 5,
                "What is $1$?",
                List.of(part),
                List.of("It is $1$."),
                List.of("It is $1$."),
                Optional.empty(),
                Optional.empty());
    }

    private static AnswerSpec spec() {
        return new AnswerSpec("number", List.of("1"), Map.of(), Map.of(), List.of());
    }

    private static Verdict verdict(boolean right) {
        return new Verdict(
                right ? Outcome.CORRECT : Outcome.WRONG,
                right ? 1 : 0,
                Optional.empty(),
                "",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private String write(Exercise exercise) {
        try {
            return json.writeValueAsString(exercise);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
