package org.nabla.classroom.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.classroom.marking.Extension;
import org.nabla.classroom.marking.MarkOverride;

/** What teachers decided for single learners: more time, or another mark. */
@ApplicationScoped
class AllowanceRepository {
    private final EntityManager database;

    AllowanceRepository(EntityManager database) {
        this.database = database;
    }

    Map<UserId, Extension> extensions(long assignment) {
        List<?> rows = database.createNativeQuery("select learner_id, due_at, closes_at, reason from extension"
                        + " where assignment_id = :assignment order by learner_id")
                .setParameter("assignment", assignment)
                .getResultList();
        var extensions = new LinkedHashMap<UserId, Extension>();
        for (var row : rows) {
            var c = (Object[]) row;
            extensions.put(
                    new UserId(((Number) c[0]).longValue()),
                    new Extension((Instant) c[1], (Instant) c[2], (String) c[3]));
        }
        return extensions;
    }

    /** The latest closing time that a learner who is in the course now was given; empty where nobody was. */
    Optional<Instant> lastClose(long assignment) {
        List<?> found = database.createNativeQuery("""
                        select max(x.closes_at) from extension x
                        join assignment a on a.id = x.assignment_id
                        join enrolment e on e.course_id = a.course_id and e.learner_id = x.learner_id and e.left_at is null
                        where x.assignment_id = :assignment""")
                .setParameter("assignment", assignment)
                .getResultList();
        return found.stream().filter(Objects::nonNull).findFirst().map(Instant.class::cast);
    }

    void extend(long assignment, UserId learner, Extension extension, Instant now) {
        database.createNativeQuery(
                        "insert into extension (assignment_id, learner_id, due_at, closes_at, reason, given_at)"
                                + " values (:assignment, :learner, :due, :closes, :reason, :now)"
                                + " on conflict (assignment_id, learner_id) do update set due_at = excluded.due_at,"
                                + " closes_at = excluded.closes_at, reason = excluded.reason, given_at = excluded.given_at")
                .setParameter("assignment", assignment)
                .setParameter("learner", learner.value())
                .setParameter("due", extension.due())
                .setParameter("closes", extension.closes())
                .setParameter("reason", extension.reason())
                .setParameter("now", now)
                .executeUpdate();
    }

    void endExtension(long assignment, UserId learner) {
        remove("extension", assignment, learner);
    }

    Map<UserId, MarkOverride> overrides(long assignment) {
        List<?> rows = database.createNativeQuery("select learner_id, points, reason from mark_override"
                        + " where assignment_id = :assignment order by learner_id")
                .setParameter("assignment", assignment)
                .getResultList();
        var overrides = new LinkedHashMap<UserId, MarkOverride>();
        for (var row : rows) {
            var c = (Object[]) row;
            overrides.put(
                    new UserId(((Number) c[0]).longValue()),
                    new MarkOverride(
                            Optional.ofNullable((BigDecimal) c[1]).map(BigDecimal::doubleValue), (String) c[2]));
        }
        return overrides;
    }

    void override(long assignment, UserId learner, MarkOverride mark, Instant now) {
        database.createNativeQuery("insert into mark_override (assignment_id, learner_id, points, reason, given_at)"
                        + " values (:assignment, :learner, cast(:points as numeric), :reason, :now)"
                        + " on conflict (assignment_id, learner_id) do update"
                        + " set points = excluded.points, reason = excluded.reason, given_at = excluded.given_at")
                .setParameter("assignment", assignment)
                .setParameter("learner", learner.value())
                .setParameter("points", mark.points().map(BigDecimal::valueOf).orElse(null))
                .setParameter("reason", mark.reason())
                .setParameter("now", now)
                .executeUpdate();
    }

    void endOverride(long assignment, UserId learner) {
        remove("mark_override", assignment, learner);
    }

    private void remove(String table, long assignment, UserId learner) {
        database.createNativeQuery(
                        "delete from " + table + " where assignment_id = :assignment and learner_id = :learner")
                .setParameter("assignment", assignment)
                .setParameter("learner", learner.value())
                .executeUpdate();
    }
}
