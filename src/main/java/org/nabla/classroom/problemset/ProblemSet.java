package org.nabla.classroom.problemset;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.PartitionKey;
import org.jspecify.annotations.Nullable;

/** An ordered list of templates and skills, from which assignments are made. */
@Entity
class ProblemSet {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @PartitionKey
    private long courseId;

    private String title;
    private Instant createdAt;
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init")
    protected ProblemSet() {} // for Hibernate

    ProblemSet(long course, String title, Instant now) {
        courseId = course;
        this.title = title;
        createdAt = now;
        changedAt = now;
    }

    long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    long course() {
        return courseId;
    }

    String title() {
        return title;
    }

    Instant changedAt() {
        return changedAt;
    }

    void rename(String newTitle) {
        title = newTitle;
    }

    void touch(Instant now) {
        changedAt = now;
    }
}
