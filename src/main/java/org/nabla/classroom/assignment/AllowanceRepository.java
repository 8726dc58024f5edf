package org.nabla.classroom.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.nabla.account.UserId;
import org.nabla.classroom.marking.Allowance;
import org.nabla.classroom.marking.Extension;
import org.nabla.classroom.marking.MarkOverride;
import org.nabla.classroom.marking.Terms;

/** What teachers decided for single learners: more time, or another mark. */
@ApplicationScoped
class AllowanceRepository {
    private static final String ALLOWANCES = """
            select a.id, e.learner_id, e.left_at is null, c.zone, e.extra_days, x.due_at, x.closes_at, x.reason,
                   t.opens_at, t.due_at, t.closes_at, coalesce(l.days, 0), k.due_at, k.closes_at
            from assignment a join course c on c.id = a.course_id
            join enrolment e on e.course_id = a.course_id
            left join extension x on x.assignment_id = a.id and x.learner_id = e.learner_id
            left join section_times t on t.assignment_id = a.id and t.section_id = e.section_id
            left join late_day l on l.assignment_id = a.id and l.learner_id = e.learner_id
            left join (select assignment_id, learner_id, max(due_at) as due_at, max(closes_at) as closes_at from kept_times
                group by assignment_id, learner_id) k on k.assignment_id = a.id and k.learner_id = e.learner_id
            where %s and (e.extra_days > 0 or x.due_at is not null or t.due_at is not null
                or l.days is not null or k.due_at is not null)
            order by a.id, e.learner_id""";

    /**
     * What holds for one learner in one assignment.
     *
     * @param present whether they are in the course now
     */
    private record Row(long assignment, UserId learner, boolean present, Allowance allowance) {}

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

    /** What holds for a learner in an assignment: {@link Allowance#NONE} where the times of all do. */
    Allowance of(long assignment, UserId learner) {
        return rows("a.id = :id and e.learner_id = :learner", assignment, Optional.of(learner)).stream()
                .findFirst()
                .map(Row::allowance)
                .orElse(Allowance.NONE);
    }

    /** The learners of an assignment for whom other times hold than those of all, also those who left. */
    Map<UserId, Allowance> of(long assignment) {
        return rows("a.id = :id", assignment, Optional.empty()).stream()
                .collect(Collectors.toMap(Row::learner, Row::allowance));
    }

    /** The same for all assignments of a course, by assignment. */
    Map<Long, Map<UserId, Allowance>> ofCourse(long course) {
        return rows("a.course_id = :id", course, Optional.empty()).stream()
                .collect(Collectors.groupingBy(Row::assignment, Collectors.toMap(Row::learner, Row::allowance)));
    }

    /** The latest closing time that holds for a learner who is in the course now; empty where the times of all hold for everybody. */
    Optional<Instant> lastClose(long assignment, Terms all) {
        return rows("a.id = :id", assignment, Optional.empty()).stream()
                .filter(Row::present)
                .map(row -> row.allowance().terms(all).closes())
                .max(Comparator.naturalOrder());
    }

    ZoneId zone(long course) {
        return ZoneId.of((String) database.createNativeQuery("select zone from course where id = :course")
                .setParameter("course", course)
                .getSingleResult());
    }

    private List<Row> rows(String condition, long id, Optional<UserId> learner) {
        var query = database.createNativeQuery(ALLOWANCES.formatted(condition)).setParameter("id", id);
        learner.ifPresent(one -> query.setParameter("learner", one.value()));
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> row((Object[]) row)).toList();
    }

    private static Row row(Object[] c) {
        return new Row(
                ((Number) c[0]).longValue(),
                new UserId(((Number) c[1]).longValue()),
                (Boolean) c[2],
                new Allowance(
                        ZoneId.of((String) c[3]),
                        c[8] == null
                                ? Optional.empty()
                                : Optional.of(new Terms((Instant) c[8], (Instant) c[9], (Instant) c[10])),
                        c[5] == null
                                ? Optional.empty()
                                : Optional.of(new Extension((Instant) c[5], (Instant) c[6], (String) c[7])),
                        ((Number) c[4]).intValue(),
                        ((Number) c[11]).intValue(),
                        c[12] == null
                                ? Optional.empty()
                                : Optional.of(new Extension((Instant) c[12], (Instant) c[13], ""))));
    }

    /** The dates of the sections that have their own. */
    Map<Long, Terms> sectionTimes(long assignment) {
        List<?> rows = database.createNativeQuery("select section_id, opens_at, due_at, closes_at from section_times"
                        + " where assignment_id = :assignment order by section_id")
                .setParameter("assignment", assignment)
                .getResultList();
        var times = new LinkedHashMap<Long, Terms>();
        for (var row : rows) {
            var c = (Object[]) row;
            times.put(((Number) c[0]).longValue(), new Terms((Instant) c[1], (Instant) c[2], (Instant) c[3]));
        }
        return times;
    }

    /** The same for all assignments of a course. */
    Map<Long, Map<Long, Terms>> sectionTimesOf(long course) {
        List<?> rows = database.createNativeQuery(
                        "select t.assignment_id, t.section_id, t.opens_at, t.due_at, t.closes_at from section_times t"
                                + " join assignment a on a.id = t.assignment_id where a.course_id = :course"
                                + " order by t.assignment_id, t.section_id")
                .setParameter("course", course)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .collect(Collectors.groupingBy(
                        c -> ((Number) c[0]).longValue(),
                        Collectors.toMap(
                                c -> ((Number) c[1]).longValue(),
                                c -> new Terms((Instant) c[2], (Instant) c[3], (Instant) c[4]))));
    }

    void setSectionTimes(long assignment, Map<Long, Terms> times) {
        database.createNativeQuery("delete from section_times where assignment_id = :assignment")
                .setParameter("assignment", assignment)
                .executeUpdate();
        times.forEach((section, terms) -> database.createNativeQuery(
                        "insert into section_times (section_id, assignment_id, opens_at, due_at, closes_at)"
                                + " values (:section, :assignment, :opens, :due, :closes)")
                .setParameter("section", section)
                .setParameter("assignment", assignment)
                .setParameter("opens", terms.opens())
                .setParameter("due", terms.due())
                .setParameter("closes", terms.closes())
                .executeUpdate());
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

    /** The same extension at other times: it is not given anew. */
    void move(long assignment, UserId learner, Extension extension) {
        database.createNativeQuery("update extension set due_at = :due, closes_at = :closes"
                        + " where assignment_id = :assignment and learner_id = :learner")
                .setParameter("due", extension.due())
                .setParameter("closes", extension.closes())
                .setParameter("assignment", assignment)
                .setParameter("learner", learner.value())
                .executeUpdate();
    }

    /** Moves the times that learners keep. */
    void moveKept(long assignment, UnaryOperator<Extension> shift) {
        List<?> rows = database.createNativeQuery(
                        "select id, due_at, closes_at from kept_times where assignment_id = :assignment")
                .setParameter("assignment", assignment)
                .getResultList();
        for (var row : rows) {
            var c = (Object[]) row;
            var then = shift.apply(new Extension((Instant) c[1], (Instant) c[2], ""));
            database.createNativeQuery("update kept_times set due_at = :due, closes_at = :closes where id = :id")
                    .setParameter("due", then.due())
                    .setParameter("closes", then.closes())
                    .setParameter("id", c[0])
                    .executeUpdate();
        }
    }

    void endExtension(long assignment, UserId learner) {
        remove("extension", assignment, learner);
    }

    /** What they were told before they were moved or had fewer days is over. */
    void endKept(long assignment, UserId learner) {
        remove("kept_times", assignment, learner);
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
