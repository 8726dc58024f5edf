package org.nabla.classroom.marking;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times of a course as they are typed: on the clocks of its zone. */
public final class CourseTime {
    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

    private CourseTime() {}

    /** Which of two instants is meant where the clocks say a time twice. */
    public enum Twice {
        FIRST,
        SECOND
    }

    /** What was typed could not be taken; the message says why. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /** @throws Refused if it is no time, or one that the clocks of the zone leave out */
    public static Instant parse(String typed, ZoneId zone, Twice twice) throws Refused {
        LocalDateTime local;
        try {
            local = LocalDateTime.parse(typed.strip());
        } catch (DateTimeException e) {
            throw new Refused("Give a date and a time, such as 2026-03-02T18:00.");
        }
        var offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            var jump = zone.getRules().getTransition(local);
            throw new Refused("There is no such time in %s: the clocks go from %s to %s that day."
                    .formatted(
                            zone,
                            jump.getDateTimeBefore().toLocalTime(),
                            jump.getDateTimeAfter().toLocalTime()));
        }
        return local.toInstant(offsets.get(twice == Twice.FIRST ? 0 : offsets.size() - 1));
    }

    /** For a field of type {@code datetime-local}. */
    public static String field(Instant at, ZoneId zone) {
        return FIELD.format(at.atZone(zone));
    }
}
