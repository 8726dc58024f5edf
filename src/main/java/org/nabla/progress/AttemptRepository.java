package org.nabla.progress;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.nabla.account.UserId;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.grading.Outcome;

/** Attempts, their responses, and the names of the forms that were sent. */
@ApplicationScoped
class AttemptRepository implements PanacheRepository<Attempt> {

    /** Where a form's attempt is. */
    record Receipt(long learner, long attempt, Instant submittedAt) {}

    /** One learner's writes one after another, so that "first" has one meaning. Held to the end of the transaction. */
    void takeTurn(UserId learner) {
        getEntityManager()
                .createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(:space, cast(:learner as integer))) as turn")
                .setParameter("space", 1)
                .setParameter("learner", (int) learner.value())
                .getSingleResult();
    }

    Optional<Receipt> receipt(UUID submission) {
        List<?> rows = getEntityManager()
                .createNativeQuery("select learner_id, attempt_id, submitted_at from submission where id = :id")
                .setParameter("id", submission)
                .getResultList();
        return rows.stream().findFirst().map(row -> {
            var columns = (Object[]) row;
            return new Receipt(
                    ((Number) columns[0]).longValue(), ((Number) columns[1]).longValue(), (Instant) columns[2]);
        });
    }

    void addReceipt(UUID submission, UserId learner, Attempt attempt) {
        getEntityManager()
                .createNativeQuery("insert into submission (id, learner_id, attempt_id, submitted_at)"
                        + " values (:id, :learner, :attempt, :at)")
                .setParameter("id", submission)
                .setParameter("learner", learner.value())
                .setParameter("attempt", attempt.id())
                .setParameter("at", attempt.submittedAt())
                .executeUpdate();
    }

    boolean hasEvidence(UserId learner, long exercise) {
        return count("learnerId = ?1 and exerciseId = ?2 and first", learner.value(), exercise) > 0;
    }

    /** The latest first. */
    List<Attempt> at(UserId learner, long exercise, int limit) {
        return find("learnerId = ?1 and exerciseId = ?2 order by submittedAt desc, id desc", learner.value(), exercise)
                .page(0, limit)
                .list();
    }

    /** @param untold the exercises that must not be found by what became of their answers */
    List<Attempt> latestOf(UserId learner, HistoryFilter filter, Set<Long> untold, Optional<Place> before, int limit) {
        var condition = new StringBuilder("learnerId = :learner");
        var values = Parameters.with("learner", learner.value());
        filter.templates().ifPresent(templates -> {
            condition.append(" and template in :templates");
            values.and("templates", templates.stream().map(ExerciseId::value).toList());
        });
        filter.outcome().ifPresent(outcome -> {
            condition.append(" and outcome = :outcome");
            values.and("outcome", outcome);
            if (!untold.isEmpty() && outcome != Outcome.INVALID) {
                condition.append(" and exerciseId not in :untold");
                values.and("untold", untold);
            }
        });
        before.ifPresent(place -> {
            condition.append(" and (submittedAt < :at or submittedAt = :at and id < :id)");
            values.and("at", place.submittedAt()).and("id", place.id());
        });
        return find(condition + " order by submittedAt desc, id desc", values)
                .page(0, limit)
                .list();
    }

    List<Trace> traces(UserId learner, Collection<ExerciseId> templates, Collection<Seed> seeds) {
        if (templates.isEmpty() || seeds.isEmpty()) {
            return List.of();
        }
        List<?> rows = getEntityManager()
                .createNativeQuery("select a.template, a.seed, a.outcome, r.typed, a.unaided, a.submitted_at"
                        + " from attempt a join response r on r.attempt_id = a.id and r.submitted_at = a.submitted_at"
                        + " where a.learner_id = :learner and a.template in (:templates) and a.seed in (:seeds)"
                        + " order by a.submitted_at, a.id")
                .setParameter("learner", learner.value())
                .setParameter(
                        "templates", templates.stream().map(ExerciseId::value).toList())
                .setParameter("seeds", seeds.stream().map(Seed::value).toList())
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(Trace::of).toList();
    }

    List<ExerciseId> templatesOf(UserId learner) {
        return getEntityManager()
                .createQuery("select distinct a.template from Attempt a where a.learnerId = :learner", String.class)
                .setParameter("learner", learner.value())
                .getResultList()
                .stream()
                .map(ExerciseId::new)
                .toList();
    }

    /** The variants of a template that are nothing new to somebody, in whatever version. */
    Set<Seed> seen(UserId learner, ExerciseId template) {
        List<?> seeds = getEntityManager()
                .createNativeQuery("select distinct x.seed from exercise x where x.template = :template and x.id in"
                        + " (select exercise_id from evidence where learner_id = :learner and template = :template"
                        + " union select exercise_id from help_opened where learner_id = :learner and solution)")
                .setParameter("learner", learner.value())
                .setParameter("template", template.value())
                .getResultList();
        return seeds.stream().map(seed -> new Seed(((Number) seed).longValue())).collect(Collectors.toSet());
    }

    /** @param untold the exercises of which it is not counted whether they were right */
    List<Week> weeks(UserId learner, Instant from, Set<Long> untold) {
        List<?> rows = getEntityManager()
                .createNativeQuery("""
                        select cast(date_trunc('week', submitted_at at time zone 'UTC') as date), count(distinct exercise_id),
                               count(*) filter (where first and exercise_id not in (:untold)),
                               count(*) filter (where first and outcome = 'CORRECT' and exercise_id not in (:untold)),
                               coalesce(sum(spent_seconds), 0)
                        from attempt where learner_id = :learner and submitted_at >= :from
                        group by 1 order by 1 desc
                        """)
                .setParameter("learner", learner.value())
                .setParameter("from", from)
                // No exercise has this key, and a list must not be empty.
                .setParameter("untold", untold.isEmpty() ? Set.of(-1L) : untold)
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(Week::of).toList();
    }

    /** The responses of these attempts, by attempt, in the order in which they were written. */
    Map<Long, List<Response>> responsesOf(Collection<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return Map.of();
        }
        var ids = attempts.stream().map(Attempt::id).toList();
        var oldest = attempts.stream()
                .map(Attempt::submittedAt)
                .min(Instant::compareTo)
                .orElseThrow();
        // The time is there for the partitions: without it every month would be searched.
        return getEntityManager()
                .createQuery(
                        "select r from Response r where r.attemptId in :ids and r.submittedAt >= :oldest order by r.id",
                        Response.class)
                .setParameter("ids", ids)
                .setParameter("oldest", oldest)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(Response::attemptId));
    }

    Optional<Attempt> find(long id, Instant submittedAt) {
        return find("id = ?1 and submittedAt = ?2", id, submittedAt).firstResultOptional();
    }

    void ensurePartitions() {
        getEntityManager()
                .createNativeQuery(
                        "select cast(ensure_attempt_partitions(cast(now() at time zone 'UTC' as date), 12) as text)")
                .getSingleResult();
    }
}
