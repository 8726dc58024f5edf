package org.nabla.classroom.people;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.nabla.account.UserId;
import org.nabla.classroom.CourseService;
import org.nabla.classroom.log.CourseLog;
import org.nabla.classroom.log.LogAction;
import org.nabla.classroom.member.Joined;
import org.nabla.classroom.seat.Seat;
import org.nabla.query.Rows;

/** Takes learners along from a course that the same teacher teaches: those who are in it to the end, and who have never left this one. */
@Singleton
class EarlierLearners {
    private static final String CANDIDATES = """
            from enrolment o join account a on a.id = o.learner_id
            where o.course_id = :from and o.left_at is null and a.login is not null
              and not exists (select 1 from enrolment e where e.course_id = :course and e.learner_id = o.learner_id)
              and not exists (select 1 from course_teacher t where t.course_id = :course and t.teacher_id = o.learner_id)""";

    /** Somebody who can be taken along. */
    record Candidate(UserId id, String name, String login) {}

    private final EntityManager database;
    private final CourseService courses;
    private final Event<Joined> joined;
    private final CourseLog log;
    private final Clock clock;

    EarlierLearners(EntityManager database, CourseService courses, Event<Joined> joined, CourseLog log, Clock clock) {
        this.database = database;
        this.courses = courses;
        this.joined = joined;
        this.log = log;
        this.clock = clock;
    }

    /** The other courses of a teacher, archived ones too; the newest first. */
    List<Seat> courses(Seat seat) {
        return courses.of(seat.user()).stream()
                .filter(other -> other.teaches() && other.course() != seat.course())
                .toList();
    }

    @Transactional
    List<Candidate> candidates(Seat seat, Seat from) {
        return Rows.all(
                database.createNativeQuery("select a.id, a.name, coalesce(a.login, '') " + CANDIDATES
                                + " order by lower(a.name), a.id")
                        .setParameter("from", from.course())
                        .setParameter("course", seat.course()),
                Candidate.class);
    }

    /** With the names that they have in the system of the school. Whoever is no candidate any more is left out. @return how many came */
    @Transactional
    int add(Seat seat, Seat from, Collection<UserId> chosen) {
        var added = database.createNativeQuery("insert into enrolment (course_id, learner_id, joined_at, school_id)"
                        + " select :course, o.learner_id, :now, o.school_id " + CANDIDATES
                        + " and o.learner_id = any(cast(:chosen as bigint[])) on conflict do nothing")
                .setParameter("from", from.course())
                .setParameter("course", seat.course())
                .setParameter("now", clock.instant())
                .setParameter("chosen", chosen.stream().map(UserId::value).toArray(Long[]::new))
                .executeUpdate();
        if (added > 0) {
            joined.fire(new Joined(seat.course()));
            log.write(
                    seat.course(),
                    seat.user(),
                    LogAction.EARLIER_ADDED,
                    added + (added == 1 ? " learner" : " learners") + " of “" + from.title() + "”");
        }
        return added;
    }
}
