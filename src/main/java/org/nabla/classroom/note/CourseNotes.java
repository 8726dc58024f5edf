package org.nabla.classroom.note;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.classroom.log.CourseLog;
import org.nabla.classroom.log.LogAction;
import org.nabla.classroom.marking.Words;
import org.nabla.classroom.seat.Seat;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.ExerciseId;
import org.nabla.practice.desk.PageNote;
import org.nabla.practice.desk.PageNotes;
import org.nabla.query.Rows;
import org.nabla.query.Select;
import org.nabla.query.Statements;

/** Messages of teachers to those who made the same mistake: they stand on their pages of the template until they are read. */
@Singleton
public class CourseNotes implements PageNotes {
    private final EntityManager database;
    private final Statements statements;
    private final CourseLog log;
    private final Clock clock;

    CourseNotes(EntityManager database, Statements statements, CourseLog log, Clock clock) {
        this.database = database;
        this.statements = statements;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Leaves a note for these learners.
     *
     * @param about the mistake in words, for the teachers
     */
    @Transactional
    public void send(Seat seat, ExerciseId template, String about, String text, Collection<UserId> readers) {
        var id = database.createNativeQuery("insert into course_note (course_id, template, about, text, sent_at)"
                        + " values (:course, :template, :about, :text, :now) returning id")
                .setParameter("course", seat.course())
                .setParameter("template", template.value())
                .setParameter("about", about)
                .setParameter("text", text)
                .setParameter("now", clock.instant())
                .getSingleResult();
        for (var reader : readers) {
            database.createNativeQuery("insert into course_note_reader (course_id, note_id, learner_id)"
                            + " values (:course, :note, :learner)")
                    .setParameter("course", seat.course())
                    .setParameter("note", ((Number) id).longValue())
                    .setParameter("learner", reader.value())
                    .executeUpdate();
        }
        log.write(
                seat.course(),
                seat.user(),
                LogAction.NOTE_SENT,
                template + ": to " + Words.count(readers.size(), "learner", "learners"));
    }

    /** A note that was sent, and how many have read it. */
    public record Sent(String template, String about, String text, long readers, long read) {}

    /** From new to old. */
    @Transactional
    public List<Sent> of(Seat seat) {
        return Rows.all(database.createNativeQuery("""
                        select n.template, n.about, n.text, count(r.learner_id), count(r.read_at)
                        from course_note n left join course_note_reader r
                            on r.course_id = n.course_id and r.note_id = n.id
                        where n.course_id = :course group by n.course_id, n.id order by n.sent_at desc, n.id desc""").setParameter("course", seat.course()), Sent.class);
    }

    /** A note that its reader has not read yet. @param template on the pages of which it stands */
    public record Unread(String template) {}

    /** Those of a learner in one course. */
    @Transactional
    public List<Unread> unread(Seat seat) {
        List<?> rows = database.createNativeQuery("""
                        select distinct n.template from course_note_reader r
                        join course_note n on n.course_id = r.course_id and n.id = r.note_id
                        where n.course_id = :course and r.learner_id = :learner and r.read_at is null order by 1""")
                .setParameter("course", seat.course())
                .setParameter("learner", seat.user().value())
                .getResultList();
        return rows.stream().map(template -> new Unread((String) template)).toList();
    }

    /** A note that waits for its reader. @param course its title */
    public record Waiting(long number, String course, String template, String text) {}

    /** Those of a learner in all their courses that are in use, from old to new. */
    @Transactional
    public List<Waiting> unread(UserId learner) {
        return Rows.all(database.createNativeQuery("""
                        select n.id, c.title, n.template, n.text
                        from course_note_reader r
                        join course_note n on n.course_id = r.course_id and n.id = r.note_id
                        join course c on c.id = n.course_id
                        join enrolment e on e.course_id = n.course_id and e.learner_id = r.learner_id
                        where r.learner_id = :learner and r.read_at is null and e.left_at is null and c.archived_at is null
                        order by n.sent_at, n.id""").setParameter("learner", learner.value()), Waiting.class);
    }

    @Override
    @Transactional
    public List<PageNote> of(UserId learner, Exercise exercise) {
        return statements.read(toRead(learner, exercise)).stream()
                .map(ToRead::onPage)
                .toList();
    }

    @Override
    public Select<?> asked(UserId learner, Exercise exercise) {
        return toRead(learner, exercise);
    }

    private static Select<ToRead> toRead(UserId learner, Exercise exercise) {
        return Select.of(ToRead.class, """
                select n.id, n.course_id, c.title, n.text
                from course_note_reader r
                join course_note n on n.course_id = r.course_id and n.id = r.note_id
                join course c on c.id = n.course_id
                join enrolment e on e.course_id = n.course_id and e.learner_id = r.learner_id
                where r.learner_id = ? and r.read_at is null and n.template = ?
                      and e.left_at is null
                order by n.sent_at, n.id""", learner.value(), exercise.template().value());
    }

    private record ToRead(long id, long course, String title, String text) {

        PageNote onPage() {
            return new PageNote(
                    "A word from your teacher in " + title, text, "/courses/" + course + "/notes/" + id + "/read");
        }
    }

    /** @return the template of the note; empty where the learner has no such note */
    @Transactional
    Optional<ExerciseId> read(Seat seat, long note) {
        List<?> found = database.createNativeQuery("""
                        update course_note_reader r set read_at = :now from course_note n
                        where r.course_id = n.course_id and r.note_id = n.id and n.id = :note and n.course_id = :course
                            and r.learner_id = :learner
                        returning n.template""")
                .setParameter("now", clock.instant())
                .setParameter("note", note)
                .setParameter("course", seat.course())
                .setParameter("learner", seat.user().value())
                .getResultList();
        return found.stream().findFirst().map(t -> new ExerciseId((String) t));
    }
}
