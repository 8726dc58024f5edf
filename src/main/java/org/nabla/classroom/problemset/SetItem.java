package org.nabla.classroom.problemset;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.hibernate.annotations.PartitionKey;
import org.jspecify.annotations.Nullable;
import org.nabla.exercise.ExerciseId;

/** One line of a problem set: a template, or a skill of which templates are chosen. */
@Entity
@Table(name = "problem_set_item")
class SetItem {
    static final int MOST = 20;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @PartitionKey
    private long courseId;

    private long setId;
    private int position;
    private @Nullable String template;
    private @Nullable String skill;
    private @Nullable Short level;
    private short count;
    private BigDecimal points;

    @SuppressWarnings("NullAway.Init")
    protected SetItem() {} // for Hibernate

    private SetItem(long course, long set, int position, SetLine line) {
        courseId = course;
        setId = set;
        this.position = position;
        template = line.template().map(ExerciseId::value).orElse(null);
        skill = line.skill().orElse(null);
        change(line);
    }

    static SetItem of(long course, long set, int position, SetLine line) {
        return new SetItem(course, set, position, line);
    }

    /** What it asks for stays; how many, how hard and for how many points can change. */
    final void change(SetLine line) {
        level = line.level().isPresent() ? (short) line.level().getAsInt() : null;
        count = (short) line.count();
        points = BigDecimal.valueOf(line.points());
    }

    long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    int position() {
        return position;
    }

    void moveTo(int newPosition) {
        position = newPosition;
    }

    SetLine line() {
        return new SetLine(
                Optional.ofNullable(template).map(ExerciseId::new),
                Optional.ofNullable(skill),
                level == null ? OptionalInt.empty() : OptionalInt.of(level),
                count,
                points.doubleValue());
    }
}
