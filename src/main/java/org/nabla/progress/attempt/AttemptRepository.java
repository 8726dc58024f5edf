package org.nabla.progress.attempt;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import io.quarkus.panache.common.Parameters;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
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
import org.nabla.query.Period;
import org.nabla.query.Rows;
import org.nabla.query.Select;
import org.nabla.query.Statements;

/** Attempts, their responses, and the names of the forms that were sent. */
@Singleton
public class AttemptRepository implements PanacheRepository<Attempt> {

    /** Where a form's attempt is. */
    public record Receipt(long attempt, Instant submittedAt) {}

    /** The same, and whose it is. */
    public record ReceiptOf(UserId learner, Receipt receipt) {}

    /** The space of the locks that are turns, beside which there are others. */
    private static final int TURNS = 1;

    private final Statements statements;

    AttemptRepository(Statements statements) {
        this.statements = statements;
    }

    /** One learner's writes one after another, so that "first" has one meaning. Held to the end of the transaction. */
    public void takeTurn(UserId learner) {
        statements.read(turn(learner));
    }

    private record Turn(int one) {}

    private static Select<Turn> turn(UserId learner) {
        return Select.of(
                Turn.class, "select 1 from (select pg_advisory_xact_lock(?, cast(? as integer))) as turn", TURNS, (int)
                        learner.value());
    }

    /**
     * What was answered at an exercise before an attempt is written, and the keys that it gets.
     *
     * @param answered whether anything was
     */
    public record Before(Optional<Attempt> same, boolean answered, boolean hasEvidence, AttemptKeys keys) {}

    /** Takes a turn, and asks for {@link #before} in it, with one way to the database and back. */
    public List<Select<?>> beforeAsked(UserId learner, UUID submission, long exercise, int responses) {
        return List.of(
                turn(learner),
                toReceipt(learner, submission),
                toReceipts(learner, exercise, Integer.MAX_VALUE),
                AttemptKeys.drawn(responses));
    }

    public Before before(UserId learner, UUID submission, long exercise, int responses) {
        var earlier = at(learner, exercise, Integer.MAX_VALUE);
        return new Before(
                receipt(learner, submission).flatMap(receipt -> find(learner, receipt)),
                !earlier.isEmpty(),
                earlier.stream().anyMatch(Attempt::first),
                AttemptKeys.of(statements, responses));
    }

    public Optional<Receipt> receipt(UserId learner, UUID submission) {
        return statements.read(toReceipt(learner, submission)).stream().findFirst();
    }

    private static Select<Receipt> toReceipt(UserId learner, UUID submission) {
        return Select.of(
                Receipt.class,
                "select attempt_id, submitted_at from submission where learner_id = ? and id = ?",
                learner.value(),
                submission);
    }

    private static Select<Receipt> toReceipts(UserId learner, long exercise, int limit) {
        return Select.of(
                Receipt.class,
                "select attempt_id, submitted_at from submission where learner_id = ? and exercise_id = ?"
                        + " order by submitted_at desc, attempt_id desc limit ?",
                learner.value(),
                exercise,
                limit);
    }

    /** What {@link #receipt} and {@link #at} ask first. */
    public static List<Select<?>> asked(UserId learner, UUID submission, long exercise, int limit) {
        return List.of(toReceipt(learner, submission), toReceipts(learner, exercise, limit));
    }

    /** Of all that arrived of these, and perhaps more: other forms of these names, which another one of the learners sent. */
    public List<ReceiptOf> receipts(Collection<FormOf> forms) {
        return forms.isEmpty()
                ? List.of()
                : Rows.all(
                        getEntityManager()
                                .createNativeQuery("select learner_id, attempt_id, submitted_at from submission"
                                        + " where learner_id in (:learners) and id in (:ids)")
                                .setParameter(
                                        "learners",
                                        forms.stream()
                                                .map(form -> form.learner().value())
                                                .collect(Collectors.toSet()))
                                .setParameter(
                                        "ids",
                                        forms.stream().map(FormOf::submission).toList()),
                        ReceiptOf.class);
    }

    /** The latest first. */
    public List<Attempt> at(UserId learner, long exercise, int limit) {
        return find(learner, statements.read(toReceipts(learner, exercise, limit)));
    }

    /**
     * The latest with this outcome or of these templates.
     *
     * @param untold the exercises that must not be found by what became of their answers
     */
    List<Receipt> latestOf(
            UserId learner, HistoryFilter filter, Set<Long> untold, Optional<HistoryPlace> before, int limit) {
        return period(learner)
                .map(all -> latestOf(learner, filter, untold, before, limit, all))
                .orElse(List.of())
                .stream()
                .map(attempt -> new Receipt(attempt.id(), attempt.submittedAt()))
                .toList();
    }

    private Optional<Period> period(UserId learner) {
        return Period.of(getEntityManager()
                .createNativeQuery(
                        "select min(submitted_at), max(submitted_at) from submission where learner_id = :learner")
                .setParameter("learner", learner.value()));
    }

    private List<Attempt> latestOf(
            UserId learner,
            HistoryFilter filter,
            Set<Long> untold,
            Optional<HistoryPlace> before,
            int limit,
            Period all) {
        var condition = new StringBuilder("learnerId = :learner and submittedAt >= :first and submittedAt <= :last");
        var values = Parameters.with("learner", learner.value())
                .and("first", all.first())
                .and("last", before.map(HistoryPlace::submittedAt).orElse(all.last()));
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

    public List<Trace> traces(UserId learner, Collection<ExerciseId> templates, Collection<Seed> seeds) {
        if (templates.isEmpty() || seeds.isEmpty()) {
            return List.of();
        }
        var there = Rows.all(
                getEntityManager()
                        .createNativeQuery("select s.attempt_id, s.submitted_at from submission s"
                                + " join exercise x on x.id = s.exercise_id where s.learner_id = :learner"
                                + " and x.template in (:templates) and x.seed in (:seeds)")
                        .setParameter("learner", learner.value())
                        .setParameter(
                                "templates",
                                templates.stream().map(ExerciseId::value).toList())
                        .setParameter("seeds", seeds.stream().map(Seed::value).toList()),
                Receipt.class);
        if (there.isEmpty()) {
            return List.of();
        }
        return Rows.all(
                getEntityManager()
                        .createNativeQuery("select a.template, a.seed, a.outcome, r.typed, a.unaided, a.submitted_at"
                                + " from attempt a join response r on r.learner_id = a.learner_id and r.attempt_id = a.id and r.submitted_at = a.submitted_at"
                                + " where a.learner_id = :learner and a.id in (:ids) and a.submitted_at in (:times)"
                                + " and r.submitted_at in (:times) order by a.submitted_at, a.id")
                        .setParameter("learner", learner.value())
                        .setParameter(
                                "ids", there.stream().map(Receipt::attempt).toList())
                        .setParameter(
                                "times",
                                there.stream().map(Receipt::submittedAt).toList()),
                Trace.class);
    }

    /** The variants of a template that are nothing new to somebody, in whatever version. */
    public Set<Seed> seen(UserId learner, ExerciseId template) {
        return Set.copyOf(statements.read(seenAsked(learner, template)));
    }

    public static Select<Seed> seenAsked(UserId learner, ExerciseId template) {
        return Select.of(
                Seed.class,
                "select distinct x.seed from exercise x where x.template = ? and x.id in"
                        + " (select exercise_id from evidence where learner_id = ? and template = ?"
                        + " union select exercise_id from help_opened where learner_id = ? and solution)",
                template.value(),
                learner.value(),
                template.value(),
                learner.value());
    }

    /** The responses of these attempts, by attempt, in the order in which they were written. */
    public Map<Long, List<Response>> responsesOf(Collection<Attempt> attempts) {
        if (attempts.isEmpty()) {
            return Map.of();
        }
        var ids = attempts.stream().map(Attempt::id).toList();
        // The times are there for the partitions: without them every month would be searched.
        return getEntityManager()
                .createQuery(
                        "select r from Response r where r.learnerId in :learners and r.attemptId in :ids"
                                + " and r.submittedAt in :times order by r.id",
                        Response.class)
                .setParameter(
                        "learners", attempts.stream().map(Attempt::learnerId).collect(Collectors.toSet()))
                .setParameter("ids", ids)
                .setParameter(
                        "times", attempts.stream().map(Attempt::submittedAt).collect(Collectors.toSet()))
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(Response::attemptId));
    }

    public Optional<Attempt> find(UserId learner, Receipt receipt) {
        return find(
                        "learnerId = ?1 and id = ?2 and submittedAt = ?3",
                        learner.value(),
                        receipt.attempt(),
                        receipt.submittedAt())
                .firstResultOptional();
    }

    /** The attempts of one learner to which these lead, from new to old. */
    private List<Attempt> find(UserId learner, List<Receipt> receipts) {
        return find(receipts.stream()
                        .map(receipt -> new ReceiptOf(learner, receipt))
                        .toList())
                .stream()
                .sorted(Comparator.comparing(Attempt::submittedAt)
                        .thenComparing(Attempt::id)
                        .reversed())
                .toList();
    }

    /** The attempts to which these lead, in no order. */
    public List<Attempt> find(List<ReceiptOf> receipts) {
        if (receipts.isEmpty()) {
            return List.of();
        }
        // The times are there for the partitions, each of which is searched for all that are in it.
        return list(
                "learnerId in ?1 and id in ?2 and submittedAt in ?3",
                receipts.stream().map(of -> of.learner().value()).collect(Collectors.toSet()),
                receipts.stream().map(of -> of.receipt().attempt()).toList(),
                receipts.stream().map(of -> of.receipt().submittedAt()).toList());
    }

    /** Those of the month of a day and of so many after it, where they are missing. */
    void ensurePartitions(LocalDate day, int months) {
        getEntityManager()
                .createNativeQuery("select cast(ensure_attempt_partitions(:day, :months) as text)")
                .setParameter("day", day)
                .setParameter("months", months)
                .getSingleResult();
    }
}
