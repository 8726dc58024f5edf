package org.nabla.classroom;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.nabla.account.UserId;
import org.nabla.classroom.log.CourseLog;
import org.nabla.classroom.log.LogAction;
import org.nabla.classroom.member.Joined;
import org.nabla.classroom.seat.CourseRole;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.seat.SeatRepository;

/** Who comes into a course, and goes, because another system says so: the learning platform of a school. */
@Singleton
public class Arrivals {
    private final CourseRepository courses;
    private final SeatRepository seats;
    private final CourseLog log;
    private final Event<Joined> joined;
    private final Clock clock;

    Arrivals(CourseRepository courses, SeatRepository seats, CourseLog log, Event<Joined> joined, Clock clock) {
        this.courses = courses;
        this.seats = seats;
        this.log = log;
        this.joined = joined;
        this.clock = clock;
    }

    /** Takes a learner in; whoever teaches or assists goes on doing so, and an archived course as it is. @param by the other system */
    @Transactional
    public boolean learns(long course, UserId user, String by) {
        var marks = seats.find(course, user).filter(Seat::marks).isPresent();
        var came = !marks && !courses.get(course).isArchived() && seats.enrol(course, user, clock.instant());
        if (came) {
            joined.fire(new Joined(course));
            log.write(course, user, LogAction.JOINED, "by " + by);
        }
        return came;
    }

    /** Makes somebody a co-teacher who neither taught the course nor assisted in it. @param by the other system */
    @Transactional
    public boolean teaches(long course, UserId user, String by) {
        var fresh = seats.find(course, user).filter(Seat::marks).isEmpty()
                && !courses.get(course).isArchived()
                && seats.appoint(course, user, CourseRole.CO_TEACHER, clock.instant());
        if (fresh) {
            log.write(course, user, LogAction.TEACHER_JOINED, "by " + by);
        }
        return fresh;
    }

    /** A learner is no longer in the course there; their work stays theirs. @param by the other system */
    @Transactional
    public boolean goes(long course, UserId user, String by) {
        var gone = seats.leave(course, user, clock.instant());
        if (gone) {
            log.write(course, user, LogAction.LEFT, "by " + by);
        }
        return gone;
    }
}
