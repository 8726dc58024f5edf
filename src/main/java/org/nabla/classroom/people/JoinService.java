package org.nabla.classroom.people;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.nabla.account.Throttle;
import org.nabla.account.Throttle.Subject;
import org.nabla.account.UserId;
import org.nabla.classroom.CourseRepository;
import org.nabla.classroom.JoinCode;
import org.nabla.classroom.log.CourseLog;
import org.nabla.classroom.log.LogAction;
import org.nabla.classroom.member.CoursePeople;
import org.nabla.classroom.member.CourseTeacher;
import org.nabla.classroom.member.Joined;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.seat.SeatRepository;

/** Joining by code. Each code that opens nothing makes the next try from the same address wait longer. */
@Singleton
class JoinService {

    /** What became of a code. */
    sealed interface Found {
        /** The course that the code opens, with the names of its teachers. */
        record Door(long course, String title, String teachers) implements Found {}

        /** It opens nothing: mistyped, run out or taken back; which of these is not told. */
        record Nothing() implements Found {}

        /** Too many codes that opened nothing came from here. */
        record Wait(Duration duration) implements Found {}
    }

    private final CourseRepository courses;
    private final CoursePeople people;
    private final SeatRepository seats;
    private final CourseLog log;
    private final Event<Joined> joined;
    private final Throttle throttle;
    private final Clock clock;

    JoinService(
            CourseRepository courses,
            CoursePeople people,
            SeatRepository seats,
            CourseLog log,
            Event<Joined> joined,
            Throttle throttle,
            Clock clock) {
        this.courses = courses;
        this.people = people;
        this.seats = seats;
        this.log = log;
        this.joined = joined;
        this.throttle = throttle;
        this.clock = clock;
    }

    /** @param address from where somebody asks */
    @Transactional
    Found find(String typed, String address) {
        var wait = throttle.attempt(Subject.JOIN_CODE, address);
        if (wait.isPresent()) {
            return new Found.Wait(wait.get());
        }
        var door = JoinCode.parse(typed)
                .flatMap(code -> courses.withCode(code)
                        .filter(course -> course.joinCode(clock.instant())
                                .filter(code::equals)
                                .isPresent()))
                .map(course -> new Found.Door(course.id(), course.title(), teachers(course.id())));
        if (door.isPresent()) {
            throttle.succeeded(Subject.JOIN_CODE, address);
            return door.get();
        }
        return new Found.Nothing();
    }

    /** Takes somebody into the course behind a door; whoever teaches there stays a teacher. */
    @Transactional
    void join(Found.Door door, UserId user) {
        var teaches = seats.find(door.course(), user).filter(Seat::marks).isPresent();
        if (!teaches && seats.enrol(door.course(), user, clock.instant())) {
            joined.fire(new Joined(door.course()));
            log.write(door.course(), user, LogAction.JOINED, "by code");
        }
    }

    /** The seat that somebody has there already. */
    Optional<Seat> seat(Found.Door door, UserId user) {
        return seats.find(door.course(), user);
    }

    private String teachers(long course) {
        var names =
                people.leadingTeachers(course).stream().map(CourseTeacher::name).toList();
        var last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
