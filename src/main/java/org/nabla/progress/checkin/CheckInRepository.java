package org.nabla.progress.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nabla.account.UserId;
import org.nabla.exercise.curriculum.Curriculum;
import org.nabla.exercise.curriculum.SkillId;
import org.nabla.progress.checkin.CheckIn.Question;

/** The check-ins in the database. */
@ApplicationScoped
class CheckInRepository {
    private static final String COLUMNS = "select id, track, ended_at from check_in where learner_id = :learner";

    private final EntityManager database;
    private final Curriculum curriculum;

    CheckInRepository(EntityManager database, Curriculum curriculum) {
        this.database = database;
        this.curriculum = curriculum;
    }

    /** The one that was begun last. */
    Optional<CheckIn> latest(UserId learner) {
        return found(database.createNativeQuery(COLUMNS + " order by begun_at desc, id desc limit 1")
                .setParameter("learner", learner.value()));
    }

    /** The newest in which something was said. */
    Optional<CheckIn> latestWithReply(UserId learner) {
        return found(database.createNativeQuery(COLUMNS
                        + " and exists (select 1 from check_in_question where check_in_id = id and reply is not null)"
                        + " order by begun_at desc, id desc limit 1")
                .setParameter("learner", learner.value()));
    }

    private Optional<CheckIn> found(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                // A track that is gone takes its check-ins with it.
                .flatMap(row -> curriculum.track((String) row[1]).stream()
                        .map(track -> new CheckIn(
                                ((Number) row[0]).longValue(),
                                track,
                                Optional.ofNullable((Instant) row[2]),
                                questions(((Number) row[0]).longValue()))))
                .findFirst();
    }

    private List<Question> questions(long checkIn) {
        List<?> rows = database.createNativeQuery("select position, skill, exercise_id, reply, submission"
                        + " from check_in_question where check_in_id = :checkIn order by position")
                .setParameter("checkIn", checkIn)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Question(
                        ((Number) row[0]).intValue(),
                        new SkillId((String) row[1]),
                        ((Number) row[2]).longValue(),
                        Optional.ofNullable((String) row[3]).map(Reply::valueOf),
                        Optional.ofNullable((UUID) row[4])))
                .toList();
    }

    void begin(UserId learner, String track, Instant now) {
        database.createNativeQuery("insert into check_in (learner_id, track, begun_at) values (:learner, :track, :now)")
                .setParameter("learner", learner.value())
                .setParameter("track", track)
                .setParameter("now", now)
                .executeUpdate();
    }

    void end(CheckIn checkIn, Instant now) {
        database.createNativeQuery("update check_in set ended_at = :now where id = :id and ended_at is null")
                .setParameter("now", now)
                .setParameter("id", checkIn.id())
                .executeUpdate();
    }

    void ask(CheckIn checkIn, SkillId skill, long exercise, Instant now) {
        database.createNativeQuery("insert into check_in_question (check_in_id, position, skill, exercise_id, asked_at)"
                        + " values (:checkIn, :position, :skill, :exercise, :now)")
                .setParameter("checkIn", checkIn.id())
                .setParameter("position", checkIn.questions().size() + 1)
                .setParameter("skill", skill.value())
                .setParameter("exercise", exercise)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Writes a reply, unless there is one already. */
    boolean reply(CheckIn checkIn, int position, Reply reply, Optional<UUID> submission, Instant now) {
        var written = database.createNativeQuery("update check_in_question set reply = :reply, replied_at = :now,"
                        + " submission = cast(:submission as uuid)"
                        + " where check_in_id = :checkIn and position = :position and reply is null")
                .setParameter("reply", reply.name())
                .setParameter("now", now)
                .setParameter("submission", submission.map(UUID::toString).orElse(null))
                .setParameter("checkIn", checkIn.id())
                .setParameter("position", position)
                .executeUpdate();
        return written > 0;
    }
}
