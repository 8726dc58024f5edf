package org.nabla.progress.mastery;

import java.util.ArrayList;
import java.util.List;

/**
 * How good predictions turned out to be.
 *
 * @param answers how many predictions
 * @param right how many of the answers were right
 * @param logLoss mean of −log of the probability given to what happened; less is better
 * @param constantLogLoss the same for one who always predicts the share of right answers
 * @param auc how often a right answer had the higher prediction than a wrong one; .5 is chance
 * @param calibrationError mean distance of prediction and share over the bins, weighted by answers
 * @param bins ten of the same width; those without answers are missing
 */
public record Calibration(
        int answers,
        int right,
        double logLoss,
        double constantLogLoss,
        double auc,
        double calibrationError,
        List<Bin> bins) {
    private static final int BINS = 10;

    /** One prediction with what happened. */
    public record Outcome(double prediction, boolean right) {}

    /**
     * The predictions in a tenth of the scale.
     *
     * @param predicted their mean
     * @param observed the share of them that was right
     */
    public record Bin(int number, int answers, double predicted, double observed) {}

    public Calibration {
        bins = List.copyOf(bins);
    }

    /** @param outcomes at least one */
    public static Calibration of(List<Outcome> outcomes) {
        var n = outcomes.size();
        var right = (int) outcomes.stream().filter(Outcome::right).count();
        var loss = outcomes.stream()
                        .mapToDouble(o -> -StrictMath.log(o.right() ? o.prediction() : 1 - o.prediction()))
                        .sum()
                / n;
        var bins = bins(outcomes);
        var error = bins.stream()
                        .mapToDouble(bin -> bin.answers() * StrictMath.abs(bin.predicted() - bin.observed()))
                        .sum()
                / n;
        return new Calibration(n, right, loss, entropy((double) right / n), auc(outcomes, right), error, bins);
    }

    /** From the sum of the ranks of the right answers; those of equal prediction share their ranks. */
    private static double auc(List<Outcome> outcomes, int right) {
        var wrong = outcomes.size() - right;
        if (right == 0 || wrong == 0) {
            return .5;
        }
        var sorted = outcomes.stream()
                .sorted((a, b) -> Double.compare(a.prediction(), b.prediction()))
                .toList();
        var ranks = 0.0;
        for (var from = 0; from < sorted.size(); ) {
            var to = from;
            var rightHere = 0;
            while (to < sorted.size()
                    && sorted.get(to).prediction() == sorted.get(from).prediction()) {
                rightHere += sorted.get(to).right() ? 1 : 0;
                to++;
            }
            ranks += rightHere * (from + to + 1) / 2.0;
            from = to;
        }
        return (ranks - right * (right + 1.0) / 2) / ((double) right * wrong);
    }

    private static List<Bin> bins(List<Outcome> outcomes) {
        var count = new int[BINS];
        var predicted = new double[BINS];
        var right = new int[BINS];
        for (var outcome : outcomes) {
            var bin = Math.min(BINS - 1, (int) (outcome.prediction() * BINS));
            count[bin]++;
            predicted[bin] += outcome.prediction();
            right[bin] += outcome.right() ? 1 : 0;
        }
        var bins = new ArrayList<Bin>();
        for (var i = 0; i < BINS; i++) {
            if (count[i] > 0) {
                bins.add(new Bin(i, count[i], predicted[i] / count[i], (double) right[i] / count[i]));
            }
        }
        return bins;
    }

    static double entropy(double share) {
        return share == 0 || share == 1 ? 0 : -share * StrictMath.log(share) - (1 - share) * StrictMath.log(1 - share);
    }
}
