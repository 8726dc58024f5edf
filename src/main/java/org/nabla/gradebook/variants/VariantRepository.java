package org.nabla.gradebook.variants;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.nabla.account.UserId;
import org.nabla.exercise.ExerciseId;
import org.nabla.query.Rows;

/** Whose exercises had which numbers. */
@Singleton
class VariantRepository {

    private static final int MOST = 500;

    private final EntityManager database;

    VariantRepository(EntityManager database) {
        this.database = database;
    }

    /** An exercise that a learner has. @param tries how many answers they gave */
    record Had(
            UserId learner,
            long assignment,
            int position,
            ExerciseId template,
            long seed,
            long exercise,
            int tries,
            boolean solved) {}

    /** Exercises of the course of which it is not known yet what was drawn. */
    List<Long> unknown(long course) {
        List<?> rows =
                database.createNativeQuery("""
                        select distinct e.id from assignment a
                        join assignment_problem p on p.course_id = a.course_id and p.assignment_id = a.id
                        join course_mark w on w.course_id = p.course_id and w.problem_id = p.id
                        join exercise e on e.id = w.exercise_id
                        where a.course_id = :course and e.drawn is null limit 2000""").setParameter("course", course).getResultList();
        return rows.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /** @param values in the spelling of {@link SoughtValues} */
    List<Had> with(long course, Map<String, String> values) {
        var conditions = new StringBuilder();
        for (var i = 0; i < values.size(); i++) {
            conditions.append(
                    " and replace(jsonb_extract_path_text(e.drawn, :name%d), ' ', '') = :value%d".formatted(i, i));
        }
        var query = database.createNativeQuery(
                        """
                        select w.learner_id, a.id, p.position, e.template, e.seed, e.id, w.used, w.solved
                        from assignment a join assignment_problem p on p.course_id = a.course_id and p.assignment_id = a.id
                        join course_mark w on w.course_id = p.course_id and w.problem_id = p.id
                        join exercise e on e.id = w.exercise_id
                        where a.course_id = :course""" + conditions + " order by a.due_at, p.position, w.learner_id limit " + MOST)
                .setParameter("course", course);
        var i = 0;
        for (var entry : values.entrySet()) {
            query.setParameter("name" + i, entry.getKey()).setParameter("value" + i, entry.getValue());
            i++;
        }
        return Rows.all(query, Had.class);
    }
}
