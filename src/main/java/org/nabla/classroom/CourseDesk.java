package org.nabla.classroom;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nabla.account.UserFacts;
import org.nabla.account.UserId;
import org.nabla.account.UserRepository;
import org.nabla.account.operator.OperatorAct;
import org.nabla.account.operator.OperatorLog;
import org.nabla.account.operator.Teachers;
import org.nabla.classroom.log.CourseLog;
import org.nabla.classroom.log.LogAction;
import org.nabla.classroom.seat.CourseRole;
import org.nabla.classroom.seat.SeatRepository;
import org.nabla.query.Rows;

/** All courses, for whoever runs the site: found, and handed over where their teacher is gone or asks for it. */
@Singleton
public class CourseDesk implements UserFacts {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.US).withZone(ZoneOffset.UTC);

    /** One course. @param teacher and login empty where nobody teaches it */
    public record Row(
            long id,
            String title,
            String teacher,
            String login,
            long learners,
            long assignments,
            Instant created,
            boolean archived) {

        public String createdDay() {
            return DAY.format(created);
        }
    }

    private final SeatRepository seats;
    private final CourseLog log;
    private final OperatorLog operatorLog;
    private final UserRepository users;
    private final Teachers teachers;
    private final EntityManager database;
    private final Clock clock;

    CourseDesk(
            SeatRepository seats,
            CourseLog log,
            OperatorLog operatorLog,
            UserRepository users,
            Teachers teachers,
            EntityManager database,
            Clock clock) {
        this.seats = seats;
        this.log = log;
        this.operatorLog = operatorLog;
        this.users = users;
        this.teachers = teachers;
        this.database = database;
        this.clock = clock;
    }

    /** Courses in whose title, or in whose teacher's name or login, is what was typed; the newest first. */
    @Transactional
    public List<Row> find(String typed, int from, int most) {
        var part = typed.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
        return rows(
                "lower(c.title) like :part or lower(a.name) like :part or a.login like :part",
                "%" + part + "%",
                from,
                most);
    }

    @Transactional
    public Optional<Row> find(long course) {
        return rows("cast(c.id as text) = :part", Long.toString(course), 0, 1).stream()
                .findFirst();
    }

    private List<Row> rows(String condition, String part, int from, int most) {
        return Rows.all(
                database.createNativeQuery("""
                        select c.id, c.title, coalesce(a.name, ''), coalesce(a.login, ''),
                               (select count(*) from enrolment e where e.course_id = c.id and e.left_at is null),
                               (select count(*) from assignment s where s.course_id = c.id),
                               c.created_at, c.archived_at is not null
                        from course c
                        left join course_teacher t on t.course_id = c.id and t.role = 'TEACHER'
                        left join account a on a.id = t.teacher_id
                        where %s
                        order by c.created_at desc, c.id desc limit :most offset :from""".formatted(condition))
                        .setParameter("part", part)
                        .setParameter("most", most)
                        .setParameter("from", from),
                Row.class);
    }

    /**
     * Somebody else teaches a course from now on; who taught it stays beside them.
     *
     * @param login of a teacher
     * @return why not, in a sentence; empty where it is done
     */
    @Transactional
    public Optional<String> handOver(UserId operator, long course, String login) {
        database.createNativeQuery("select id from course where id = :course for update")
                .setParameter("course", course)
                .getResultList();
        var to = users.withLogin(login.strip().toLowerCase(Locale.ROOT));
        if (to.isEmpty()) {
            return Optional.of("Nobody has this login.");
        }
        var id = to.get().id();
        if (!teachers.mayTeach(id)) {
            return Optional.of("They may not teach: make a teacher of them first, on their page among the users.");
        }
        seats.dismiss(course, id); // an assistant becomes more
        seats.appoint(course, id, CourseRole.CO_TEACHER, clock.instant());
        if (!seats.handOver(course, id)) {
            return Optional.of("They teach it already.");
        }
        log.write(course, operator, LogAction.HANDED_OVER, id, "by whoever runs the site");
        operatorLog.write(operator, OperatorAct.COURSE_HANDED_OVER, id, "course " + course);
        return Optional.empty();
    }

    @Override
    @Transactional
    public Group of(UserId user) {
        var courses = Rows.all(database.createNativeQuery("""
                        select c.title, t.role, c.archived_at is not null, c.id
                        from course_teacher t join course c on c.id = t.course_id where t.teacher_id = :user
                        union all
                        select c.title, 'LEARNER', c.archived_at is not null, c.id
                        from enrolment e join course c on c.id = e.course_id
                        where e.learner_id = :user and e.left_at is null
                        order by 4 desc""").setParameter("user", user.value()), InCourse.class);
        return new Group(
                "Courses",
                courses.stream()
                        .map(c -> new Fact(c.title(), role(c.role()) + (c.archived() ? ", archived" : "")))
                        .toList(),
                "None.");
    }

    private record InCourse(String title, String role, boolean archived, long id) {}

    private static String role(String role) {
        return role.equals("LEARNER")
                ? "learns"
                : CourseRole.valueOf(role).word().toLowerCase(Locale.ROOT);
    }
}
