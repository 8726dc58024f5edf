package org.nabla.progress.prediction;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.nabla.database.Patience;
import org.nabla.query.Rows;

/** What became of the next try after something that should teach, counted over all answers, by month. */
@Singleton
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
            select 'mistake', a.template, r.part, r.mistake, count(*), count(*) filter (where n.outcome = 'CORRECT'), cast(:now as timestamptz), cast(:month as date)
            from response r join attempt a on a.learner_id = r.learner_id and a.id = r.attempt_id and a.submitted_at = r.submitted_at
            """
            + NEXT.formatted(
                    "s.outcome",
                    "join response s on s.learner_id = b.learner_id and s.attempt_id = b.id and s.submitted_at = b.submitted_at and s.part = r.part",
                    "b.submitted_at >= a.submitted_at and (b.submitted_at, b.id) > (a.submitted_at, a.id) and s.outcome not in ('INVALID', 'UNDECIDED')")
            + " where r.mistake is not null and r.submitted_at >= :from and r.submitted_at < :to and a.submitted_at >= :from"
            + " and a.submitted_at < :to and" + REAL + " group by a.template, r.part, r.mistake";

    /** After a hint: the next answer, unless another piece of help was opened before it. */
    private static final String HINTS = """
            select 'hint', x.template, '', cast(a.step as text), count(*), count(*) filter (where n.outcome = 'CORRECT'), cast(:now as timestamptz), cast(:month as date)
            from help_step a join exercise x on x.id = a.exercise_id
            """
            + NEXT.formatted(
                    "b.outcome",
                    "",
                    "b.submitted_at > a.opened_at and b.outcome not in ('INVALID', 'UNDECIDED') and not exists"
                            + " (select 1 from help_step o where o.learner_id = a.learner_id"
                            + " and o.exercise_id = a.exercise_id and o.opened_at > a.opened_at"
                            + " and o.opened_at < b.submitted_at)")
            + " where a.step > 0 and a.opened_at >= :from and a.opened_at < :to and" + REAL
            + " group by x.template, a.step";

    /** Beside an example or the first steps: the first answer. */
    private static final String EXAMPLES = """
            select 'example', a.template, '', '', count(*), count(*) filter (where a.outcome = 'CORRECT'), cast(:now as timestamptz), cast(:month as date)
            from attempt a where a.submitted_at >= :from and a.submitted_at < :to and a.first and not a.unaided and not exists (
                select 1 from help_opened h where h.learner_id = a.learner_id and h.exercise_id = a.exercise_id)
            and""" + REAL + " group by a.template";

    /** How long one of the counts of a month may take. */
    static final Duration LONGEST = Duration.ofMinutes(10);

    private final EntityManager database;
    private final Patience patience;

    TeachingRepository(EntityManager database, Patience patience) {
        this.database = database;
        this.patience = patience;
    }

    /** Those in which a next try can still be missing. */
    List<YearMonth> lastMonths(Instant now) {
        var month = YearMonth.from(now.atZone(ZoneOffset.UTC));
        return List.of(month.minusMonths(1), month);
    }

    /** Those with answers that say something, and that of now. */
    List<YearMonth> months(Instant now) {
        // From one month to the next by the index: evidence is not read through.
        List<?> rows = database.createNativeQuery("""
                        with recursive found (month) as (
                            select date_trunc('month', min(submitted_at), 'UTC') from evidence
                            union all
                            select (select date_trunc('month', min(e.submitted_at), 'UTC') from evidence e
                                    where e.submitted_at >= (f.month at time zone 'UTC' + interval '1 month') at time zone 'UTC')
                            from found f where f.month is not null)
                        select month from found where month is not null""").getResultList();
        return Stream.concat(rows.stream().map(Instant.class::cast), Stream.of(now))
                .map(at -> YearMonth.from(at.atZone(ZoneOffset.UTC)))
                .distinct()
                .toList();
    }

    /** Counts what was answered and opened in a month anew. In a transaction of its own. */
    void measure(YearMonth month, Instant now) {
        patience.upTo(LONGEST, () -> {
            database.createNativeQuery("delete from teaching where month = :month")
                    .setParameter("month", month.atDay(1))
                    .executeUpdate();
            for (var counts : List.of(MISTAKES, HINTS, EXAMPLES)) {
                database.createNativeQuery(
                                "insert into teaching (kind, template, part, name, tries, succeeded, measured_at,"
                                        + " month) " + counts)
                        .setParameter("now", now)
                        .setParameter("month", month.atDay(1))
                        .setParameter("from", begin(month))
                        .setParameter("to", begin(month.plusMonths(1)))
                        .executeUpdate();
            }
            return month;
        });
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** Those with so many tries at least. */
    List<Teaching> measured(int tries) {
        return Rows.all(
                database.createNativeQuery(
                                "select upper(kind), template, part, name, sum(tries), sum(succeeded) from teaching"
                                        + " group by kind, template, part, name having sum(tries) >= :tries"
                                        + " order by kind, template, part, name")
                        .setParameter("tries", tries),
                Teaching.class);
    }
}
