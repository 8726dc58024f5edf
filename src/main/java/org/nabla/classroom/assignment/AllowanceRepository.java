package org.nabla.classroom.assignment;

import jakarta.inject.Singleton;
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
import org.nabla.database.glance.Glance;
import org.nabla.query.Rows;

/** What teachers decided for single learners: more time, or another mark. */
@Singleton
class AllowanceRepository {
    private static final String ALLOWANCES = """
            select a.id, e.learner_id, e.left_at is null, c.zone, e.extra_days, x.due_at, x.closes_at, x.reason,
                   t.opens_at, t.due_at, t.closes_at, coalesce(l.days, 0), k.due_at, k.closes_at
            from assignment a join course c on c.id = a.course_id
            join enrolment e on e.course_id = a.course_id
            left join extension x on x.course_id = a.course_id and x.assignment_id = a.id and x.learner_id = e.learner_id
            left join section_times t on t.course_id = a.course_id and t.assignment_id = a.id and t.section_id = e.section_id
            left join late_day l on l.course_id = a.course_id and l.assignment_id = a.id and l.learner_id = e.learner_id
            left join (select course_id, assignment_id, learner_id, max(due_at) as due_at, max(closes_at) as closes_at
                from kept_times group by course_id, assignment_id, learner_id) k
                on k.course_id = a.course_id and k.assignment_id = a.id and k.learner_id = e.learner_id
            where %s and (e.extra_days > 0 or x.due_at is not null or t.due_at is not null
                or l.days is not null or k.due_at is not null)
            order by a.id, e.learner_id""";

    private static final String OF_ASSIGNMENT = "a.course_id = :course and a.id = :assignment";

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

    Map<UserId, Extension> extensions(AssignmentKey assignment) {
        var query = database.createNativeQuery("select learner_id, due_at, closes_at, reason from extension"
                        + " where course_id = :course and assignment_id = :assignment order by learner_id")
                .setParameter("course", assignment.course())
                .setParameter("assignment", assignment.id());
        var extensions = new LinkedHashMap<UserId, Extension>();
        for (var row : Rows.all(query, Extended.class)) {
            extensions.put(row.learner(), row.extension());
        }
        return extensions;
    }

    private record Learner(AssignmentKey assignment, UserId learner) {}

    /** What holds for a learner in an assignment: {@link Allowance#NONE} where the times of all do. */
    Allowance of(AssignmentKey assignment, UserId learner) {
        return Glance.once(
                new Learner(assignment, learner),
                () -> rows(
                                OF_ASSIGNMENT + " and e.learner_id = :learner",
                                Map.of(
                                        "course",
                                        assignment.course(),
                                        "assignment",
                                        assignment.id(),
                                        "learner",
                                        learner.value()))
                        .stream()
                        .findFirst()
                        .map(Row::allowance)
                        .orElse(Allowance.NONE));
    }

    /** The learners of an assignment for whom other times hold than those of all, also those who left. */
    Map<UserId, Allowance> of(AssignmentKey assignment) {
        return rows(assignment).stream().collect(Collectors.toMap(Row::learner, Row::allowance));
    }

    /** The same for all assignments of a course, by assignment. */
    Map<Long, Map<UserId, Allowance>> ofCourse(long course) {
        return rows("a.course_id = :course", Map.of("course", course)).stream()
                .collect(Collectors.groupingBy(Row::assignment, Collectors.toMap(Row::learner, Row::allowance)));
    }

    /** The latest closing time that holds for a learner who is in the course now; empty where the times of all hold for everybody. */
    Optional<Instant> lastClose(AssignmentKey assignment, Terms all) {
        return rows(assignment).stream()
                .filter(Row::present)
                .map(row -> row.allowance().terms(all).closes())
                .max(Comparator.naturalOrder());
    }

    ZoneId zone(long course) {
        return ZoneId.of((String) database.createNativeQuery("select zone from course where id = :course")
                .setParameter("course", course)
                .getSingleResult());
    }

    private List<Row> rows(AssignmentKey assignment) {
        return rows(OF_ASSIGNMENT, Map.of("course", assignment.course(), "assignment", assignment.id()));
    }

    private List<Row> rows(String condition, Map<String, Long> values) {
        var query = database.createNativeQuery(ALLOWANCES.formatted(condition));
        values.forEach(query::setParameter);
        return Rows.all(query, Allowed.class).stream().map(Allowed::row).toList();
    }

    private record Extended(UserId learner, Extension extension) {}

    private record OfSection(long assignment, long section, Terms times) {}

    private record Kept(long id, Extension times) {}

    private record Overridden(UserId learner, MarkOverride mark) {}

    private record Times(Instant due, Instant closes) {}

    /** A row of the query. */
    private record Allowed(
            long assignment,
            UserId learner,
            boolean present,
            ZoneId zone,
            int extraDays,
            Optional<Extension> extension,
            Optional<Terms> section,
            int lateDays,
            Optional<Times> kept) {

        Row row() {
            var told = kept.map(times -> new Extension(times.due(), times.closes(), ""));
            return new Row(
                    assignment, learner, present, new Allowance(zone, section, extension, extraDays, lateDays, told));
        }
    }

    /** The dates of the sections that have their own. */
    Map<Long, Terms> sectionTimes(AssignmentKey assignment) {
        var query = database.createNativeQuery(
                        "select assignment_id, section_id, opens_at, due_at, closes_at"
                                + " from section_times where course_id = :course and assignment_id = :assignment order by section_id")
                .setParameter("course", assignment.course())
                .setParameter("assignment", assignment.id());
        var times = new LinkedHashMap<Long, Terms>();
        for (var row : Rows.all(query, OfSection.class)) {
            times.put(row.section(), row.times());
        }
        return times;
    }

    /** The same for all assignments of a course. */
    Map<Long, Map<Long, Terms>> sectionTimesOf(long course) {
        return Rows.all(
                        database.createNativeQuery(
                                        "select t.assignment_id, t.section_id, t.opens_at, t.due_at, t.closes_at from section_times t"
                                                + " where t.course_id = :course"
                                                + " order by t.assignment_id, t.section_id")
                                .setParameter("course", course),
                        OfSection.class)
                .stream()
                .collect(Collectors.groupingBy(
                        OfSection::assignment, Collectors.toMap(OfSection::section, OfSection::times)));
    }

    void setSectionTimes(AssignmentKey assignment, Map<Long, Terms> times) {
        database.createNativeQuery(
                        "delete from section_times where course_id = :course and assignment_id = :assignment")
                .setParameter("course", assignment.course())
                .setParameter("assignment", assignment.id())
                .executeUpdate();
        times.forEach((section, terms) -> database.createNativeQuery(
                        "insert into section_times (course_id, section_id, assignment_id, opens_at, due_at, closes_at)"
                                + " values (:course, :section, :assignment, :opens, :due, :closes)")
                .setParameter("section", section)
                .setParameter("course", assignment.course())
                .setParameter("assignment", assignment.id())
                .setParameter("opens", terms.opens())
                .setParameter("due", terms.due())
                .setParameter("closes", terms.closes())
                .executeUpdate());
    }

    void extend(AssignmentKey assignment, UserId learner, Extension extension, Instant now) {
        database.createNativeQuery(
                        "insert into extension (course_id, assignment_id, learner_id, due_at, closes_at, reason, given_at)"
                                + " values (:course, :assignment, :learner, :due, :closes, :reason, :now)"
                                + " on conflict (course_id, assignment_id, learner_id) do update set due_at = excluded.due_at,"
                                + " closes_at = excluded.closes_at, reason = excluded.reason, given_at = excluded.given_at")
                .setParameter("course", assignment.course())
                .setParameter("assignment", assignment.id())
                .setParameter("learner", learner.value())
                .setParameter("due", extension.due())
                .setParameter("closes", extension.closes())
                .setParameter("reason", extension.reason())
                .setParameter("now", now)
                .executeUpdate();
    }

    /** The same extension at other times: it is not given anew. */
    void move(AssignmentKey assignment, UserId learner, Extension extension) {
        database.createNativeQuery("update extension set due_at = :due, closes_at = :closes"
                        + " where course_id = :course and assignment_id = :assignment and learner_id = :learner")
                .setParameter("due", extension.due())
                .setParameter("closes", extension.closes())
                .setParameter("course", assignment.course())
                .setParameter("assignment", assignment.id())
                .setParameter("learner", learner.value())
                .executeUpdate();
    }

    /** Moves the times that learners keep. */
    void moveKept(AssignmentKey assignment, UnaryOperator<Extension> shift) {
        var query = database.createNativeQuery(
                        "select id, due_at, closes_at, '' from kept_times where course_id = :course and assignment_id = :assignment")
                .setParameter("course", assignment.course())
                .setParameter("assignment", assignment.id());
        for (var row : Rows.all(query, Kept.class)) {
            var then = shift.apply(row.times());
            database.createNativeQuery("update kept_times set due_at = :due, closes_at = :closes"
                            + " where course_id = :course and id = :id")
                    .setParameter("due", then.due())
                    .setParameter("closes", then.closes())
                    .setParameter("course", assignment.course())
                    .setParameter("id", row.id())
                    .executeUpdate();
        }
    }

    void endExtension(AssignmentKey assignment, UserId learner) {
        remove("extension", assignment, learner);
    }

    /** What they were told before they were moved or had fewer days is over. */
    void endKept(AssignmentKey assignment, UserId learner) {
        remove("kept_times", assignment, learner);
    }

    Map<UserId, MarkOverride> overrides(AssignmentKey assignment) {
        var query = database.createNativeQuery("select learner_id, points, reason from mark_override"
                        + " where course_id = :course and assignment_id = :assignment order by learner_id")
                .setParameter("course", assignment.course())
                .setParameter("assignment", assignment.id());
        var overrides = new LinkedHashMap<UserId, MarkOverride>();
        for (var row : Rows.all(query, Overridden.class)) {
            overrides.put(row.learner(), row.mark());
        }
        return overrides;
    }

    void override(AssignmentKey assignment, UserId learner, MarkOverride mark, Instant now) {
        database.createNativeQuery(
                        "insert into mark_override (course_id, assignment_id, learner_id, points, reason, given_at)"
                                + " values (:course, :assignment, :learner, cast(:points as numeric), :reason, :now)"
                                + " on conflict (course_id, assignment_id, learner_id) do update"
                                + " set points = excluded.points, reason = excluded.reason, given_at = excluded.given_at")
                .setParameter("course", assignment.course())
                .setParameter("assignment", assignment.id())
                .setParameter("learner", learner.value())
                .setParameter("points", mark.points().map(BigDecimal::valueOf).orElse(null))
                .setParameter("reason", mark.reason())
                .setParameter("now", now)
                .executeUpdate();
    }

    void endOverride(AssignmentKey assignment, UserId learner) {
        remove("mark_override", assignment, learner);
    }

    private void remove(String table, AssignmentKey assignment, UserId learner) {
        database.createNativeQuery("delete from " + table
                        + " where course_id = :course and assignment_id = :assignment and learner_id = :learner")
                .setParameter("course", assignment.course())
                .setParameter("assignment", assignment.id())
                .setParameter("learner", learner.value())
                .executeUpdate();
    }
}
