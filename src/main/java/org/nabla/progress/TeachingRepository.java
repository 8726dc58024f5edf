package org.nabla.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.nabla.progress.Teaching.Kind;

/** What became of the next try after something that should teach, counted over all answers. */
@ApplicationScoped
class TeachingRepository {
    /** People of a demo course count nowhere. */
    private static final String REAL =
            " not exists (select 1 from account d where d.id = a.learner_id and d.demo_course_id is not null)";

    private static final String NEXT = """
            join lateral (
                select %s as outcome from attempt b %s
                where b.learner_id = a.learner_id and b.exercise_id = a.exercise_id and %s
                order by b.submitted_at, b.id limit 1
            ) n on true
            """;

    /** After a mistake was named: the next text in the same box that could be judged. */
    private static final String MISTAKES = """
            select 'mistake', a.template, r.part, r.mistake, count(*), count(*) filter (where n.outcome = 'CORRECT'), cast(:now as timestamptz)
            from response r join attempt a on a.id = r.attempt_id and a.submitted_at = r.submitted_at
            """
            + NEXT.formatted(
                    "s.outcome",
                    "join response s on s.attempt_id = b.id and s.submitted_at = b.submitted_at and s.part = r.part",
                    "(b.submitted_at, b.id) > (a.submitted_at, a.id) and s.outcome not in ('INVALID', 'UNDECIDED')")
            + " where r.mistake is not null and" + REAL + " group by a.template, r.part, r.mistake";

    /** After a hint: the next answer, unless another piece of help was opened before it. */
    private static final String HINTS = """
            select 'hint', x.template, '', cast(a.step as text), count(*), count(*) filter (where n.outcome = 'CORRECT'), cast(:now as timestamptz)
            from help_step a join exercise x on x.id = a.exercise_id
            """
            + NEXT.formatted(
                    "b.outcome",
                    "",
                    "b.submitted_at > a.opened_at and b.outcome not in ('INVALID', 'UNDECIDED') and not exists"
                            + " (select 1 from help_step o where o.learner_id = a.learner_id"
                            + " and o.exercise_id = a.exercise_id and o.opened_at > a.opened_at"
                            + " and o.opened_at < b.submitted_at)")
            + " where a.step > 0 and" + REAL + " group by x.template, a.step";

    /** Beside an example or the first steps: the first answer. */
    private static final String EXAMPLES = """
            select 'example', a.template, '', '', count(*), count(*) filter (where a.outcome = 'CORRECT'), cast(:now as timestamptz)
            from attempt a where a.first and not a.unaided and not exists (
                select 1 from help_opened h where h.learner_id = a.learner_id and h.exercise_id = a.exercise_id)
            and""" + REAL + " group by a.template";

    private final EntityManager database;

    TeachingRepository(EntityManager database) {
        this.database = database;
    }

    void measure(Instant now) {
        database.createNativeQuery("delete from teaching").executeUpdate();
        for (var counts : List.of(MISTAKES, HINTS, EXAMPLES)) {
            database.createNativeQuery("insert into teaching " + counts)
                    .setParameter("now", now)
                    .executeUpdate();
        }
    }

    /** Those with so many tries at least. */
    List<Teaching> measured(int tries) {
        List<?> rows = database.createNativeQuery(
                        "select kind, template, part, name, tries, succeeded from teaching where tries >= :tries"
                                + " order by kind, template, part, name")
                .setParameter("tries", tries)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Teaching(
                        Kind.valueOf(((String) row[0]).toUpperCase(Locale.ROOT)),
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        ((Number) row[4]).intValue(),
                        ((Number) row[5]).intValue()))
                .toList();
    }
}
