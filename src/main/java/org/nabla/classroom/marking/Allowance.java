package org.nabla.classroom.marking;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which times hold for one learner in one assignment, and why. The date is the one of the section, where it has its own, or
 * else that of all; an extension holds where it is later. Then come the days that the learner has in every assignment, once, and
 * then the late days that they spent.
 *
 * <p>A day is one of the calendar in the zone of the course: the time of day is kept, whatever the clocks do in between. Where
 * they leave that time out it is as much later as they jump; where they say it twice the later one is meant. Nothing of this
 * makes anything earlier, and it never closes before it is due.
 *
 * @param zone of the course
 * @param section the times of the learner's section; empty where those of all hold
 * @param kept what they were told before they were moved or had fewer days, late days apart: it holds where it is later
 */
public record Allowance(
        ZoneId zone,
        Optional<Terms> section,
        Optional<Extension> extension,
        int extraDays,
        int lateDays,
        Optional<Extension> kept) {

    public Allowance(ZoneId zone, Optional<Terms> section, Optional<Extension> extension, int extraDays, int lateDays) {
        this(zone, section, extension, extraDays, lateDays, Optional.empty());
    }

    /** The times of all hold. */
    public static final Allowance NONE = new Allowance(ZoneId.of("UTC"), Optional.empty(), Optional.empty(), 0, 0);

    /** The times of all hold, in a course of this zone. */
    public static Allowance in(ZoneId zone) {
        return new Allowance(zone, Optional.empty(), Optional.empty(), 0, 0);
    }

    public Allowance {
        if (extraDays < 0 || lateDays < 0) {
            throw new IllegalArgumentException("less than no days: " + extraDays + ", " + lateDays);
        }
    }

    /** @param all the times of the assignment */
    public Terms terms(Terms all) {
        var base = base(all);
        var due = later(base.due(), extraDays + lateDays);
        var closes = later(base.closes(), extraDays);
        var own = new Terms(base.opens(), due, due.isAfter(closes) ? due : closes);
        return kept.map(told -> withLateDays(told).terms(own)).orElse(own);
    }

    private Extension withLateDays(Extension told) {
        var due = later(told.due(), lateDays);
        return new Extension(due, due.isAfter(told.closes()) ? due : told.closes(), told.reason());
    }

    /** The times before any day is added: what an extension is measured by. */
    public Terms withoutDays(Terms all) {
        var base = base(all);
        return kept.map(told ->
                        new Extension(later(told.due(), -extraDays), later(told.closes(), -extraDays), "").terms(base))
                .orElse(base);
    }

    private Terms base(Terms all) {
        var own = section.orElse(all);
        return extension.map(more -> more.terms(own)).orElse(own);
    }

    /** Whether this is more time than the others have, section or not. */
    public boolean isMore(Terms all) {
        return extraDays + lateDays > 0 || !base(all).equals(section.orElse(all)) || isKept(all);
    }

    /** Whether what they were told before is what holds. */
    private boolean isKept(Terms all) {
        return kept.isPresent() && !terms(all).equals(withKept(Optional.empty()).terms(all));
    }

    /** The same where the course is in another time zone. */
    public Allowance inZone(ZoneId other) {
        return new Allowance(other, section, extension, extraDays, lateDays, kept);
    }

    /** The same with this extension, or with none. */
    public Allowance with(Optional<Extension> other) {
        return new Allowance(zone, section, other, extraDays, lateDays, kept);
    }

    public Allowance withSection(Optional<Terms> other) {
        return new Allowance(zone, other, extension, extraDays, lateDays, kept);
    }

    public Allowance withExtraDays(int days) {
        return new Allowance(zone, section, extension, days, lateDays, kept);
    }

    public Allowance withLateDays(int days) {
        return new Allowance(zone, section, extension, extraDays, days, kept);
    }

    public Allowance withKept(Optional<Extension> told) {
        return new Allowance(zone, section, extension, extraDays, lateDays, told);
    }

    /**
     * Why these times hold, such as {@code your section’s date, 2 extra days, 1 late day}; empty where they are those of all.
     *
     * @param whose {@code your} or {@code their}
     */
    public String why(Terms all, String whose) {
        var own = section.orElse(all);
        var reasons = new ArrayList<String>();
        if (isKept(all)) {
            reasons.add("the date that held for " + (whose.equals("your") ? "you" : "them") + " before");
            return withLate(reasons);
        }
        if (!base(all).equals(own)) {
            reasons.add(whose + " extension");
        } else if (section.isPresent()) {
            reasons.add(whose + " section’s date");
        } else if (extraDays + lateDays > 0) {
            reasons.add("the date of all");
        }
        if (extraDays > 0) {
            reasons.add(Words.count(extraDays, "extra day", "extra days"));
        }
        return withLate(reasons);
    }

    private String withLate(List<String> reasons) {
        if (lateDays > 0) {
            reasons.add(Words.count(lateDays, "late day", "late days"));
        }
        return String.join(", ", reasons);
    }

    private Instant later(Instant from, int days) {
        return days == 0
                ? from
                : from.atZone(zone)
                        .toLocalDateTime()
                        .plusDays(days)
                        .atZone(zone)
                        .withLaterOffsetAtOverlap()
                        .toInstant();
    }
}
