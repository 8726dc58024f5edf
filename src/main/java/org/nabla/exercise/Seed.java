package org.nabla.exercise;

/** The number that fixes every random choice of an exercise. Those of the built-in catalogue are 0 to 999. */
public record Seed(int value) {
    public static final int COUNT = 1000;

    public Seed {
        if (value < 0) {
            throw new IllegalArgumentException("not a seed: " + value);
        }
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
