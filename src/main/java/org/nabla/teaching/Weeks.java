package org.nabla.teaching;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.nabla.account.UserId;
import org.nabla.classroom.CourseMoment;
import org.nabla.query.Rows;

/** Looks through the courses in use that somebody teaches. */
@Singleton
class Weeks {

    private static final Duration SOON = Duration.ofDays(7);
    private static final int WRONG_IN_ROW = 3;
    private static final int MOST = 12;

    private static final String COURSES = """
            course c join course_teacher ct on ct.course_id = c.id and ct.teacher_id = :teacher and ct.role <> 'ASSISTANT'
            """;

    /** A date of all, for those who have no other, and those of sections. */
    private static final String DUE = """
            select c.title, a.title, a.course_id, a.number, d.due_at, c.zone,
                   (select count(distinct w.learner_id) from course_mark w
                    join assignment_problem p on p.course_id = w.course_id and p.id = w.problem_id
                    join enrolment e on e.course_id = c.id and e.learner_id = w.learner_id and e.left_at is null
                    left join section_times t
                        on t.course_id = a.course_id and t.assignment_id = a.id and t.section_id = e.section_id
                    where p.course_id = a.course_id and p.assignment_id = a.id and w.used > 0
                        and t.section_id is not distinct from d.section_id),
                   (select count(*) from enrolment e
                    left join section_times t
                        on t.course_id = a.course_id and t.assignment_id = a.id and t.section_id = e.section_id
                    where e.course_id = c.id and e.left_at is null and t.section_id is not distinct from d.section_id),
                   coalesce(s.title, '')
            from""" + " " + COURSES + """
            join assignment a on a.course_id = c.id
            cross join lateral (select a.due_at, cast(null as bigint) as section_id
                                union all select t.due_at, t.section_id from section_times t
                                where t.course_id = a.course_id and t.assignment_id = a.id) d
            left join section s on s.course_id = a.course_id and s.id = d.section_id
            where c.archived_at is null and d.due_at between :now and :soon
              and (d.section_id is not null
                   or not exists (select 1 from section_times t where t.course_id = a.course_id and t.assignment_id = a.id)
                   or exists (select 1 from enrolment e
                              left join section_times t
                        on t.course_id = a.course_id and t.assignment_id = a.id and t.section_id = e.section_id
                              where e.course_id = c.id and e.left_at is null and t.section_id is null))
            order by d.due_at, a.id, s.title limit :most
            """;

    private static final String STUCK = """
            select c.title, l.name, a.title, p.position, w.wrong_in_row, a.course_id, a.number, l.id
            from""" + " " + COURSES + """
            join assignment a on a.course_id = c.id join assignment_problem p on p.course_id = a.course_id and p.assignment_id = a.id
            join course_mark w on w.course_id = p.course_id and w.problem_id = p.id join account l on l.id = w.learner_id
            join enrolment e on e.course_id = c.id and e.learner_id = l.id and e.left_at is null
            left join section_times t
                        on t.course_id = a.course_id and t.assignment_id = a.id and t.section_id = e.section_id
            where c.archived_at is null and coalesce(t.opens_at, a.opens_at) <= :now
              and coalesce(t.closes_at, a.closes_at) > :now
              and not w.solved and w.wrong_in_row >= :wrong
            order by w.wrong_in_row desc, w.last_at desc limit :most
            """;

    private static final String DOUBTS = """
            select c.title, l.name, a.title, r.note, a.course_id, a.number, l.id
            from""" + " " + COURSES + """
            join assignment a on a.course_id = c.id join assignment_problem p on p.course_id = a.course_id and p.assignment_id = a.id
            join handed_in h on h.problem_id = p.id join report r on r.learner_id = h.learner_id and r.submission = h.submission and r.answer is null
            join account l on l.id = h.learner_id
            join enrolment e on e.course_id = c.id and e.learner_id = l.id and e.left_at is null
            where c.archived_at is null order by r.reported_at, r.id limit :most
            """;

    private static final String NOTES = """
            select c.title, n.about, count(r.read_at), count(*), c.id
            from""" + " " + COURSES + """
            join course_note n on n.course_id = c.id join course_note_reader r on r.course_id = n.course_id and r.note_id = n.id
            where c.archived_at is null and n.sent_at > :since group by c.title, n.about, c.id, n.id, n.sent_at
            order by n.sent_at desc limit :most
            """;

    private static final String DRAFTS = """
            select t.title, t.id, v.version, t.published_version, v.check_state
            from template t join lateral (select version, check_state, created_at from template_version
                                          where template_id = t.id order by version desc limit 1) v on true
            where t.author_id = :teacher and (t.published_version is null or t.published_version < v.version)
            order by v.created_at desc limit :most
            """;

    private final EntityManager database;
    private final Clock clock;

    Weeks(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional
    Week of(UserId teacher, boolean teaches) {
        var now = clock.instant();
        var due = lines(
                asked(DUE, teacher).setParameter("now", now).setParameter("soon", now.plus(SOON)),
                DueRow.class,
                DueRow::line);
        var stuck = lines(
                asked(STUCK, teacher).setParameter("now", now).setParameter("wrong", WRONG_IN_ROW),
                StuckRow.class,
                StuckRow::line);
        var doubts = lines(asked(DOUBTS, teacher), DoubtRow.class, DoubtRow::line);
        var notes = lines(
                asked(NOTES, teacher).setParameter("since", now.minus(SOON.multipliedBy(2))),
                NoteRow.class,
                NoteRow::line);
        var drafts = lines(asked(DRAFTS, teacher), DraftRow.class, DraftRow::line);
        return new Week(teaches, due, stuck, doubts, notes, drafts);
    }

    private static String state(String check, boolean shared) {
        var checks = switch (check) {
            case "PASSED" -> "its checks have passed";
            case "FAILED" -> "its checks have not passed";
            case "NONE" -> "not checked yet";
            default -> "being checked";
        };
        return shared ? "newer than what learners have; " + checks : checks;
    }

    private Query asked(String query, UserId teacher) {
        return database.createNativeQuery(query)
                .setParameter("teacher", teacher.value())
                .setParameter("most", MOST);
    }

    private static <R extends Record, T> List<T> lines(Query query, Class<R> row, Function<R, T> line) {
        return Rows.all(query, row).stream().map(line).toList();
    }

    /** An assignment by its course and its number there. */
    private record Place(long course, long number) {

        String address() {
            return "/courses/" + course + "/assignments/" + number;
        }

        String of(long learner) {
            return address() + "/learners/" + learner;
        }
    }

    private record DueRow(
            String course,
            String title,
            Place place,
            Instant at,
            ZoneId zone,
            long done,
            long learners,
            String section) {

        DueSoon line() {
            return new DueSoon(course, title, place.address(), CourseMoment.of(at, zone), done, learners, section);
        }
    }

    private record StuckRow(
            String course, String learner, String assignment, int problem, int wrong, Place place, long id) {

        Week.Stuck line() {
            return new Week.Stuck(course, learner, assignment, problem, wrong, place.of(id));
        }
    }

    private record DoubtRow(String course, String learner, String assignment, String note, Place place, long id) {

        Week.Doubt line() {
            return new Week.Doubt(course, learner, assignment, note, place.of(id));
        }
    }

    private record NoteRow(String course, String about, long read, long readers, long id) {

        Week.Note line() {
            return new Week.Note(course, about, read, readers, "/courses/" + id + "/mistakes");
        }
    }

    private record DraftRow(String title, long id, int version, Optional<Integer> shared, String check) {

        Week.Draft line() {
            return new Week.Draft(title, "/templates/own-" + id + "/edit", state(check, shared.isPresent()));
        }
    }
}
