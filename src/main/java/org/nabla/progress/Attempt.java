package org.nabla.progress;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nabla.account.UserId;
import org.nabla.exercise.ExerciseId;
import org.nabla.grading.Outcome;

/** One answer to an exercise, all its parts together, with what became of it. Written once, never changed. */
@Entity
class Attempt {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "attempt_seq")
    @SequenceGenerator(name = "attempt_seq", sequenceName = "attempt_seq", allocationSize = 50)
    private @Nullable Long id;

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

    Attempt(UserId learner, StoredExercise stored, GradedAttempt graded, boolean first, boolean unaided) {
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

    long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    long learnerId() {
        return learnerId;
    }

    ExerciseId template() {
        return new ExerciseId(template);
    }

    UUID submission() {
        return submission;
    }

    int parts() {
        return parts;
    }

    long exerciseId() {
        return exerciseId;
    }

    Outcome outcome() {
        return outcome;
    }

    double score() {
        return score;
    }

    boolean first() {
        return first;
    }

    boolean unaided() {
        return unaided;
    }

    Optional<Duration> timeSpent() {
        return Optional.ofNullable(spentSeconds).map(Duration::ofSeconds);
    }

    Instant submittedAt() {
        return submittedAt;
    }
}
