package org.nabla.progress.mastery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.nabla.progress.mastery.Fsrs.Grade;
import org.nabla.progress.mastery.Fsrs.Memory;

/**
 * The memory of one skill. Begun by the first unaided success.
 *
 * @param reviewed from when forgetting is counted; practice of a skill that contains this one moves it nearer
 */
public record Card(Memory memory, Instant reviewed) {
    private static final double MICROS_A_DAY = 86_400e6;
    /** What is as fresh as this gains nothing from being practised along. */
    private static final double FRESH = .97;

    static Card begin(Instant at) {
        return new Card(Fsrs.DEFAULT.first(Grade.GOOD), at);
    }

    Card after(Grade grade, Instant at) {
        var next = day(at).isAfter(day(reviewed))
                ? Fsrs.DEFAULT.later(memory, days(at), grade)
                : Fsrs.DEFAULT.sameDay(memory, grade);
        return new Card(next, at);
    }

    /**
     * What a success in another skill does for this one, which is a part of it.
     *
     * @param weight how much of a review that is, from 0 to 1
     */
    Card credited(double weight, Instant at) {
        var recall = recall(at);
        if (recall > FRESH) {
            return this;
        }
        var whole = Fsrs.DEFAULT.recalled(memory, recall, Grade.GOOD);
        var stability = memory.stability() + weight * (whole - memory.stability());
        var micros = StrictMath.round((1 - weight) * reviewed.until(at, ChronoUnit.MICROS));
        return new Card(new Memory(stability, memory.difficulty()), at.minus(micros, ChronoUnit.MICROS));
    }

    /** How likely it is still known. */
    public double recall(Instant at) {
        return Fsrs.DEFAULT.retrievability(days(at), memory.stability());
    }

    /** From when on it is less likely known than is wanted. */
    public Instant due() {
        var days = Fsrs.DEFAULT.interval(Fsrs.RETENTION, memory.stability());
        return reviewed.plus(StrictMath.round(days * MICROS_A_DAY), ChronoUnit.MICROS);
    }

    boolean isDue(Instant at) {
        return !at.isBefore(due());
    }

    private double days(Instant at) {
        return StrictMath.max(0, reviewed.until(at, ChronoUnit.MICROS)) / MICROS_A_DAY;
    }

    /** Where the learner lives is not known, so a day is one of Greenwich. */
    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
