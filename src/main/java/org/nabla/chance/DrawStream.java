package org.nabla.chance;

import java.nio.charset.StandardCharsets;

/**
 * The stream of random numbers of one exercise, or of one project's data: the same for an id and a seed on every machine, for
 * ever.
 *
 * <p>The state starts as the 64-bit FNV-1a hash of the id (UTF-8), plus the seed times 0x9E3779B97F4A7C15, once through the
 * mixer; then it is SplitMix64. A number below n is the upper 63 bits modulo n; what lies in the last, incomplete block of n
 * is drawn again, so that no number is favoured.
 *
 * @see <a href="https://doi.org/10.1145/2660193.2660195">Steele, Lea, Flood: Fast splittable pseudorandom number generators</a>
 */
public final class DrawStream {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    public DrawStream(String id, long seed) {
        state = mix(hash(id) + seed * GOLDEN);
    }

    private static long hash(String text) {
        long hash = 0xCBF29CE484222325L;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
        }
        return hash;
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** A number from 0 to n − 1, each as likely as the others. */
    public int below(int n) {
        long bits = next() >>> 1;
        long value = bits % n;
        while (bits - value + (n - 1) < 0) {
            bits = next() >>> 1;
            value = bits % n;
        }
        return (int) value;
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
