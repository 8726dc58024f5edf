package org.nabla.progress.report;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nabla.account.Throttle;
import org.nabla.account.Throttle.Subject;
import org.nabla.account.UserId;
import org.nabla.grading.Outcome;
import org.nabla.progress.ProgressService;
import org.nabla.progress.attempt.GradedAttempt;
import org.nabla.progress.store.ExerciseStore;
import org.nabla.progress.store.StoredExercise;
import org.nabla.query.Select;

/** Files what learners doubt, and keeps what became of it. */
@Singleton
public class Reports {
    /** Of one learner; nobody reads further back. */
    private static final int SHOWN = 50;

    /** Of what is written, in characters. */
    public static final int LONGEST = 1_000;

    /** Becomes of a wish to report. */
    enum Filing {
        FILED,
        /** There is no such attempt of theirs, or its verdict was that they are right. */
        NOTHING_TO_REPORT,
        TOO_MANY
    }

    private final ReportRepository reports;
    private final ProgressService progress;
    private final ExerciseStore exercises;
    private final Throttle throttle;
    private final Clock clock;

    Reports(
            ReportRepository reports,
            ProgressService progress,
            ExerciseStore exercises,
            Throttle throttle,
            Clock clock) {
        this.reports = reports;
        this.progress = progress;
        this.exercises = exercises;
        this.throttle = throttle;
        this.clock = clock;
    }

    /** Files the verdict on an attempt; a second time changes nothing. */
    public Filing file(UserId learner, UUID submission, String note) {
        if (progress.recorded(learner, submission).filter(Reports::canBeDoubted).isEmpty()) {
            return Filing.NOTHING_TO_REPORT;
        }
        if (reports.on(learner, submission).isPresent()) {
            return Filing.FILED;
        }
        if (throttle.attempt(Subject.REPORT, learner.toString()).isPresent()) {
            return Filing.TOO_MANY;
        }
        QuarkusTransaction.requiringNew().run(() -> reports.file(learner, submission, kept(note), clock.instant()));
        return Filing.FILED;
    }

    /** What a learner sees below a verdict: the way to report it, or what became of their report; empty where they are right. */
    @Transactional
    public Optional<ReportBox> box(UserId learner, GradedAttempt attempt, String back) {
        if (!canBeDoubted(attempt)) {
            return Optional.empty();
        }
        var submission = attempt.submission();
        return Optional.of(reports.on(learner, submission)
                .map(report -> ReportBox.filed(submission, back, report))
                .orElseGet(() -> ReportBox.offer(submission, back)));
    }

    /** What {@link #box} asks the database. */
    public static List<Select<?>> asked(UserId learner, GradedAttempt attempt) {
        return canBeDoubted(attempt) ? List.of(ReportRepository.asked(learner, attempt.submission())) : List.of();
    }

    /** What {@link #of} asks the database. */
    public static Select<?> asked(UserId learner) {
        return ReportRepository.asked(learner, SHOWN);
    }

    /** Somebody's own, from new to old. */
    @Transactional
    public List<OwnReport> of(UserId learner) {
        var rows = reports.of(learner, SHOWN);
        var answered =
                exercises.find(rows.stream().map(ReportRepository.Own::exercise).toList());
        return rows.stream()
                .flatMap(row -> Optional.ofNullable(answered.get(row.exercise())).stream()
                        .map(stored -> OwnReport.of(row, stored.exercise())))
                .toList();
    }

    /** Those on these attempts, from new to old. */
    @Transactional
    public List<FiledReport> on(Collection<UUID> submissions) {
        return submissions.isEmpty() ? List.of() : filed(reports.on(submissions));
    }

    /** How many wait for an answer. */
    @Transactional
    public long open() {
        return reports.countOpen();
    }

    /** Some of a list, and whether more stand after them: one whose attempt is gone is left out, and counts all the same. */
    record Some(List<FiledReport> reports, boolean more) {}

    @Transactional
    Some list(boolean answered, int first, int limit) {
        var rows = reports.list(answered, first, limit + 1);
        return new Some(filed(rows.stream().limit(limit).toList()), rows.size() > limit);
    }

    /** Says what became of a report. Returns whether there is such a report. */
    @Transactional
    public boolean answer(long id, String answer) {
        var report = reports.findByIdOptional(id);
        report.ifPresent(found -> found.answered(kept(answer), clock.instant()));
        return report.isPresent();
    }

    private List<FiledReport> filed(List<Report> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        var answered = exercises.find(rows.stream().map(Report::exerciseId).toList());
        var attempts = progress.recorded(rows.stream().map(Report::form).toList());
        return rows.stream()
                .flatMap(row -> filed(row, answered.get(row.exerciseId()), attempts.get(row.form())).stream())
                .toList();
    }

    private static Optional<FiledReport> filed(
            Report row, @Nullable StoredExercise stored, @Nullable GradedAttempt attempt) {
        return stored == null || attempt == null
                ? Optional.empty()
                : Optional.of(new FiledReport(
                        row.id(),
                        row.learner(),
                        row.submission(),
                        stored.exercise(),
                        attempt,
                        row.note(),
                        row.reportedAt(),
                        row.answer()));
    }

    private static boolean canBeDoubted(GradedAttempt attempt) {
        return !attempt.responses().isEmpty() && attempt.outcome() != Outcome.CORRECT;
    }

    /** As much as is kept of what somebody wrote. PostgreSQL's text has no NUL. */
    private static String kept(String text) {
        var clean = text.replace("\0", "").strip();
        return clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST);
    }
}
