package org.nabla.classroom;

import java.text.Normalizer;
import java.time.ZoneId;
import java.util.Optional;
import org.nabla.web.form.FormErrors;
import org.nabla.web.form.TimeZones;

/** What a teacher typed of their course, whether it is opened, changed, copied, or bound to one of a platform. */
public record CourseForm(String title, String zone) {

    public static final int LONGEST_TITLE = 120;

    public CourseForm {
        title = Normalizer.normalize(title, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ")
                .strip();
        zone = zone.strip();
    }

    public FormErrors errors() {
        return addTo(FormErrors.none());
    }

    /** The same beside what else is wrong with a form. */
    public FormErrors addTo(FormErrors errors) {
        return errors.add("title", titleError()).add("zone", zoneError());
    }

    /** Only of a form without errors. */
    public ZoneId zoneId() {
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
