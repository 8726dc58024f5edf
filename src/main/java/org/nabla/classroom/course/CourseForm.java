package org.nabla.classroom.course;

import java.text.Normalizer;
import java.time.ZoneId;
import java.util.Optional;
import org.nabla.classroom.TimeZones;
import org.nabla.web.FormErrors;

/** What a teacher typed of their course. */
record CourseForm(String title, String zone) {

    private static final int LONGEST_TITLE = 120;

    CourseForm {
        title = Normalizer.normalize(title, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ")
                .strip();
        zone = zone.strip();
    }

    FormErrors errors() {
        return FormErrors.none().add("title", titleError()).add("zone", zoneError());
    }

    /** Only of a form without errors. */
    ZoneId zoneId() {
        return ZoneId.of(zone);
    }

    private Optional<String> titleError() {
        if (title.isEmpty()) {
            return Optional.of("Type a title, such as “Calculus III, group 2”.");
        }
        return title.codePointCount(0, title.length()) > LONGEST_TITLE
                ? Optional.of("Take at most " + LONGEST_TITLE + " characters.")
                : Optional.empty();
    }

    private Optional<String> zoneError() {
        return TimeZones.ids().contains(zone)
                ? Optional.empty()
                : Optional.of("Choose the time zone in which the dates of the course are meant.");
    }
}
