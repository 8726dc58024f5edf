package org.nabla.progress.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;

/** A generated exercise in the database: what it says is written once; only what is known of it changes. */
@Entity
@Table(name = "exercise")
class ExerciseRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String template;
    private int version;
    private long seed;

    @JdbcTypeCode(SqlTypes.JSON)
    private String body;

    @Column(name = "created_at")
    private Instant createdAt;

    @Enumerated(EnumType.STRING)
    private ExerciseStanding standing;

    private @Nullable String dispute;

    @SuppressWarnings("NullAway.Init")
    protected ExerciseRow() {} // for Hibernate

    long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    Variant variant() {
        return new Variant(new ExerciseId(template), version, new Seed(seed));
    }

    String body() {
        return body;
    }

    ExerciseStanding standing() {
        return standing;
    }

    Optional<String> dispute() {
        return Optional.ofNullable(dispute);
    }

    /** Another route has looked at it. */
    void settle(ExerciseMaker.Made made) {
        standing = made.standing();
        dispute = made.dispute().isEmpty() ? null : made.dispute();
    }
}
