package org.nabla.classroom.work;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.assignment.AssignmentService;
import org.nabla.classroom.marking.CourseTime;
import org.nabla.classroom.marking.Extension;
import org.nabla.classroom.problemset.Fields;
import org.nabla.classroom.seat.Seat;
import org.nabla.web.form.FormErrors;

/** Reads more time for one learner, from a form or from a program: it is never less than the others have, and says why. */
@Singleton
public class ExtensionReading {
    private static final int LONGEST_REASON = 300;

    /** What was typed. @param closes blank where it closes as for all, but not before it is due */
    public record Typed(String due, String closes, String reason) {}

    private final AssignmentService assignments;

    ExtensionReading(AssignmentService assignments) {
        this.assignments = assignments;
    }

    /** What is wrong is added to the errors, by the names of the parts. */
    public Optional<Extension> read(Seat seat, Assignment assignment, UserId learner, Typed typed, FormErrors errors) {
        var zone = seat.zone();
        var all = assignments
                .allowance(assignment, learner)
                .with(Optional.empty())
                .withoutDays(assignment.rules().terms());
        var due = time(typed.due(), "due", zone, errors);
        var closes = typed.closes().isBlank()
                ? due.map(until -> until.isAfter(all.closes()) ? until : all.closes())
                : time(typed.closes(), "closes", zone, errors);
        var why = reason(typed.reason(), "reason", errors);
        due.filter(until -> until.isBefore(all.due()))
                .ifPresent(until -> errors.add("due", less("due", all.due(), zone)));
        closes.filter(end -> due.filter(end::isBefore).isPresent())
                .ifPresent(end -> errors.add("closes", "It cannot close before it is due. Nothing was changed."));
        closes.filter(end -> end.isBefore(all.closes()))
                .ifPresent(end -> errors.add("closes", less("closes", all.closes(), zone)));
        return errors.isEmpty()
                ? due.flatMap(until -> closes.map(end -> new Extension(until, end, why)))
                : Optional.empty();
    }

    private static String less(String field, Instant all, ZoneId zone) {
        return "That is less time than the others have: for all it %s %s. Nothing was changed."
                .formatted(
                        field.equals("due") ? "is due" : "closes",
                        CourseMoment.of(all, zone).text());
    }

    private static Optional<Instant> time(String typed, String field, ZoneId zone, FormErrors errors) {
        try {
            return Optional.of(CourseTime.parse(typed, zone, CourseTime.Twice.SECOND));
        } catch (CourseTime.Refused e) {
            errors.add(field, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** What a teacher says of why, in one line. */
    static String reason(String typed, String field, FormErrors errors) {
        var reason = Fields.line(typed);
        if (reason.isEmpty()) {
            errors.add(field, "Say why: you and your co-teachers will want to know later.");
        } else if (reason.length() > LONGEST_REASON) {
            errors.add(field, "Take at most " + LONGEST_REASON + " characters.");
        }
        return reason;
    }
}
