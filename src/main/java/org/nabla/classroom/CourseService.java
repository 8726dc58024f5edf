package org.nabla.classroom;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.nabla.account.UserId;
import org.nabla.account.operator.Teachers;
import org.nabla.classroom.log.CourseLog;
import org.nabla.classroom.log.LogAction;
import org.nabla.classroom.seat.CourseRole;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.seat.SeatRepository;
import org.nabla.web.trouble.Refusal;

/** Opens courses, changes and archives them. Whether somebody may is decided before, by {@link CourseAccess}. */
@Singleton
public class CourseService {

    private static final int MOST_COURSES = 200;
    private static final Duration FIRST_CODE = Duration.ofDays(30);

    private final CourseRepository courses;
    private final SeatRepository seats;
    private final CourseLog log;
    private final Teachers teachers;
    private final RandomGenerator chance;
    private final Clock clock;

    CourseService(
            CourseRepository courses,
            SeatRepository seats,
            CourseLog log,
            Teachers teachers,
            RandomGenerator chance,
            Clock clock) {
        this.courses = courses;
        this.seats = seats;
        this.log = log;
        this.teachers = teachers;
        this.chance = chance;
        this.clock = clock;
    }

    /** Opens a course with a join code that works for a month. Whoever opens it is its teacher. */
    @Transactional
    public long open(UserId teacher, String title, ZoneId zone) {
        if (seats.taughtBy(teacher) >= MOST_COURSES) {
            throw new Refusal(
                    Response.Status.CONFLICT,
                    "You have " + MOST_COURSES + " courses already",
                    "That is as many as one account can hold. Rename a course that you no longer need.");
        }
        var now = clock.instant();
        var course = new Course(title, zone, now);
        courses.persistAndFlush(course);
        course.openTo(code(course), now.plus(FIRST_CODE));
        seats.appoint(course.id(), teacher, CourseRole.TEACHER, now);
        teachers.becomes(teacher);
        log.write(course.id(), teacher, LogAction.COURSE_OPENED, title);
        return course.id();
    }

    /**
     * A form that arrives twice, as after a double click, opens one course. The second waits for the first.
     *
     * @param form its name, which nobody else has; empty where it has none
     */
    @Transactional
    public long once(UserId teacher, Optional<UUID> form, LongSupplier open) {
        if (form.isEmpty()) {
            return open.getAsLong();
        }
        seats.lockTeacher(teacher);
        return courses.madeWith(form.get()).map(Course::id).orElseGet(() -> {
            var course = open.getAsLong();
            courses.get(course).madeWith(form.get());
            return course;
        });
    }

    /** The courses of somebody, those they teach and those in which they learn; the archived ones last. */
    public List<Seat> of(UserId user) {
        return seats.of(user);
    }

    @Transactional
    public void describe(Seat by, String title, ZoneId zone) {
        var course = courses.get(by.course());
        var before = course.title() + ", " + course.zone();
        course.describe(title, zone);
        log.write(by.course(), by.user(), LogAction.COURSE_CHANGED, before + " → " + title + ", " + zone);
    }

    @Transactional
    public Missing missing(long course) {
        return courses.get(course).missing();
    }

    /** Marks of all that was due and not handed in follow, on pages and in exports. */
    @Transactional
    public void treatMissingAs(Seat by, Missing choice) {
        courses.get(by.course()).treatMissingAs(choice);
        log.write(by.course(), by.user(), LogAction.COURSE_CHANGED, "what was not handed in " + choice.words());
    }

    /** Whether co-teachers may rename, archive and hand over the course. */
    @Transactional
    public boolean coTeachersLead(long course) {
        return courses.get(course).coTeachersLead();
    }

    @Transactional
    public void letCoTeachersLead(Seat by, boolean let) {
        courses.get(by.course()).letCoTeachersLead(let);
        log.write(
                by.course(),
                by.user(),
                LogAction.COURSE_CHANGED,
                let
                        ? "co-teachers may rename, archive and hand it over"
                        : "co-teachers may no longer rename, archive and hand it over");
    }

    /** A new code, which opens the course for so long; the old one is of no use any more. */
    @Transactional
    public JoinCode newCode(Seat by, Duration life) {
        var course = courses.get(by.course());
        var code = code(course);
        course.openTo(code, clock.instant().plus(life));
        log.write(by.course(), by.user(), LogAction.CODE_CHANGED, "for " + life.toDays() + " days");
        return code;
    }

    private JoinCode code(Course course) {
        return courses.take(course.id(), () -> JoinCode.random(chance));
    }

    /** From now on nobody joins by code. */
    @Transactional
    public void closeToCodes(Seat by) {
        courses.get(by.course()).closeToCodes();
        courses.leaveCode(by.course());
        log.write(by.course(), by.user(), LogAction.CODE_CHANGED, "closed");
    }

    @Transactional
    public void archive(Seat by) {
        courses.get(by.course()).archive(clock.instant());
        courses.leaveCode(by.course());
        log.write(by.course(), by.user(), LogAction.COURSE_ARCHIVED, "");
    }

    @Transactional
    public void restore(Seat by) {
        courses.get(by.course()).restore();
        log.write(by.course(), by.user(), LogAction.COURSE_RESTORED, "");
    }

    /** The code that opens the course now, and until when. */
    @Transactional
    public Optional<OpenCode> code(long course) {
        var found = courses.get(course);
        return found.joinCode(clock.instant())
                .flatMap(code -> found.joinCodeExpiresAt().map(until -> new OpenCode(code, until)));
    }
}
