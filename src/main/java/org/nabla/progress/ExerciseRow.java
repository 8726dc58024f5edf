package org.nabla.progress;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A generated exercise in the database: written once, never changed. */
@Entity
@Table(name = "exercise")
class ExerciseRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String template;
    private int version;
    private int seed;

    @JdbcTypeCode(SqlTypes.JSON)
    private String body;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected ExerciseRow() {} // for Hibernate

    long id() {
        return java.util.Objects.requireNonNull(id, "not stored yet");
    }

    String body() {
        return body;
    }
}
