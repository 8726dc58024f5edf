package org.nabla.progress.attempt;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nabla.account.UserId;
import org.nabla.exercise.ExerciseId;
import org.nabla.grading.Outcome;
import org.nabla.progress.store.StoredExercise;
import org.nabla.query.Update;

/** One answer to an exercise, all its parts together, with what became of it. Written once, never changed. */
@Entity
public class Attempt {
    @Id
    private long id;

    private long learnerId;
    private long exerciseId;
    private String template;
    private int version;
    private long seed;
    private UUID submission;
    private short parts;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private double score;
    private boolean first;
    private boolean unaided;
    private @Nullable Short spentSeconds;
    private Instant submittedAt;

    @SuppressWarnings("NullAway.Init")
    protected Attempt() {} // for Hibernate

    /** @param id of {@link AttemptKeys} */
    public Attempt(
            long id, UserId learner, StoredExercise stored, GradedAttempt graded, boolean first, boolean unaided) {
        this.id = id;
        var exercise = stored.exercise();
        learnerId = learner.value();
        exerciseId = stored.id();
        template = exercise.template().value();
        version = exercise.version();
        seed = exercise.seed().value();
        submission = graded.submission();
        parts = (short) graded.parts();
        outcome = graded.outcome();
        score = graded.score();
        this.first = first;
        this.unaided = unaided;
        // As the database keeps it, so that what is computed now is the same when it is read again.
        submittedAt = graded.submittedAt().truncatedTo(ChronoUnit.MICROS);
        spentSeconds = FormName.timeToAnswer(submission, submittedAt)
                .map(time -> (short) time.toSeconds())
                .orElse(null);
    }

    public long id() {
        return id;
    }

    /** Writes it, with the name of its form. */
    public List<Update> written() {
        return List.of(
                Update.of(
                        "insert into attempt (id, learner_id, exercise_id, template, version, seed, submission, parts, outcome, score,"
                                + " first, unaided, spent_seconds, submitted_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        id,
                        learnerId,
                        exerciseId,
                        template,
                        version,
                        seed,
                        submission,
                        parts,
                        outcome,
                        score,
                        first,
                        unaided,
                        Optional.ofNullable(spentSeconds),
                        submittedAt),
                Update.of(
                        "insert into submission (id, learner_id, attempt_id, submitted_at, exercise_id) values (?, ?, ?, ?, ?)",
                        submission,
                        learnerId,
                        id,
                        submittedAt,
                        exerciseId));
    }

    public long learnerId() {
        return learnerId;
    }

    public ExerciseId template() {
        return new ExerciseId(template);
    }

    public UUID submission() {
        return submission;
    }

    public int parts() {
        return parts;
    }

    public long exerciseId() {
        return exerciseId;
    }

    public Outcome outcome() {
        return outcome;
    }

    double score() {
        return score;
    }

    public boolean first() {
        return first;
    }

    public boolean unaided() {
        return unaided;
    }

    public Optional<Duration> timeSpent() {
        return Optional.ofNullable(spentSeconds).map(Duration::ofSeconds);
    }

    public Instant submittedAt() {
        return submittedAt;
    }
}
