package org.nabla.progress.attempt;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.nabla.account.UserId;
import org.nabla.exercise.ExerciseId;
import org.nabla.grading.Outcome;
import org.nabla.progress.attempt.AttemptRepository.Receipt;
import org.nabla.query.Select;
import org.nabla.query.Statements;

/** What learners did, as they look back on it. */
@Singleton
public class HistoryRepository {
    private final AttemptRepository attempts;
    private final Statements statements;

    HistoryRepository(AttemptRepository attempts, Statements statements) {
        this.attempts = attempts;
        this.statements = statements;
    }

    /**
     * An attempt.
     *
     * @param typed the text in each box that was answered, in their order
     */
    public record Answered(
            long id,
            Instant submittedAt,
            UUID submission,
            long exercise,
            Outcome outcome,
            boolean unaided,
            Optional<Integer> seconds,
            String[] typed) {}

    private record Of(ExerciseId template) {}

    /** What {@link #templatesOf} and {@link #weeks} ask the database. */
    public static List<Select<?>> asked(UserId learner, Instant from, Instant to) {
        return List.of(toTemplates(learner), weeksAsked(learner, from, to, Set.of()));
    }

    /** What {@link #latest} asks first, of all that somebody did. */
    public static Select<?> latestAsked(UserId learner, Optional<HistoryPlace> before, int limit) {
        return latest(learner, before, limit);
    }

    /** The templates of which a learner has answered an exercise. */
    public List<ExerciseId> templatesOf(UserId learner) {
        return statements.read(toTemplates(learner)).stream().map(Of::template).toList();
    }

    private static Select<Of> toTemplates(UserId learner) {
        return Select.of(
                Of.class,
                "select distinct x.template from submission s join exercise x on x.id = s.exercise_id where s.learner_id = ?",
                learner.value());
    }

    /**
     * From new to old.
     *
     * @param untold the exercises that must not be found by what became of their answers
     */
    public List<Answered> latest(
            UserId learner, HistoryFilter filter, Set<Long> untold, Optional<HistoryPlace> before, int limit) {
        var there = filter.equals(HistoryFilter.ALL)
                ? statements.read(latest(learner, before, limit))
                : attempts.latestOf(learner, filter, untold, before, limit);
        return there.isEmpty() ? List.of() : statements.read(answered(learner, there));
    }

    private static Select<Receipt> latest(UserId learner, Optional<HistoryPlace> before, int limit) {
        var values = new ArrayList<Object>(List.of(learner.value()));
        before.ifPresent(place -> values.addAll(List.of(place.submittedAt(), place.id())));
        values.add(limit);
        return new Select<>(
                Receipt.class,
                "select attempt_id, submitted_at from submission where learner_id = ?"
                        + (before.isPresent() ? " and (submitted_at, attempt_id) < (?, ?)" : "")
                        + " order by submitted_at desc, attempt_id desc limit ?",
                values);
    }

    /** The times are there for the partitions, each of which is searched for all that are in it. */
    private static Select<Answered> answered(UserId learner, List<Receipt> there) {
        var marks = Select.marks(there.size());
        List<Long> ids = there.stream().map(Receipt::attempt).toList();
        List<Instant> times = there.stream().map(Receipt::submittedAt).toList();
        return new Select<>(
                Answered.class,
                """
                select a.id, a.submitted_at, a.submission, a.exercise_id, a.outcome, a.unaided, cast(a.spent_seconds as integer),
                       coalesce(r.typed, '{}')
                from attempt a left join (
                    select attempt_id, array_agg(typed order by id) as typed from response
                    where learner_id = ? and attempt_id in (%s) and submitted_at in (%s) group by attempt_id) r
                  on r.attempt_id = a.id
                where a.learner_id = ? and a.id in (%s) and a.submitted_at in (%s)
                order by a.submitted_at desc, a.id desc""".formatted(marks, marks, marks, marks),
                Stream.<List<? extends Object>>of(
                                List.of(learner.value()), ids, times, List.of(learner.value()), ids, times)
                        .<Object>flatMap(List::stream)
                        .toList());
    }

    /**
     * From new to old; weeks without answers are left out.
     *
     * @param to a time after all answers: months that are still to come have partitions too
     * @param untold the exercises of which it is not counted whether they were right
     */
    public List<PracticeWeek> weeks(UserId learner, Instant from, Instant to, Set<Long> untold) {
        return statements.read(weeksAsked(learner, from, to, untold)).stream()
                .map(PracticeWeek.Row::week)
                .toList();
    }

    private static Select<PracticeWeek.Row> weeksAsked(UserId learner, Instant from, Instant to, Set<Long> untold) {
        var told = untold.isEmpty() ? "true" : "exercise_id not in (" + Select.marks(untold.size()) + ")";
        var hidden = new TreeSet<>(untold);
        return new Select<>(
                PracticeWeek.Row.class,
                """
                select cast(date_trunc('week', submitted_at at time zone 'UTC') as date), count(distinct exercise_id),
                       count(*) filter (where first and %s),
                       count(*) filter (where first and outcome = 'CORRECT' and %s),
                       coalesce(sum(spent_seconds), 0)
                from attempt where learner_id = ? and submitted_at >= ? and submitted_at < ?
                group by 1 order by 1 desc""".formatted(told, told),
                Stream.of(hidden, hidden, List.<Object>of(learner.value(), from, to))
                        .<Object>flatMap(java.util.Collection::stream)
                        .toList());
    }
}
