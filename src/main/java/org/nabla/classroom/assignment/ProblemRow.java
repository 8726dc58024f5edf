package org.nabla.classroom.assignment;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.annotations.PartitionKey;
import org.jspecify.annotations.Nullable;
import org.nabla.exercise.ExerciseId;

/** A problem of an assignment in the database. */
@Entity
@Table(name = "assignment_problem")
class ProblemRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @PartitionKey
    private long courseId;

    private long assignmentId;
    private int position;
    private String template;
    private BigDecimal points;
    private @Nullable Long exerciseId;
    private boolean fullMarks;

    @SuppressWarnings("NullAway.Init")
    protected ProblemRow() {} // for Hibernate

    ProblemRow(AssignmentKey of, int position, ExerciseId template, double points, Optional<Long> shared) {
        courseId = of.course();
        assignmentId = of.id();
        this.position = position;
        this.template = template.value();
        this.points = BigDecimal.valueOf(points);
        exerciseId = shared.orElse(null);
    }

    long assignment() {
        return assignmentId;
    }

    ExerciseId template() {
        return new ExerciseId(template);
    }

    Problem problem(boolean foretold) {
        return new Problem(
                courseId,
                Objects.requireNonNull(id, "not stored yet"),
                position,
                template(),
                points.doubleValue(),
                Optional.ofNullable(exerciseId),
                fullMarks,
                foretold);
    }
}
