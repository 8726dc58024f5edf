package org.nabla.classroom.term;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.nabla.classroom.CourseForm;
import org.nabla.classroom.marking.CalendarShift;
import org.nabla.classroom.problemset.Fields;
import org.nabla.classroom.seat.Seat;
import org.nabla.web.form.FormErrors;

/**
 * What a teacher typed of a course that is to be copied.
 *
 * @param from the first day of the course that is copied
 * @param to the first day of the copy
 * @param name of the form, so that one that arrives twice makes one copy
 */
record CopyForm(String title, String zone, String from, String to, String name) {
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

    CopyForm {
        title = Fields.line(title);
        zone = zone.strip();
        from = from.strip();
        to = to.strip();
    }

    /** Whole weeks later, so that weekdays stay: the next time from today on that the course could begin. */
    static CopyForm fresh(String title, ZoneId zone, LocalDate first, LocalDate today) {
        var days = Math.max(0, ChronoUnit.DAYS.between(first, today));
        var weeks = Math.max(1, Math.floorDiv(days + 6, 7));
        return new CopyForm(
                title,
                zone.getId(),
                first.toString(),
                first.plusWeeks(weeks).toString(),
                UUID.randomUUID().toString());
    }

    /** One name for whoever sent it and for what was typed: after the browser’s way back another title makes another copy. */
    Optional<UUID> sentBy(Seat seat) {
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(UUID.nameUUIDFromBytes(List.of(name, seat.user(), seat.course(), title, zone, from, to)
                        .toString()
                        .getBytes(StandardCharsets.UTF_8)));
    }

    /** Reads it, and adds to the errors what is wrong; empty where anything is. */
    Optional<CalendarShift> read(ZoneId now, FormErrors errors) {
        var course = new CourseForm(title, zone);
        course.addTo(errors);
        var first = day("from", from, errors);
        var then = day("to", to, errors);
        return errors.isEmpty() && first != null && then != null
                ? Optional.of(new CalendarShift(now, course.zoneId(), ChronoUnit.DAYS.between(first, then)))
                : Optional.empty();
    }

    private static @Nullable LocalDate day(String field, String typed, FormErrors errors) {
        try {
            var day = LocalDate.parse(typed);
            if (!day.isBefore(EARLIEST) && !day.isAfter(LATEST)) {
                return day;
            }
            errors.add(field, "Give a day from " + EARLIEST + " to " + LATEST + ".");
        } catch (DateTimeException e) {
            errors.add(field, "Give a day, such as 2027-02-15.");
        }
        return null;
    }
}
