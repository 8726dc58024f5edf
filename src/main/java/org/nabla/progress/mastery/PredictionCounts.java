package org.nabla.progress.mastery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Predictions and what happened, counted by ten-thousandths of probability. As large for ten million answers as for ten
 * thousand, and what was counted apart can be added. Within a ten-thousandth the area under the curve knows no order, so that it is off
 * by less than a thousandth; all other measures are exact.
 */
public final class PredictionCounts {
    static final int BUCKETS = 10_000;
    private static final int BINS = 10;

    private final SortedMap<Integer, Bucket> buckets = new TreeMap<>();

    /**
     * The predictions in a ten-thousandth of the scale.
     *
     * @param predicted their sum
     * @param loss the sum of −log of the probability given to what happened
     */
    public record Bucket(int number, long answers, long right, double predicted, double loss) {

        private Bucket plus(Bucket other) {
            return new Bucket(
                    number,
                    answers + other.answers,
                    right + other.right,
                    predicted + other.predicted,
                    loss + other.loss);
        }
    }

    /** Counts one answer. */
    public void add(double prediction, boolean right) {
        var number = Math.min(BUCKETS - 1, (int) (prediction * BUCKETS));
        add(new Bucket(number, 1, right ? 1 : 0, prediction, -StrictMath.log(right ? prediction : 1 - prediction)));
    }

    /** Counts what was counted before. */
    public void add(Bucket counted) {
        buckets.merge(counted.number(), counted, Bucket::plus);
    }

    /** Those with answers, in order. */
    public Collection<Bucket> buckets() {
        return List.copyOf(buckets.values());
    }

    public boolean isEmpty() {
        return buckets.isEmpty();
    }

    /** How good the predictions were. Asked only where there are some. */
    public Calibration measured() {
        var answers = sum(Bucket::answers);
        var right = sum(Bucket::right);
        var loss = buckets.values().stream().mapToDouble(Bucket::loss).sum() / answers;
        var bins = bins();
        var error = bins.stream()
                        .mapToDouble(bin -> bin.answers() * StrictMath.abs(bin.predicted() - bin.observed()))
                        .sum()
                / answers;
        return new Calibration(
                Math.toIntExact(answers),
                Math.toIntExact(right),
                loss,
                Calibration.entropy((double) right / answers),
                auc(answers, right),
                error,
                bins);
    }

    private long sum(java.util.function.ToLongFunction<Bucket> part) {
        return buckets.values().stream().mapToLong(part).sum();
    }

    /** From the sum of the ranks of the right answers; those in one bucket share their ranks. */
    private double auc(long answers, long right) {
        var wrong = answers - right;
        if (right == 0 || wrong == 0) {
            return .5;
        }
        var ranks = 0.0;
        var before = 0L;
        for (var bucket : buckets.values()) {
            ranks += bucket.right() * (2.0 * before + bucket.answers() + 1) / 2;
            before += bucket.answers();
        }
        return (ranks - right * (right + 1.0) / 2) / ((double) right * wrong);
    }

    private List<Calibration.Bin> bins() {
        var bins = new ArrayList<Calibration.Bin>();
        for (var i = 0; i < BINS; i++) {
            var within =
                    buckets.subMap(i * BUCKETS / BINS, (i + 1) * BUCKETS / BINS).values();
            var answers = within.stream().mapToLong(Bucket::answers).sum();
            if (answers > 0) {
                bins.add(new Calibration.Bin(
                        i,
                        Math.toIntExact(answers),
                        within.stream().mapToDouble(Bucket::predicted).sum() / answers,
                        (double) within.stream().mapToLong(Bucket::right).sum() / answers));
            }
        }
        return bins;
    }
}
