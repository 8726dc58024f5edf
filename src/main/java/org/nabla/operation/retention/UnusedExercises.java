package org.nabla.operation.retention;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;

/**
 * Exercises that nobody has: made for a learner or for one moment, as those of assignments and of the laboratory are, or of an edition
 * of a template that another one has replaced. Those of practice stay: whoever asks for one again would wait until it is made again.
 * Each run looks at the next ones by number and begins again after the last, so that all are looked at in some weeks.
 */
final class UnusedExercises implements RetentionRule.Removal {
    /** So long a page that shows one may be open, and an assignment be given again. */
    static final Duration AGE = Duration.ofDays(30);

    /** More than are looked at, so that a run has come to its end after one. */
    static final int BATCH = 2_001;

    /** One exercise after another is looked for: as joins, the plan reads all attempts through to find those of a few. */
    private static final String UNUSED = """
            delete from exercise t where t.id > :from and t.id <= :to and t.created_at <= :moment
              and (t.seed >= 1000 or (select n.id from exercise n where n.template = t.template and n.seed = t.seed
                                      and n.version > t.version and n.created_at <= :moment limit 1) is not null)
              and (select 1 from assigned_exercise a where a.exercise_id = t.id limit 1) is null
              and (select 1 from drawn_exercise d where d.exercise_id = t.id limit 1) is null
              and (select 1 from help_opened h where h.exercise_id = t.id limit 1) is null
              and (select 1 from check_in_question q where q.exercise_id = t.id limit 1) is null
              and (select 1 from assignment_problem p where p.exercise_id = t.id limit 1) is null
              and (select 1 from accepted_answer c where c.exercise_id = t.id limit 1) is null
              and (select 1 from project_run r where r.seed = t.seed limit 1) is null
              and (select 1 from project_run r where r.data_seed = t.seed limit 1) is null
              and (select 1 from attempt a where a.exercise_id = t.id limit 1) is null""";

    @Override
    public int batch(EntityManager database, Instant now, int most) {
        var from = number(database, "select seen_id from exercise_sweep for update");
        var to = number(
                database,
                "select coalesce(max(id), 0) from (select id from exercise where id > " + from + " order by id limit "
                        + (most - 1) + ") next");
        database.createNativeQuery("update exercise_sweep set seen_id = :to")
                .setParameter("to", to)
                .executeUpdate();
        return database.createNativeQuery(UNUSED)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("moment", now.minus(AGE))
                .executeUpdate();
    }

    private static long number(EntityManager database, String query) {
        return ((Number) database.createNativeQuery(query).getSingleResult()).longValue();
    }
}
