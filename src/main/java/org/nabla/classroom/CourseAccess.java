package org.nabla.classroom;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import org.nabla.account.UserId;
import org.nabla.account.session.CurrentUser;
import org.nabla.classroom.seat.CourseRole;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.seat.SeatRepository;
import org.nabla.web.page.Page;
import org.nabla.web.trouble.Refusal;

/**
 * Who may what in a course; every page of a course begins here. Whoever is not signed in is led to the door and back. A course
 * in which they have no seat does not exist for them, so that nobody learns which numbers are taken.
 */
@Singleton
public class CourseAccess {

    private final CurrentUser current;
    private final Page page;
    private final SeatRepository seats;

    CourseAccess(CurrentUser current, Page page, SeatRepository seats) {
        this.current = current;
        this.page = page;
        this.seats = seats;
    }

    /**
     * The seat of whoever asks, teacher or learner.
     *
     * @param course the number as it stands in the address
     */
    public Seat member(String course) {
        return seat(course, current.signedIn(page));
    }

    /** The seat of whoever marks, who asks by a program of theirs. */
    public Seat marker(String course, UserId user) {
        return marking(seat(course, user));
    }

    /** The seat of a teacher or co-teacher who asks by a program of theirs. */
    public Seat teacher(String course, UserId user) {
        return teaching(marker(course, user));
    }

    private Seat seat(String course, UserId user) {
        return CourseNumber.parse(course)
                .flatMap(number -> seats.find(number, user))
                .orElseThrow(CourseAccess::noSuchCourse);
    }

    /** The seat of a teacher or co-teacher; whoever else is in the course is told that this is not for them. */
    public Seat teacher(String course) {
        return teaching(marker(course));
    }

    private static Seat teaching(Seat seat) {
        if (!seat.teaches()) {
            throw new Refusal(
                    Response.Status.FORBIDDEN,
                    "This is for the teachers of the course",
                    "As assistant you see the work of learners and mark it. All else stays with those who teach.");
        }
        return seat;
    }

    /** The seat of whoever sees and marks: teacher, co-teacher or assistant. A learner is told that this is not for them. */
    public Seat marker(String course) {
        return marking(member(course));
    }

    private static Seat marking(Seat seat) {
        if (!seat.marks()) {
            throw new Refusal(
                    Response.Status.FORBIDDEN,
                    "This is for the teachers of the course",
                    "What is meant for you is on the page of the course.");
        }
        return seat;
    }

    /** The seat of whoever may rename, archive and hand over: the teacher, and co-teachers where they are let. */
    public Seat leader(String course) {
        var seat = teacher(course);
        if (!seat.leads()) {
            throw new Refusal(
                    Response.Status.FORBIDDEN,
                    "This is for the teacher of the course alone",
                    "They can let co-teachers do it, in the settings of the course.");
        }
        return seat;
    }

    /** The seat of the one teacher who decides who else teaches. */
    public Seat owner(String course) {
        var seat = teacher(course);
        if (seat.role() != CourseRole.TEACHER) {
            throw new Refusal(
                    Response.Status.FORBIDDEN,
                    "This is for the teacher of the course alone",
                    "Who teaches with you, and whether the course is archived, is decided by whoever opened it.");
        }
        return seat;
    }

    /** The seat of a learner; a teacher is told that this is not for them. */
    public Seat learner(String course) {
        return learning(member(course));
    }

    /** The same; whoever is not signed in is led through the door to this address. */
    public Seat learner(String course, String back) {
        return learning(seat(course, current.signedIn(back)));
    }

    private static Seat learning(Seat seat) {
        if (seat.marks()) {
            throw new Refusal(
                    Response.Status.FORBIDDEN,
                    "This is for the learners of the course",
                    "You teach it. What you can do is on the page of the course.");
        }
        return seat;
    }

    static Refusal noSuchCourse() {
        return new Refusal(
                Response.Status.NOT_FOUND,
                "There is no such course",
                "Perhaps you are signed in with another account, or no longer take part. Your courses are on the page Courses.");
    }
}
