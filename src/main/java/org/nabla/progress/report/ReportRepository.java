package org.nabla.progress.report;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nabla.account.UserId;
import org.nabla.query.Select;
import org.nabla.query.Statements;

/** All reports. */
@Singleton
class ReportRepository implements PanacheRepository<Report> {

    /** Those who run the site are not asked by people of a demo course. */
    private static final String REAL =
            "not exists (select 1 from User u where u.id = learnerId and u.demoCourseId is not null)";

    private final Statements statements;

    ReportRepository(Statements statements) {
        this.statements = statements;
    }

    /** Files a report on one's own attempt, unless there is one already. */
    void file(UserId learner, UUID submission, String note, Instant now) {
        getEntityManager()
                .createNativeQuery("""
                        insert into report (learner_id, attempt_id, submitted_at, submission, exercise_id, note, reported_at)
                        select a.learner_id, a.id, a.submitted_at, s.id, a.exercise_id, :note, :now
                        from submission s join attempt a on a.learner_id = s.learner_id and a.id = s.attempt_id and a.submitted_at = s.submitted_at
                        where s.id = :submission and s.learner_id = :learner
                        on conflict (learner_id, submission) do nothing
                        """)
                .setParameter("learner", learner.value())
                .setParameter("submission", submission)
                .setParameter("note", note)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Copies a guest's to an account that has their attempts by now; the guest's own go with the guest. */
    void copy(UserId guest, UserId into) {
        getEntityManager()
                .createNativeQuery("insert into report select n.* from report g, lateral jsonb_populate_record(g,"
                        + " jsonb_build_object('learner_id', cast(:into as bigint))) n where g.learner_id = :guest")
                .setParameter("guest", guest.value())
                .setParameter("into", into.value())
                .executeUpdate();
    }

    /** What a verdict says of the report on it. */
    record OnVerdict(String note, Optional<String> answer) {}

    Optional<OnVerdict> on(UserId learner, UUID submission) {
        return statements.read(asked(learner, submission)).stream().findFirst();
    }

    static Select<OnVerdict> asked(UserId learner, UUID submission) {
        return Select.of(
                OnVerdict.class,
                "select note, answer from report where learner_id = ? and submission = ?",
                learner.value(),
                submission);
    }

    /** As the one who wrote it finds it again. */
    record Own(UUID submission, long exercise, String note, Instant reportedAt, Optional<String> answer) {}

    List<Own> of(UserId learner, int limit) {
        return statements.read(asked(learner, limit));
    }

    static Select<Own> asked(UserId learner, int limit) {
        return Select.of(
                Own.class,
                "select submission, exercise_id, note, reported_at, answer from report where learner_id = ?"
                        + " order by reported_at desc, id desc limit ?",
                learner.value(),
                limit);
    }

    List<Report> on(Collection<UUID> submissions) {
        return list("submission in ?1 order by reportedAt desc, id desc", submissions);
    }

    /** Open ones from old to new, so that nobody waits for ever; answered ones from new to old. */
    List<Report> list(boolean answered, int first, int limit) {
        var query = answered
                ? find("answer is not null and " + REAL + " order by answeredAt desc, id desc")
                : find("answer is null and " + REAL + " order by reportedAt, id");
        return query.range(first, first + limit - 1).list();
    }

    long countOpen() {
        return count("answer is null and " + REAL);
    }
}
