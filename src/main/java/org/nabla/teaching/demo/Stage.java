package org.nabla.teaching.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.nabla.account.UserId;
import org.nabla.classroom.seat.Seat;

/** One play of one course, in which time and chance are given. */
final class Stage {
    private final Seat seat;
    private final Random chance;
    private final Instant now;
    private int wrong;

    /** @param seat of the teacher */
    Stage(Seat seat, long seed, Instant now) {
        this.seat = seat;
        this.chance = new Random(seed);
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Somebody made up. @param skill how likely they are right at the first try */
    record Learner(UserId id, double skill, double diligence) {}

    Learner learner(UserId id) {
        return new Learner(id, 0.35 + 0.6 * chance.nextDouble(), 0.6 + 0.4 * chance.nextDouble());
    }

    Seat seat() {
        return seat;
    }

    Random chance() {
        return chance;
    }

    /** So many days from now. */
    Instant day(double days) {
        return now.plus(Duration.ofMinutes(Math.round(days * 24 * 60)));
    }

    /** Counts the wrong answers of all. */
    int wrong() {
        return ++wrong;
    }
}
