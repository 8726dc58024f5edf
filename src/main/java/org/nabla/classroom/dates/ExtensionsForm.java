package org.nabla.classroom.dates;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.nabla.classroom.marking.CourseTime;
import org.nabla.classroom.marking.MoreTime;
import org.nabla.classroom.problemset.Fields;
import org.nabla.web.form.FormErrors;

/**
 * What a teacher typed to give more time to many.
 *
 * @param who {@code all}, {@code ticked} or the number of a section
 * @param how {@code days} or {@code until}
 */
record ExtensionsForm(
        String who,
        List<String> learners,
        List<String> assignments,
        String how,
        String days,
        String until,
        String why) {
    private static final int MOST_DAYS = 365;
    private static final int LONGEST_REASON = 300;

    static final ExtensionsForm FRESH = new ExtensionsForm("ticked", List.of(), List.of(), "days", "", "", "");

    static ExtensionsForm of(MultivaluedMap<String, String> form) {
        return new ExtensionsForm(
                one(form, "who"),
                form.getOrDefault("learner", List.of()),
                form.getOrDefault("assignment", List.of()),
                one(form, "how"),
                one(form, "days"),
                one(form, "until"),
                Fields.line(one(form, "why")));
    }

    private static String one(MultivaluedMap<String, String> form, String name) {
        return form.getOrDefault(name, List.of()).stream().findFirst().orElse("");
    }

    /** Whether it is for all of this section. */
    public boolean isFor(long section) {
        return who.equals(Long.toString(section));
    }

    public boolean hasLearner(long id) {
        return learners.contains(Long.toString(id));
    }

    public boolean hasAssignment(int number) {
        return assignments.contains(Integer.toString(number));
    }

    /** Adds to the errors what is wrong; empty where anything is. */
    Optional<MoreTime> read(ZoneId zone, FormErrors errors) {
        if (why.isEmpty()) {
            errors.add("why", "Say why: you, your co-teachers and the learners read it.");
        } else if (why.length() > LONGEST_REASON) {
            errors.add("why", "Take at most " + LONGEST_REASON + " characters.");
        }
        if (how.equals("until")) {
            try {
                return Optional.of(new MoreTime.Until(CourseTime.parse(until, zone, CourseTime.Twice.SECOND)));
            } catch (CourseTime.Refused e) {
                errors.add("until", String.valueOf(e.getMessage()));
                return Optional.empty();
            }
        }
        var more = Fields.whole(days, 1, MOST_DAYS);
        if (more.isEmpty()) {
            errors.add("days", "Type a whole number of days from 1 to " + MOST_DAYS + ".");
        }
        return more.isPresent() ? Optional.of(new MoreTime.Days(more.getAsInt())) : Optional.empty();
    }
}
