package org.nabla.exercise;

import java.util.random.RandomGenerator;

/**
 * The number that fixes every random choice of an exercise. Those of practice are 0 to 999, and everybody may ask for them;
 * those of assignments are drawn from all others, so that no page and no program that takes a seed can be asked for one.
 */
public record Seed(long value) {
    /** How many there are for practice. */
    public static final int COUNT = 1000;

    public Seed {
        if (value < 0) {
            throw new IllegalArgumentException("not a seed: " + value);
        }
    }

    /** One of 63 bits that nobody guesses, never one of practice. */
    public static Seed secret(RandomGenerator chance) {
        var value = chance.nextLong() >>> 1;
        while (value < COUNT) {
            value = chance.nextLong() >>> 1;
        }
        return new Seed(value);
    }

    /** Whether it belongs to an assignment, so that practice does not know it. */
    public boolean beyondPractice() {
        return value >= COUNT;
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
