package org.nabla.classroom.dates;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.classroom.marking.CourseTime;
import org.nabla.classroom.marking.Terms;
import org.nabla.classroom.seat.Section;
import org.nabla.web.form.FormErrors;

/** What a teacher typed of the dates of sections: three fields for each, empty where the date of all holds. */
record SectionTimesForm(Map<String, String> typed) {

    static SectionTimesForm of(MultivaluedMap<String, String> form) {
        var typed = new LinkedHashMap<String, String>();
        form.forEach((name, values) -> typed.put(name, values.isEmpty() ? "" : values.get(0)));
        return new SectionTimesForm(typed);
    }

    static SectionTimesForm of(Map<Long, Terms> times, ZoneId zone) {
        var typed = new LinkedHashMap<String, String>();
        times.forEach((section, terms) -> {
            typed.put("opens-" + section, CourseTime.field(terms.opens(), zone));
            typed.put("due-" + section, CourseTime.field(terms.due(), zone));
            typed.put("closes-" + section, CourseTime.field(terms.closes(), zone));
        });
        return new SectionTimesForm(typed);
    }

    public String of(String field, long section) {
        return typed.getOrDefault(field + "-" + section, "");
    }

    /** The dates by section, of those that have their own. Adds to the errors what is wrong. */
    Map<Long, Terms> read(List<Section> sections, Terms all, ZoneId zone, FormErrors errors) {
        var times = new LinkedHashMap<Long, Terms>();
        for (var section : sections) {
            var opens = time("opens", section, zone, errors);
            var due = time("due", section, zone, errors);
            var closes = time("closes", section, zone, errors);
            if (opens.isEmpty() && due.isEmpty() && closes.isEmpty()) {
                continue;
            }
            var ends = due.orElse(all.due());
            var terms =
                    new Terms(opens.orElse(all.opens()), ends, closes.orElseGet(() -> asLongAfter(ends, all, zone)));
            if (!terms.opens().isBefore(terms.due())) {
                errors.add("due-" + section.id(), "It must be due after it opens.");
            }
            if (terms.closes().isBefore(terms.due())) {
                errors.add("closes-" + section.id(), "It cannot close before it is due.");
            }
            times.put(section.id(), terms);
        }
        return times;
    }

    /** Closes as long after the due time, on the clocks of the course, as for all. */
    private static Instant asLongAfter(Instant due, Terms all, ZoneId zone) {
        var late = Duration.between(
                all.due().atZone(zone).toLocalDateTime(),
                all.closes().atZone(zone).toLocalDateTime());
        var closes = due.atZone(zone)
                .toLocalDateTime()
                .plus(late)
                .atZone(zone)
                .withLaterOffsetAtOverlap()
                .toInstant();
        return late.isZero() || closes.isBefore(due) ? due : closes;
    }

    private Optional<Instant> time(String field, Section section, ZoneId zone, FormErrors errors) {
        var text = of(field, section.id());
        if (text.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(CourseTime.parse(
                    text, zone, field.equals("opens") ? CourseTime.Twice.FIRST : CourseTime.Twice.SECOND));
        } catch (CourseTime.Refused e) {
            errors.add(field + "-" + section.id(), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
