package org.nabla.gradebook.mistakes;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nabla.query.Rows;

/** Which verdicts learners doubted in the assignments of a course. What they doubted elsewhere is their own affair. */
@Singleton
class DoubtRepository {
    /** Where it was. */
    record Desk(int assignment, String title, int position) {}

    private final EntityManager database;

    DoubtRepository(EntityManager database) {
        this.database = database;
    }

    /** By the forms that were sent, from new to old. */
    Map<UUID, Desk> of(long course, @Nullable Long assignment, int limit) {
        var query = database.createNativeQuery("""
                        select r.submission, a.number, a.title, p.position
                        from assignment a join assignment_problem p on p.course_id = a.course_id and p.assignment_id = a.id
                        join handed_in h on h.problem_id = p.id join report r on r.learner_id = h.learner_id and r.submission = h.submission
                        where a.course_id = :course and (cast(:assignment as bigint) is null or a.id = :assignment)
                        order by r.reported_at desc, r.id desc limit :limit""")
                .setParameter("course", course)
                .setParameter("assignment", assignment)
                .setParameter("limit", limit);
        var desks = new LinkedHashMap<UUID, Desk>();
        for (var row : Rows.all(query, Doubted.class)) {
            desks.put(row.form(), row.desk());
        }
        return desks;
    }

    private record Doubted(UUID form, Desk desk) {}
}
