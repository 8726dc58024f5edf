package org.nabla.gradebook.mistakes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which verdicts learners doubted in the assignments of a course. What they doubted elsewhere is their own affair. */
@ApplicationScoped
class DoubtRepository {
    /** Where it was. */
    record Desk(int assignment, String title, int position) {}

    private final EntityManager database;

    DoubtRepository(EntityManager database) {
        this.database = database;
    }

    /** By the forms that were sent, from new to old. */
    Map<UUID, Desk> of(long course, @Nullable Long assignment, int limit) {
        List<?> rows = database.createNativeQuery("""
                        select r.submission, a.number, a.title, p.position
                        from assignment a join assignment_problem p on p.assignment_id = a.id
                        join handed_in h on h.problem_id = p.id join report r on r.submission = h.submission
                        where a.course_id = :course and (cast(:assignment as bigint) is null or a.id = :assignment)
                        order by r.reported_at desc, r.id desc limit :limit""")
                .setParameter("course", course)
                .setParameter("assignment", assignment)
                .setParameter("limit", limit)
                .getResultList();
        var desks = new LinkedHashMap<UUID, Desk>();
        for (var row : rows) {
            var c = (Object[]) row;
            desks.put((UUID) c[0], new Desk(((Number) c[1]).intValue(), (String) c[2], ((Number) c[3]).intValue()));
        }
        return desks;
    }
}
