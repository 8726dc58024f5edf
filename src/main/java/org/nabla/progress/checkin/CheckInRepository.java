package org.nabla.progress.checkin;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.nabla.account.UserId;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.progress.checkin.CheckIn.Question;
import org.nabla.query.Select;
import org.nabla.query.Statements;

/** The check-ins in the database. */
@Singleton
class CheckInRepository {
    /** One check-in of a learner, with a row for each of its questions, or one where it has none. */
    private static final String ONE = """
            select c.id, c.track, c.ended_at, q.position, q.skill, q.exercise_id, q.reply, q.submission
            from (select * from check_in c where c.learner_id = ?%s order by begun_at desc, id desc limit 1) c
            left join check_in_question q on q.learner_id = c.learner_id and q.check_in_id = c.id
            order by q.position""";

    private static final String LATEST = ONE.formatted("");

    private static final String LATEST_WITH_REPLY =
            ONE.formatted(" and exists (select 1 from check_in_question q where q.learner_id = c.learner_id"
                    + " and q.check_in_id = c.id and q.reply is not null)");

    private final EntityManager database;
    private final Statements statements;
    private final Curriculum curriculum;

    CheckInRepository(EntityManager database, Statements statements, Curriculum curriculum) {
        this.database = database;
        this.statements = statements;
        this.curriculum = curriculum;
    }

    /** The one that was begun last. */
    Optional<CheckIn> latest(UserId learner) {
        return one(toLatest(learner));
    }

    /** What {@link #latest} asks. */
    static Select<?> latestAsked(UserId learner) {
        return toLatest(learner);
    }

    private static Select<Row> toLatest(UserId learner) {
        return Select.of(Row.class, LATEST, learner.value());
    }

    /** The newest in which something was said. */
    Optional<CheckIn> latestWithReply(UserId learner) {
        return one(Select.of(Row.class, LATEST_WITH_REPLY, learner.value()));
    }

    private record Row(long id, String track, Optional<Instant> endedAt, Optional<Question> question) {}

    private Optional<CheckIn> one(Select<Row> question) {
        var rows = statements.read(question);
        return rows.stream()
                .findFirst()
                // A track that is gone takes its check-ins with it.
                .flatMap(row -> curriculum
                        .track(row.track())
                        .map(track -> new CheckIn(
                                row.id(),
                                track,
                                row.endedAt(),
                                rows.stream()
                                        .flatMap(r -> r.question().stream())
                                        .toList())));
    }

    void begin(UserId learner, String track, Instant now) {
        database.createNativeQuery("insert into check_in (learner_id, track, begun_at) values (:learner, :track, :now)")
                .setParameter("learner", learner.value())
                .setParameter("track", track)
                .setParameter("now", now)
                .executeUpdate();
    }

    void end(UserId learner, CheckIn checkIn, Instant now) {
        database.createNativeQuery("update check_in set ended_at = :now where learner_id = :learner and id = :id"
                        + " and ended_at is null")
                .setParameter("learner", learner.value())
                .setParameter("now", now)
                .setParameter("id", checkIn.id())
                .executeUpdate();
    }

    void ask(UserId learner, CheckIn checkIn, SkillId skill, long exercise, Instant now) {
        database.createNativeQuery(
                        "insert into check_in_question (learner_id, check_in_id, position, skill, exercise_id, asked_at)"
                                + " values (:learner, :checkIn, :position, :skill, :exercise, :now)")
                .setParameter("learner", learner.value())
                .setParameter("checkIn", checkIn.id())
                .setParameter("position", checkIn.questions().size() + 1)
                .setParameter("skill", skill.value())
                .setParameter("exercise", exercise)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** What was replied. @param submission the form that did, where one did */
    record Replied(Reply reply, Optional<UUID> submission, Instant at) {}

    /** Writes a reply, unless there is one already. */
    boolean reply(UserId learner, CheckIn checkIn, int position, Replied replied) {
        var written = database.createNativeQuery(
                        "update check_in_question set reply = :reply, replied_at = :now,"
                                + " submission = cast(:submission as uuid)"
                                + " where learner_id = :learner and check_in_id = :checkIn and position = :position and reply is null")
                .setParameter("learner", learner.value())
                .setParameter("reply", replied.reply().name())
                .setParameter("now", replied.at())
                .setParameter(
                        "submission", replied.submission().map(UUID::toString).orElse(null))
                .setParameter("checkIn", checkIn.id())
                .setParameter("position", position)
                .executeUpdate();
        return written > 0;
    }
}
