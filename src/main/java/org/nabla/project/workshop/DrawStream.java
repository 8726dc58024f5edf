package org.nabla.project.workshop;

import java.nio.charset.StandardCharsets;

/**
 * The stream of random integers of one project's data: the same for a project's id and a seed on every machine, for ever. It
 * is the stream of exercises: FNV-1a of the id plus the seed times 0x9E3779B97F4A7C15, once through the mixer, then SplitMix64.
 */
public final class DrawStream {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    public DrawStream(String project, long seed) {
        long hash = 0xCBF29CE484222325L;
        for (byte b : project.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
        }
        state = mix(hash + seed * GOLDEN);
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** From 0 to n − 1, each as likely as the others. */
    public int below(int n) {
        while (true) {
            state += GOLDEN;
            long bits = mix(state) >>> 1;
            long value = bits % n;
            if (bits - value + (n - 1) >= 0) {
                return (int) value;
            }
        }
    }

    /** From {@code from} to {@code to}, both included. */
    public int integer(int from, int to) {
        return from + below(to - from + 1);
    }

    /** One of these. */
    public int of(int... values) {
        return values[below(values.length)];
    }

    /** −1 or 1: {@code of(-1, 1)}. */
    public int sign() {
        return of(-1, 1);
    }

    /** An integer like a bell around 0: the sum of three from −k to k, with a standard deviation of about k. */
    public int noise(int k) {
        return integer(-k, k) + integer(-k, k) + integer(-k, k);
    }
}
