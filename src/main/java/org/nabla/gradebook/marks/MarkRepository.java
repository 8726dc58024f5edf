package org.nabla.gradebook.marks;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.nabla.account.UserId;
import org.nabla.classroom.marking.MarkOverride;
import org.nabla.query.Rows;

/** The marks of a course, in one query whatever their number. */
@Singleton
public class MarkRepository {
    private static final String MARKS = """
            with computed as (
                select p.assignment_id, w.learner_id, sum(w.share * cast(p.points as double precision)) as points,
                       max(w.last_at) as handed_in
                %s
                group by p.assignment_id, w.learner_id),
            overridden as (select o.* from mark_override o where o.course_id = :course %s)
            select coalesce(c.learner_id, o.learner_id), coalesce(c.assignment_id, o.assignment_id), c.points,
                   o.learner_id is not null, o.points, o.reason, c.handed_in
            from computed c
            full join overridden o on o.assignment_id = c.assignment_id and o.learner_id = c.learner_id""";

    /** As they have been carried over to the course. */
    private static final String OF_ALL = MARKS.formatted("""
                from assignment_problem p
                join course_mark w on w.course_id = p.course_id and w.problem_id = p.id
                where p.course_id = :course""", "");

    /** As they are with the learner. */
    private static final String OF_ONE = MARKS.formatted("""
                from assignment_problem p
                join assigned_exercise w on w.problem_id = p.id
                where p.course_id = :course and w.learner_id = :learner""", "and o.learner_id = :learner");

    private final EntityManager database;

    MarkRepository(EntityManager database) {
        this.database = database;
    }

    /** By learner and assignment; nothing where there is nothing to say. */
    Map<UserId, Map<Long, Mark.Raw>> of(long course) {
        return read(database.createNativeQuery(OF_ALL).setParameter("course", course));
    }

    /** The same of one learner, by assignment. */
    public Map<Long, Mark.Raw> of(long course, UserId learner) {
        return read(database.createNativeQuery(OF_ONE)
                        .setParameter("course", course)
                        .setParameter("learner", learner.value()))
                .getOrDefault(learner, Map.of());
    }

    private static Map<UserId, Map<Long, Mark.Raw>> read(Query query) {
        return Rows.all(query, Row.class).stream()
                .collect(Collectors.groupingBy(Row::learner, Collectors.toMap(Row::assignment, Row::mark)));
    }

    private record Row(
            UserId learner,
            long assignment,
            Optional<Double> computed,
            boolean overridden,
            Optional<Double> points,
            Optional<String> reason,
            Optional<Instant> handedIn) {

        Mark.Raw mark() {
            var override = reason.filter(why -> overridden).map(why -> new MarkOverride(points, why));
            return new Mark.Raw(computed.orElse(0.0), handedIn, override);
        }
    }
}
