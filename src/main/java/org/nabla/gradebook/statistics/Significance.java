package org.nabla.gradebook.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Whether two shares differ by more than chance, also where many pairs are looked at. */
public final class Significance {

    /** Tables as probable as the one at hand count as extreme too; rounding must not keep them out. */
    private static final double ALIKE = 1 + 1e-7;

    private Significance() {}

    /**
     * Fisher's exact test, with both sides: how probable a difference as large as this one is where there is none.
     *
     * @return from 0 to 1
     * @see <a href="https://doi.org/10.2307/2340521">Fisher 1935, the logic of inductive inference</a>
     */
    public static double ofDifference(Share one, Share other) {
        var right = one.right() + other.right();
        var of = one.of() + other.of();
        var low = Math.max(0, right - other.of());
        var high = Math.min(right, one.of());
        var certain = choose(of, right);
        var here = choose(one.of(), one.right()) + choose(other.of(), other.right()) - certain;
        var sum = 0.0;
        for (var k = low; k <= high; k++) {
            var there = choose(one.of(), k) + choose(other.of(), right - k) - certain;
            sum += there <= here + Math.log(ALIKE) ? Math.exp(there) : 0;
        }
        return Math.min(1, sum);
    }

    /** The logarithm of the number of ways to choose {@code k} of {@code n}. */
    private static double choose(int n, int k) {
        return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
    }

    private static double logFactorial(int n) {
        return IntStream.rangeClosed(2, n).mapToDouble(Math::log).sum();
    }

    /**
     * Holm's correction for many comparisons: each probability as if it were the only one that was looked at.
     *
     * @return in the same order
     * @see <a href="https://www.jstor.org/stable/4615733">Holm 1979, a simple sequentially rejective test</a>
     */
    public static List<Double> corrected(List<Double> probabilities) {
        var order = IntStream.range(0, probabilities.size())
                .boxed()
                .sorted(Comparator.comparing(probabilities::get))
                .toList();
        var corrected = new ArrayList<>(probabilities);
        var largest = 0.0;
        for (var rank = 0; rank < order.size(); rank++) {
            largest = Math.max(largest, Math.min(1, probabilities.get(order.get(rank)) * (order.size() - rank)));
            corrected.set(order.get(rank), largest);
        }
        return corrected;
    }
}
