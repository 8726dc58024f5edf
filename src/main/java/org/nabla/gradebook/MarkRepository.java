package org.nabla.gradebook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.classroom.marking.MarkOverride;

/** The marks of a course, in one query whatever their number. */
@ApplicationScoped
class MarkRepository {
    /** In place of a learner: accounts are counted from 1. */
    private static final long EVERYBODY = 0;

    private static final String MARKS = """
            with given as (select id from assignment where course_id = :course),
            computed as (
                select p.assignment_id, w.learner_id, sum(w.share * cast(p.points as double precision)) as points,
                       max(w.last_at) as handed_in
                from given join assignment_problem p on p.assignment_id = given.id
                join assigned_exercise w on w.problem_id = p.id
                where w.learner_id = :learner or :learner = 0
                group by p.assignment_id, w.learner_id),
            overridden as (select o.* from given join mark_override o on o.assignment_id = given.id
                           where o.learner_id = :learner or :learner = 0)
            select coalesce(c.learner_id, o.learner_id), coalesce(c.assignment_id, o.assignment_id), c.points,
                   o.learner_id is not null, o.points, o.reason, c.handed_in
            from computed c
            full join overridden o on o.assignment_id = c.assignment_id and o.learner_id = c.learner_id""";

    private final EntityManager database;

    MarkRepository(EntityManager database) {
        this.database = database;
    }

    /** By learner and assignment; nothing where there is nothing to say. */
    Map<UserId, Map<Long, Mark.Raw>> of(long course) {
        return read(course, EVERYBODY);
    }

    /** The same of one learner, by assignment. */
    Map<Long, Mark.Raw> of(long course, UserId learner) {
        return read(course, learner.value()).getOrDefault(learner, Map.of());
    }

    private Map<UserId, Map<Long, Mark.Raw>> read(long course, long learner) {
        List<?> rows = database.createNativeQuery(MARKS)
                .setParameter("course", course)
                .setParameter("learner", learner)
                .getResultList();
        var marks = new HashMap<UserId, Map<Long, Mark.Raw>>();
        for (var row : rows) {
            var c = (Object[]) row;
            marks.computeIfAbsent(new UserId(((Number) c[0]).longValue()), l -> new HashMap<>())
                    .put(((Number) c[1]).longValue(), mark(c));
        }
        return marks;
    }

    private static Mark.Raw mark(Object[] c) {
        var override = (Boolean) c[3]
                ? Optional.of(new MarkOverride(
                        Optional.ofNullable((BigDecimal) c[4]).map(BigDecimal::doubleValue), (String) c[5]))
                : Optional.<MarkOverride>empty();
        return new Mark.Raw(c[2] == null ? 0 : (Double) c[2], Optional.ofNullable((Instant) c[6]), override);
    }
}
