package org.nabla.classroom.marking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Takes dates to other days and keeps what the clocks on the wall say: 18:00 stays 18:00, also where the clocks were put forward
 * or back in between. A time that the clocks leave out becomes as much later as they jump; of a time that they say twice the
 * opening is the first and all else the second, as where a teacher types it.
 *
 * @param from where the dates are meant now
 * @param to where they are meant then
 */
public record CalendarShift(ZoneId from, ZoneId to, long days) {

    public Instant opening(Instant at) {
        return shifted(at, CourseTime.Twice.FIRST);
    }

    public Instant closing(Instant at) {
        return shifted(at, CourseTime.Twice.SECOND);
    }

    /** All times of an assignment; they stay in their order, also where the clocks would bring them out of it. */
    public AssignmentRules of(AssignmentRules rules) {
        var opens = opening(rules.opensAt());
        var due = closing(rules.dueAt());
        if (!opens.isBefore(due)) {
            due = opens.plus(Duration.between(rules.opensAt(), rules.dueAt()));
        }
        var closes = later(due, closing(rules.closesAt()));
        var told = rules.telling().at().map(this::closing);
        return rules.at(opens, due, closes).telling(new Telling(rules.telling().atOnce(), later(told, due)));
    }

    /** What a learner was given, on the other days. */
    public Allowance of(Allowance allowance) {
        return allowance
                .inZone(to)
                .with(allowance.extension().map(this::of))
                .withSection(allowance.section().map(this::of))
                .withKept(allowance.kept().map(this::of));
    }

    public Extension of(Extension extension) {
        var due = closing(extension.due());
        return new Extension(due, later(due, closing(extension.closes())), extension.reason());
    }

    /** The times of a section. */
    public Terms of(Terms terms) {
        var due = closing(terms.due());
        return new Terms(opening(terms.opens()), due, later(due, closing(terms.closes())));
    }

    private Instant shifted(Instant at, CourseTime.Twice twice) {
        var local = at.atZone(from).toLocalDateTime().plusDays(days);
        // Nothing moves where nothing is asked, not even the first of two equal times to the second.
        return days == 0 && from.equals(to) ? at : instant(local, twice);
    }

    private Instant instant(LocalDateTime local, CourseTime.Twice twice) {
        var first = local.atZone(to);
        return (twice == CourseTime.Twice.FIRST ? first.withEarlierOffsetAtOverlap() : first.withLaterOffsetAtOverlap())
                .toInstant();
    }

    private static Optional<Instant> later(Optional<Instant> told, Instant due) {
        return told.map(at -> later(due, at));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
