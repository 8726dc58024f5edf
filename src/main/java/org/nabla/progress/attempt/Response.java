package org.nabla.progress.attempt;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.nabla.grading.Outcome;
import org.nabla.grading.Verdict;
import org.nabla.query.Update;

/** What was typed into one box of an exercise, with the verdict as it was shown. Written once, never changed. */
@Entity
public class Response {
    /** Columns are for grouping; the whole is in {@link #verdict}. */
    private static final int UNDERSTOOD_LIMIT = 8_000;

    @Id
    private long id;

    private long learnerId;
    private long attemptId;
    private Instant submittedAt;
    private String part;
    private String typed;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private double score;
    private @Nullable String mistake;
    private @Nullable String understood;

    @JdbcTypeCode(SqlTypes.JSON)
    private String verdict;

    @SuppressWarnings("NullAway.Init")
    protected Response() {} // for Hibernate

    /**
     * @param id of {@link AttemptKeys}
     * @param mistake the one that was recognised, by the number that it has in the template
     */
    public Response(long id, Attempt attempt, GradedResponse graded, Optional<String> mistake, String verdictAsJson) {
        this.id = id;
        learnerId = attempt.learnerId();
        attemptId = attempt.id();
        submittedAt = attempt.submittedAt();
        part = graded.part();
        typed = graded.typed();
        outcome = graded.verdict().outcome();
        score = graded.verdict().score();
        this.mistake = mistake.orElse(null);
        understood = graded.verdict()
                .understood()
                .map(Verdict.Understood::text)
                .filter(text -> text.length() <= UNDERSTOOD_LIMIT)
                .orElse(null);
        verdict = verdictAsJson;
    }

    public Update written() {
        return Update.of(
                "insert into response (id, learner_id, attempt_id, submitted_at, part, typed, outcome, score, mistake, understood,"
                        + " verdict) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb))",
                id,
                learnerId,
                attemptId,
                submittedAt,
                part,
                typed,
                outcome,
                score,
                Optional.ofNullable(mistake),
                Optional.ofNullable(understood),
                verdict);
    }

    public String part() {
        return part;
    }

    public String typed() {
        return typed;
    }

    public String verdict() {
        return verdict;
    }

    long attemptId() {
        return attemptId;
    }
}
