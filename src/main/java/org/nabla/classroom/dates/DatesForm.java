package org.nabla.classroom.dates;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.CourseDates;
import org.nabla.classroom.marking.AssignmentRules;
import org.nabla.classroom.marking.CalendarShift;
import org.nabla.classroom.marking.CourseTime;
import org.nabla.classroom.marking.Telling;
import org.nabla.web.form.FormErrors;

/**
 * What a teacher typed into the table of all dates, by the name of the field: {@code due-3} is that of assignment 3, {@code
 * due-3-12} that of its section 12.
 */
record DatesForm(Map<String, String> typed) {
    private static final int MOST_DAYS = 3_700;

    /** The name of a field with a date, of all or of a section. */
    private static final Pattern DATE = Pattern.compile("(opens|due|closes|told)(-[0-9]+){1,2}");

    static DatesForm of(MultivaluedMap<String, String> form) {
        var typed = new LinkedHashMap<String, String>();
        form.forEach((name, values) -> typed.put(name, values.isEmpty() ? "" : values.get(0)));
        return new DatesForm(typed);
    }

    /** The dates as they are. */
    static DatesForm of(DatesNow now, LocalDate today, ZoneId zone) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("shift-from", today.toString());
        typed.put("shift-days", "7");
        now.assignments().forEach(assignment -> {
            typed.putAll(fields(assignment, zone));
            typed.putAll(SectionDates.fields(assignment, now, zone));
            typed.put("seen-" + assignment.number(), now.fingerprint(assignment));
        });
        return new DatesForm(typed);
    }

    /** The same without the rows of sections for which the dates of all hold. */
    DatesForm withoutEmptyRows(DatesNow now) {
        var fewer = new LinkedHashMap<>(typed);
        for (var assignment : now.assignments()) {
            now.sections().stream()
                    .filter(section -> !now.of(assignment).containsKey(section.id()))
                    .forEach(section -> SectionDates.FIELDS.forEach(
                            field -> fewer.remove(SectionDates.name(field, assignment, section))));
        }
        return new DatesForm(fewer);
    }

    private static Map<String, String> fields(Assignment assignment, ZoneId zone) {
        var rules = assignment.rules();
        var number = assignment.number();
        var fields = new LinkedHashMap<String, String>();
        fields.put("opens-" + number, CourseTime.field(rules.opensAt(), zone));
        fields.put("due-" + number, CourseTime.field(rules.dueAt(), zone));
        fields.put(
                "closes-" + number,
                rules.closesAt().equals(rules.dueAt()) ? "" : CourseTime.field(rules.closesAt(), zone));
        fields.put(
                "told-" + number,
                rules.telling().at().map(at -> CourseTime.field(at, zone)).orElse(""));
        return fields;
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    /** Whether the page had this field. */
    boolean has(String field) {
        return typed.containsKey(field);
    }

    /** Those that somebody else has changed since the page was made. */
    List<Assignment> changedMeanwhile(DatesNow now) {
        return now.assignments().stream()
                .filter(a -> has("seen-" + a.number()))
                .filter(a -> !of("seen-" + a.number()).equals(now.fingerprint(a)))
                .toList();
    }

    /** The same, where the dates of these are seen now: what was typed stays. */
    DatesForm seen(DatesNow now) {
        var other = new LinkedHashMap<>(typed);
        now.assignments().forEach(a -> other.put("seen-" + a.number(), now.fingerprint(a)));
        return new DatesForm(other);
    }

    /** The dates of an assignment as its rows have them; what is wrong with them is added to the errors. */
    CourseDates.Change change(Assignment assignment, DatesNow now, ZoneId zone, FormErrors errors) {
        var rules = read(assignment, zone, errors).orElse(assignment.rules());
        var times = SectionDates.read(assignment, rules.terms(), this, now, zone, errors);
        return new CourseDates.Change(assignment, now.of(assignment), rules, times);
    }

    /** The rules of an assignment with the dates of its row, and what is wrong with them. An assignment without a row stays as it is. */
    private Optional<AssignmentRules> read(Assignment assignment, ZoneId zone, FormErrors errors) {
        var now = assignment.rules();
        var number = assignment.number();
        if (!has("due-" + number)) {
            return Optional.of(now);
        }
        var mine = FormErrors.none();
        var opens = time("opens-" + number, zone, CourseTime.Twice.FIRST, now.opensAt(), mine);
        var due = time("due-" + number, zone, CourseTime.Twice.SECOND, now.dueAt(), mine);
        var closes = of("closes-" + number).isBlank()
                ? due
                : time("closes-" + number, zone, CourseTime.Twice.SECOND, now.closesAt(), mine);
        var told = now.telling().atOnce() || of("told-" + number).isBlank()
                ? null
                : time(
                        "told-" + number,
                        zone,
                        CourseTime.Twice.SECOND,
                        now.telling().at().orElse(now.dueAt()),
                        mine);
        if (opens != null && due != null && !opens.isBefore(due)) {
            mine.add("due-" + number, "It must be due after it opens.");
        }
        if (closes != null && due != null && closes.isBefore(due)) {
            mine.add("closes-" + number, "It cannot close before it is due.");
        }
        if (told != null && due != null && told.isBefore(due)) {
            mine.add("told-" + number, "Before it is due this would tell the answers to those who still work on it.");
        }
        List.of("opens-", "due-", "closes-", "told-")
                .forEach(field -> Optional.of(mine.of(field + number))
                        .filter(message -> !message.isEmpty())
                        .ifPresent(message -> errors.add(field + number, message)));
        if (!mine.isEmpty() || opens == null || due == null || closes == null) {
            return Optional.empty();
        }
        return Optional.of(now.at(opens, due, closes)
                .telling(now.telling().atOnce() ? now.telling() : new Telling(false, Optional.ofNullable(told))));
    }

    /** The same with all dates from a day on moved by so many days; what cannot be read is said and nothing moves. */
    DatesForm shifted(ZoneId zone, FormErrors errors) {
        var from = day(errors);
        var days = days(errors);
        if (from.isEmpty() || days.isEmpty()) {
            return this;
        }
        var shift = new CalendarShift(zone, zone, days.getAsLong());
        var begin = from.get().atStartOfDay(zone).toInstant();
        var other = new LinkedHashMap<>(typed);
        other.replaceAll((name, text) -> {
            UnaryOperator<Instant> move = name.startsWith("opens-") ? shift::opening : shift::closing;
            return DATE.matcher(name).matches() ? moved(text, zone, begin, move) : text;
        });
        return new DatesForm(other);
    }

    private static String moved(String text, ZoneId zone, Instant begin, UnaryOperator<Instant> move) {
        try {
            var at = CourseTime.parse(text, zone, CourseTime.Twice.SECOND);
            return at.isBefore(begin) ? text : CourseTime.field(move.apply(at), zone);
        } catch (CourseTime.Refused e) {
            return text; // it is said when it is to be saved
        }
    }

    private Optional<LocalDate> day(FormErrors errors) {
        try {
            return Optional.of(LocalDate.parse(of("shift-from").strip()));
        } catch (DateTimeException e) {
            errors.add("shift-from", "Give a day, such as 2027-02-15.");
            return Optional.empty();
        }
    }

    private OptionalLong days(FormErrors errors) {
        var text = of("shift-days").strip().replace('−', '-');
        if (text.matches("[+-]?[0-9]{1,4}") && Math.abs(Long.parseLong(text)) <= MOST_DAYS) {
            return OptionalLong.of(Long.parseLong(text));
        }
        errors.add("shift-days", "Type a number of days, such as 7, or -7 for a week earlier.");
        return OptionalLong.empty();
    }

    /** What was not touched stays to the second. */
    private @Nullable Instant time(String field, ZoneId zone, CourseTime.Twice twice, Instant now, FormErrors errors) {
        if (of(field).equals(CourseTime.field(now, zone))) {
            return now;
        }
        try {
            return CourseTime.parse(of(field), zone, twice);
        } catch (CourseTime.Refused e) {
            errors.add(field, String.valueOf(e.getMessage()));
            return null;
        }
    }
}
