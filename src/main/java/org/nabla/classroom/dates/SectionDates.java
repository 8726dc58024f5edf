package org.nabla.classroom.dates;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.marking.Terms;
import org.nabla.classroom.seat.Section;
import org.nabla.web.form.FormErrors;

/** The rows of sections in the table of all dates: {@code due-3-12} is that of assignment 3 for section 12. */
final class SectionDates {
    static final List<String> FIELDS = List.of("opens", "due", "closes");

    private SectionDates() {}

    static String name(String field, Assignment assignment, Section section) {
        return field + "-" + assignment.number() + "-" + section.id();
    }

    /** The fields of all sections, those that have no dates of their own empty. */
    static Map<String, String> fields(Assignment assignment, DatesNow now, ZoneId zone) {
        var form = SectionTimesForm.of(now.of(assignment), zone);
        var fields = new LinkedHashMap<String, String>();
        for (var section : now.sections()) {
            FIELDS.forEach(field -> fields.put(name(field, assignment, section), form.of(field, section.id())));
        }
        return fields;
    }

    /** The dates by section. A section without a row, or whose row was not touched, keeps its own to the second. */
    static Map<Long, Terms> read(
            Assignment assignment, Terms all, DatesForm form, DatesNow now, ZoneId zone, FormErrors errors) {
        var times = new LinkedHashMap<Long, Terms>();
        var before = fields(assignment, now, zone);
        for (var section : now.sections()) {
            var typed = new LinkedHashMap<String, String>();
            FIELDS.forEach(field -> typed.put(field + "-" + section.id(), form.of(name(field, assignment, section))));
            var touched = form.has(name("due", assignment, section))
                    && FIELDS.stream()
                            .anyMatch(field -> !form.of(name(field, assignment, section))
                                    .equals(before.get(name(field, assignment, section))));
            if (!touched) {
                Optional.ofNullable(now.of(assignment).get(section.id()))
                        .ifPresent(terms -> times.put(section.id(), terms));
                continue;
            }
            var mine = FormErrors.none();
            times.putAll(new SectionTimesForm(typed).read(List.of(section), all, zone, mine));
            FIELDS.forEach(field -> Optional.of(mine.of(field + "-" + section.id()))
                    .filter(message -> !message.isEmpty())
                    .ifPresent(message -> errors.add(name(field, assignment, section), message)));
        }
        return times;
    }
}
