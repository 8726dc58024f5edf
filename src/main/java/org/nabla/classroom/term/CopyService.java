package org.nabla.classroom.term;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.nabla.classroom.CourseCopied;
import org.nabla.classroom.CourseService;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.assignment.CourseDates;
import org.nabla.classroom.marking.CalendarShift;
import org.nabla.classroom.marking.Terms;
import org.nabla.classroom.member.Sections;
import org.nabla.classroom.problemset.ProblemSetService;
import org.nabla.classroom.seat.CourseRole;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.seat.Section;
import org.nabla.classroom.times.LateDays;

/** Copies a course with its problem sets, assignments and sections, and with nothing of its learners. */
@Singleton
class CopyService {
    private final CourseService courses;
    private final ProblemSetService sets;
    private final AssignmentService assignments;
    private final CourseDates dates;
    private final Sections sections;
    private final LateDays lateDays;
    private final Event<CourseCopied> copied;
    private final Clock clock;

    CopyService(
            CourseService courses,
            ProblemSetService sets,
            AssignmentService assignments,
            CourseDates dates,
            Sections sections,
            LateDays lateDays,
            Event<CourseCopied> copied,
            Clock clock) {
        this.courses = courses;
        this.sets = sets;
        this.assignments = assignments;
        this.dates = dates;
        this.sections = sections;
        this.lateDays = lateDays;
        this.copied = copied;
        this.clock = clock;
    }

    List<Assignment> assignments(Seat seat) {
        return assignments.of(seat.course());
    }

    List<Section> sections(Seat seat) {
        return sections.of(seat.course());
    }

    /** The dates of the sections that have their own, by assignment and section. */
    Map<Long, Map<Long, Terms>> sectionDates(Seat seat) {
        return dates.ofSections(seat.course());
    }

    int sets(Seat seat) {
        return sets.of(seat).size();
    }

    /** The day on which the first assignment opens; today where there is none. */
    LocalDate firstDay(Seat seat) {
        return assignments.of(seat.course()).stream()
                .map(a -> a.rules().opensAt())
                .min(Comparator.naturalOrder())
                .orElseGet(clock::instant)
                .atZone(seat.zone())
                .toLocalDate();
    }

    LocalDate today(Seat seat) {
        return clock.instant().atZone(seat.zone()).toLocalDate();
    }

    /** Copies all in one transaction; a form that arrives twice makes one copy. @return its number */
    @Transactional
    long copy(Seat from, CopyForm form, CalendarShift shift) {
        return courses.once(from.user(), form.sentBy(from), () -> copy(from, form.title(), shift));
    }

    private long copy(Seat from, String title, CalendarShift shift) {
        var course = courses.open(from.user(), title, shift.to());
        var into = new Seat(course, title, shift.to(), false, from.user(), CourseRole.TEACHER);
        courses.treatMissingAs(into, courses.missing(from.course()));
        var late = lateDays.given(from.course());
        if (late > 0) {
            lateDays.give(into, late);
        }
        sets.of(from).forEach(set -> sets.copy(from, set.id(), into, set.title()));
        var sectionIds = sections.copy(from.course(), course);
        var own = sectionDates(from);
        var ids = new HashMap<Long, Long>();
        // By their numbers, so that the addresses are the same.
        assignments.of(from.course()).stream()
                .sorted(Comparator.comparingInt(Assignment::number))
                .forEach(a -> ids.put(
                        a.id(),
                        assignments.copy(
                                into,
                                shift.of(a.rules()),
                                a.problems(),
                                moved(own.getOrDefault(a.id(), Map.of()), sectionIds, shift))));
        copied.fire(new CourseCopied(from.course(), course, ids));
        return course;
    }

    private static Map<Long, Terms> moved(Map<Long, Terms> times, Map<Long, Long> sections, CalendarShift shift) {
        return times.entrySet().stream()
                .collect(Collectors.toMap(
                        e -> Objects.requireNonNull(sections.get(e.getKey())), e -> shift.of(e.getValue())));
    }
}
