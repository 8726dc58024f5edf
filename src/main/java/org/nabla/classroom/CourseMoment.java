package org.nabla.classroom;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.nabla.web.form.TimeZones;

/**
 * An instant as the pages of a course show it: in the course's time zone, with the instant beside it for programs.
 *
 * @param iso for the attribute {@code datetime}
 * @param text such as {@code Mon 4 January 2027, 14:00}
 */
public record CourseMoment(String iso, String text) {

    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEE d MMMM uuuu, HH:mm", Locale.UK);

    public static CourseMoment of(Instant instant, ZoneId zone) {
        return new CourseMoment(instant.toString(), DAY_AND_TIME.format(instant.atZone(zone)));
    }

    /** How a page names the zone: {@code Vienna time}. */
    public static String zoneName(ZoneId zone) {
        var id = zone.getId();
        return id.equals(TimeZones.UTC)
                ? id
                : id.substring(id.lastIndexOf('/') + 1).replace('_', ' ') + " time";
    }
}
