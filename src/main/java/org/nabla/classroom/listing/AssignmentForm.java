package org.nabla.classroom.listing;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.nabla.classroom.marking.AssignmentRules;
import org.nabla.classroom.marking.Counts;
import org.nabla.classroom.marking.CourseTime;
import org.nabla.classroom.marking.LateRule;
import org.nabla.classroom.marking.Shares;
import org.nabla.classroom.marking.Telling;
import org.nabla.classroom.marking.Terms;
import org.nabla.classroom.marking.Timing;
import org.nabla.classroom.problemset.Fields;
import org.nabla.web.form.FormErrors;

/** What a teacher typed of the rules of an assignment, by the name of the field; unticked boxes are missing. */
public record AssignmentForm(Map<String, String> typed) {
    private static final int LONGEST_TITLE = 120;
    private static final int MOST_ATTEMPTS = 99;

    public static AssignmentForm of(MultivaluedMap<String, String> form) {
        var typed = new LinkedHashMap<String, String>();
        form.forEach((name, values) -> typed.put(name, values.isEmpty() ? "" : values.get(0)));
        return new AssignmentForm(typed);
    }

    public static AssignmentForm of(AssignmentRules rules, ZoneId zone) {
        var typed = new LinkedHashMap<String, String>();
        typed.put("title", rules.title());
        typed.put("opens", CourseTime.field(rules.opensAt(), zone));
        typed.put("due", CourseTime.field(rules.dueAt(), zone));
        typed.put("late", rules.closesAt().equals(rules.dueAt()) ? "no" : "yes");
        typed.put("closes", CourseTime.field(rules.closesAt(), zone));
        typed.put("lateShare", Shares.plain(rules.late().perDay() * 100));
        typed.put("lateFloor", Shares.plain(rules.late().floor() * 100));
        typed.put("attempts", rules.attempts() == 0 ? "" : Integer.toString(rules.attempts()));
        typed.put("counts", rules.counts().name());
        typed.put("variants", rules.ownVariants() ? "OWN" : "SAME");
        typed.put(
                "feedback",
                rules.telling().atOnce() ? "AT_ONCE" : rules.telling().at().isPresent() ? "AT" : "AFTER_DUE");
        typed.put(
                "told",
                rules.telling().at().map(at -> CourseTime.field(at, zone)).orElse(""));
        if (rules.help()) {
            typed.put("help", "on");
        }
        typed.put("penalty", Shares.plain(rules.penalty() * 100));
        typed.put(
                "minutes",
                rules.timing().timed() ? Integer.toString(rules.timing().minutes()) : "");
        if (rules.timing().shuffled()) {
            typed.put("shuffled", "on");
        }
        typed.put("required", rules.required().map(r -> Shares.plain(r * 100)).orElse(""));
        return new AssignmentForm(typed);
    }

    /** Open from today, due in a week in the evening; everything else as kind as can be. */
    static AssignmentForm fresh(String title, ZonedDateTime now) {
        var due = now.plusDays(7).withHour(18).withMinute(0).withSecond(0).withNano(0);
        return of(
                new AssignmentRules(
                        title,
                        new Terms(
                                now.withHour(0)
                                        .withMinute(0)
                                        .withSecond(0)
                                        .withNano(0)
                                        .toInstant(),
                                due.toInstant(),
                                due.toInstant()),
                        LateRule.NONE,
                        0,
                        Counts.BEST,
                        true,
                        Telling.AT_ONCE,
                        true,
                        0,
                        Optional.empty(),
                        Timing.FREE),
                now.getZone());
    }

    public String of(String field) {
        return typed.getOrDefault(field, "");
    }

    public boolean is(String field, String value) {
        return of(field).equals(value);
    }

    /** Reads the rules, and adds to the errors what is wrong; empty where anything is. */
    public Optional<AssignmentRules> read(ZoneId zone, FormErrors errors) {
        var title = Fields.line(of("title"));
        if (title.isEmpty()) {
            errors.add("title", "Type a title, such as “Gradients, week 3”.");
        } else if (title.length() > LONGEST_TITLE) {
            errors.add("title", "Take at most " + LONGEST_TITLE + " characters.");
        }
        var opens = time("opens", zone, CourseTime.Twice.FIRST, errors);
        var due = time("due", zone, CourseTime.Twice.SECOND, errors);
        var closes = is("late", "yes") ? time("closes", zone, CourseTime.Twice.SECOND, errors) : due;
        var late = is("late", "yes")
                ? new LateRule(share("lateShare", errors), share("lateFloor", errors))
                : LateRule.NONE;
        var telling = telling(zone, errors);
        var attempts = attempts(errors);
        var penalty = share("penalty", errors);
        var minutes = minutes(errors);
        var required = of("required").isBlank() ? Optional.<Double>empty() : Optional.of(share("required", errors));
        if (opens == null || due == null || closes == null) {
            return Optional.empty();
        }
        if (!opens.isBefore(due)) {
            errors.add("due", "It must be due after it opens.");
        }
        if (closes.isBefore(due)) {
            errors.add("closes", "It cannot close before it is due.");
        }
        if (telling.at().filter(due::isAfter).isPresent()) {
            errors.add("told", "Before it is due this would tell the answers to those who still work on it.");
        }
        return errors.isEmpty()
                ? Optional.of(new AssignmentRules(
                        title,
                        new Terms(opens, due, closes),
                        late,
                        attempts,
                        is("counts", "LAST") ? Counts.LAST : Counts.BEST,
                        !is("variants", "SAME"),
                        telling,
                        !of("help").isEmpty(),
                        penalty,
                        required,
                        new Timing(minutes, !of("shuffled").isEmpty())))
                : Optional.empty();
    }

    private Telling telling(ZoneId zone, FormErrors errors) {
        if (is("feedback", "AT")) {
            var at = time("told", zone, CourseTime.Twice.SECOND, errors);
            return at == null ? Telling.WHEN_ALL_ARE_DONE : Telling.at(at);
        }
        return is("feedback", "AFTER_DUE") ? Telling.WHEN_ALL_ARE_DONE : Telling.AT_ONCE;
    }

    /** Tells whether somebody else has changed the rules since a page with them was made. */
    public String fingerprint() {
        return "r" + Integer.toHexString(new TreeMap<>(typed).hashCode());
    }

    private int attempts(FormErrors errors) {
        if (of("attempts").isBlank()) {
            return 0;
        }
        var attempts = Fields.whole(of("attempts"), 1, MOST_ATTEMPTS);
        if (attempts.isEmpty()) {
            errors.add("attempts", "Type a number from 1 to " + MOST_ATTEMPTS + ", or nothing for as many as wanted.");
        }
        return attempts.orElse(0);
    }

    private int minutes(FormErrors errors) {
        if (of("minutes").isBlank()) {
            return 0;
        }
        var minutes = Fields.whole(of("minutes"), 1, Timing.MOST_MINUTES);
        if (minutes.isEmpty()) {
            errors.add(
                    "minutes",
                    "Type a number of minutes from 1 to %d, or nothing where there is no clock."
                            .formatted(Timing.MOST_MINUTES));
        }
        return minutes.orElse(0);
    }

    private double share(String field, FormErrors errors) {
        if (of(field).isBlank()) {
            return 0;
        }
        var share = Fields.share(of(field));
        if (share.isEmpty()) {
            errors.add(field, "Type per cent, from 0 to 100.");
        }
        return share.orElse(0.0);
    }

    private @Nullable Instant time(String field, ZoneId zone, CourseTime.Twice twice, FormErrors errors) {
        try {
            return CourseTime.parse(of(field), zone, twice);
        } catch (CourseTime.Refused e) {
            errors.add(field, String.valueOf(e.getMessage()));
            return null;
        }
    }
}
