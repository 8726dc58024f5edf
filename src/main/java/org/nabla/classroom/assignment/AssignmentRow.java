package org.nabla.classroom.assignment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.annotations.PartitionKey;
import org.jspecify.annotations.Nullable;
import org.nabla.classroom.marking.AssignmentRules;
import org.nabla.classroom.marking.Counts;
import org.nabla.classroom.marking.LateRule;
import org.nabla.classroom.marking.Telling;
import org.nabla.classroom.marking.Terms;
import org.nabla.classroom.marking.Timing;

/** An assignment in the database. */
@Entity
@Table(name = "assignment")
class AssignmentRow {
    private enum Variants {
        OWN,
        SAME
    }

    private enum Feedback {
        AT_ONCE,
        AFTER_DUE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @PartitionKey
    private long courseId;

    private int number;
    private String title;
    private Instant opensAt;
    private Instant dueAt;
    private Instant closesAt;
    private BigDecimal lateShare;
    private BigDecimal lateFloor;
    private short attempts;

    @Enumerated(EnumType.STRING)
    private Counts counts;

    @Enumerated(EnumType.STRING)
    private Variants variants;

    @Enumerated(EnumType.STRING)
    private Feedback feedback;

    private @Nullable Instant toldAt;
    private boolean help;
    private BigDecimal penalty;
    private @Nullable BigDecimal required;
    private @Nullable Short minutes;
    private boolean shuffled;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected AssignmentRow() {} // for Hibernate

    @SuppressWarnings("NullAway.Init") // apply sets the rest
    AssignmentRow(long course, int number, AssignmentRules rules, Instant now) {
        courseId = course;
        this.number = number;
        createdAt = now;
        apply(rules);
    }

    final void apply(AssignmentRules rules) {
        title = rules.title();
        opensAt = rules.opensAt();
        dueAt = rules.dueAt();
        closesAt = rules.closesAt();
        lateShare = BigDecimal.valueOf(rules.late().perDay());
        lateFloor = BigDecimal.valueOf(rules.late().floor());
        attempts = (short) rules.attempts();
        counts = rules.counts();
        variants = rules.ownVariants() ? Variants.OWN : Variants.SAME;
        feedback = rules.telling().atOnce() ? Feedback.AT_ONCE : Feedback.AFTER_DUE;
        toldAt = rules.telling().at().orElse(null);
        help = rules.help();
        penalty = BigDecimal.valueOf(rules.penalty());
        required = rules.required().map(BigDecimal::valueOf).orElse(null);
        minutes = rules.timing().timed() ? (short) rules.timing().minutes() : null;
        shuffled = rules.timing().shuffled();
    }

    long id() {
        return Objects.requireNonNull(id, "not stored yet");
    }

    AssignmentKey key() {
        return new AssignmentKey(courseId, id());
    }

    Assignment with(List<Problem> problems) {
        return new Assignment(id(), courseId, number, rules(), problems);
    }

    AssignmentRules rules() {
        return new AssignmentRules(
                title,
                new Terms(opensAt, dueAt, closesAt),
                new LateRule(lateShare.doubleValue(), lateFloor.doubleValue()),
                attempts,
                counts,
                variants == Variants.OWN,
                new Telling(feedback == Feedback.AT_ONCE, Optional.ofNullable(toldAt)),
                help,
                penalty.doubleValue(),
                Optional.ofNullable(required).map(BigDecimal::doubleValue),
                new Timing(minutes == null ? 0 : minutes, shuffled));
    }
}
