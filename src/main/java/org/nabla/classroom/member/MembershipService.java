package org.nabla.classroom.member;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.nabla.account.UserId;
import org.nabla.classroom.log.CourseLog;
import org.nabla.classroom.log.LogAction;
import org.nabla.classroom.seat.PersonName;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.seat.SeatRepository;

/** Who leaves a course, is removed and comes back. Nobody's work is touched: it is theirs. */
@Singleton
public class MembershipService {

    private final SeatRepository seats;
    private final CourseLog log;
    private final Event<Joined> joined;
    private final Clock clock;

    MembershipService(SeatRepository seats, CourseLog log, Event<Joined> joined, Clock clock) {
        this.seats = seats;
        this.log = log;
        this.joined = joined;
        this.clock = clock;
    }

    /** Enrols somebody whose account a roster of this course has just made. */
    @Transactional
    public void enrolNew(Seat by, UserId learner, Optional<String> schoolId, PersonName person) {
        seats.enrolNew(by.course(), learner, schoolId, person, clock.instant());
        joined.fire(new Joined(by.course()));
    }

    /** Notes for the lists of this course which part of a learner's name is which. */
    @Transactional
    public void name(Seat by, UserId learner, PersonName person) {
        seats.setName(by.course(), learner, person);
    }

    /** Whether somebody has to do only with courses of this teacher, who may then look after their password. */
    @Transactional
    public boolean belongsTo(Seat by, UserId learner) {
        return seats.learnsOnlyWith(by.user(), learner);
    }

    /** A learner, co-teacher or assistant goes. Says whether they could: the teacher hands the course over first. */
    @Transactional
    public boolean leave(Seat seat) {
        var gone = seat.marks()
                ? seats.dismiss(seat.course(), seat.user())
                : seats.leave(seat.course(), seat.user(), clock.instant());
        if (gone) {
            log.write(seat.course(), seat.user(), seat.marks() ? LogAction.TEACHER_LEFT : LogAction.LEFT, "");
        }
        return gone;
    }

    /** Says whether there was such a learner. */
    @Transactional
    public boolean remove(Seat by, UserId learner) {
        var gone = seats.leave(by.course(), learner, clock.instant());
        if (gone) {
            log.write(by.course(), by.user(), LogAction.REMOVED, learner, "");
        }
        return gone;
    }

    /** Says whether somebody who was a learner of this course came back. */
    @Transactional
    public boolean readmit(Seat by, UserId learner) {
        var back = seats.comeBack(by.course(), learner);
        if (back) {
            joined.fire(new Joined(by.course()));
            log.write(by.course(), by.user(), LogAction.READMITTED, learner, "");
        }
        return back;
    }

    /** Says whether there was such a co-teacher or assistant. */
    @Transactional
    public boolean dismiss(Seat by, UserId teacher) {
        var gone = seats.dismiss(by.course(), teacher);
        if (gone) {
            log.write(by.course(), by.user(), LogAction.TEACHER_REMOVED, teacher, "");
        }
        return gone;
    }

    /** Gives an assistant other sections, or the whole course. Says whether there is such an assistant. */
    @Transactional
    public boolean assign(Seat by, UserId assistant, Optional<Set<Long>> sections) {
        var done = seats.assign(by.course(), assistant, sections);
        if (done) {
            log.write(by.course(), by.user(), LogAction.ASSISTANT_ASSIGNED, assistant, "");
        }
        return done;
    }

    /** Says whether there was such a co-teacher. */
    @Transactional
    public boolean handOver(Seat by, UserId teacher) {
        var done = seats.handOver(by.course(), teacher);
        if (done) {
            log.write(by.course(), by.user(), LogAction.HANDED_OVER, teacher, "");
        }
        return done;
    }
}
