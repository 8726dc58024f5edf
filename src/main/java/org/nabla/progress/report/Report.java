package org.nabla.progress.report;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nabla.account.UserId;
import org.nabla.progress.attempt.FormOf;

/** A learner's doubt about one verdict; answered at most once, though the answer may be put better later. */
@Entity
class Report {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private long learnerId;
    private long attemptId;
    private Instant submittedAt;
    private UUID submission;
    private long exerciseId;
    private String note;
    private Instant reportedAt;
    private @Nullable String answer;
    private @Nullable Instant answeredAt;

    @SuppressWarnings("NullAway.Init")
    protected Report() {} // for Hibernate

    long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    UserId learner() {
        return new UserId(learnerId);
    }

    UUID submission() {
        return submission;
    }

    FormOf form() {
        return new FormOf(learner(), submission);
    }

    long exerciseId() {
        return exerciseId;
    }

    String note() {
        return note;
    }

    Instant reportedAt() {
        return reportedAt;
    }

    Optional<String> answer() {
        return Optional.ofNullable(answer);
    }

    void answered(String newAnswer, Instant now) {
        answer = newAnswer;
        answeredAt = now;
    }
}
