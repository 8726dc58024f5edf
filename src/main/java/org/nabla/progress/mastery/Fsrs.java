package org.nabla.progress.mastery;

/**
 * When something is about to be forgotten: the formulas of FSRS-6.
 *
 * <p>Times are days. Retrievability is the probability of recall; stability is after how many days it has fallen to nine
 * tenths; difficulty runs from 1 to 10.
 *
 * @see <a href="https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm">FSRS-6, the algorithm</a>
 */
public final class Fsrs {
    /** Fitted by the authors of FSRS to some hundred million reviews. */
    public static final Fsrs DEFAULT = new Fsrs(
            0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
            1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542);

    /** The recall that is wanted: what falls below is due. */
    public static final double RETENTION = .9;

    private static final int PARAMETERS = 21;
    private static final double LEAST_STABILITY = .001;
    /** A hundred years: beyond it there is nothing to plan. */
    private static final double MOST_STABILITY = 36_500;

    private final double[] w;
    private final double factor;

    /** How well it went. This product gives only the first and the third: right unaided is good, all else is again. */
    public enum Grade {
        AGAIN,
        HARD,
        GOOD,
        EASY;

        int number() {
            return ordinal() + 1;
        }
    }

    /** What is known of one memory. */
    public record Memory(double stability, double difficulty) {}

    Fsrs(double... parameters) {
        if (parameters.length != PARAMETERS) {
            throw new IllegalArgumentException(parameters.length + " parameters instead of " + PARAMETERS);
        }
        w = parameters.clone();
        factor = StrictMath.pow(.9, -1 / w[20]) - 1;
    }

    /** How likely it is still known after so many days. */
    public double retrievability(double days, double stability) {
        return StrictMath.pow(1 + factor * days / stability, -w[20]);
    }

    /** After how many days the retrievability has fallen so far. */
    public double interval(double retrievability, double stability) {
        return stability / factor * (StrictMath.pow(retrievability, -1 / w[20]) - 1);
    }

    Memory first(Grade grade) {
        return new Memory(stability(w[grade.number() - 1]), difficulty(firstDifficulty(grade)));
    }

    /** After a review on a later day. */
    Memory later(Memory before, double days, Grade grade) {
        var recall = retrievability(days, before.stability());
        var stability = grade == Grade.AGAIN ? forgotten(before, recall) : recalled(before, recall, grade);
        return new Memory(stability, nextDifficulty(before.difficulty(), grade));
    }

    /** After another review on the same day: it tells and teaches less. */
    Memory sameDay(Memory before, Grade grade) {
        var growth = StrictMath.exp(w[17] * (grade.number() - 3 + w[18])) * StrictMath.pow(before.stability(), -w[19]);
        var kept = grade.number() >= 3 ? StrictMath.max(1, growth) : growth;
        return new Memory(stability(before.stability() * kept), nextDifficulty(before.difficulty(), grade));
    }

    /** The stability after recalling it when it was this likely to be. */
    double recalled(Memory before, double recall, Grade grade) {
        var growth = StrictMath.exp(w[8])
                * (11 - before.difficulty())
                * StrictMath.pow(before.stability(), -w[9])
                * (StrictMath.exp(w[10] * (1 - recall)) - 1)
                * (grade == Grade.HARD ? w[15] : 1)
                * (grade == Grade.EASY ? w[16] : 1);
        return stability(before.stability() * (1 + growth));
    }

    private double forgotten(Memory before, double recall) {
        var left = w[11]
                * StrictMath.pow(before.difficulty(), -w[12])
                * (StrictMath.pow(before.stability() + 1, w[13]) - 1)
                * StrictMath.exp(w[14] * (1 - recall));
        return stability(StrictMath.min(left, before.stability() / StrictMath.exp(w[17] * w[18])));
    }

    private double nextDifficulty(double before, Grade grade) {
        var moved = before - w[6] * (grade.number() - 3) * (10 - before) / 9;
        return difficulty(w[7] * firstDifficulty(Grade.EASY) + (1 - w[7]) * moved);
    }

    /** Not yet within its bounds. */
    private double firstDifficulty(Grade grade) {
        return w[4] - StrictMath.exp(w[5] * (grade.number() - 1)) + 1;
    }

    private static double stability(double value) {
        return StrictMath.min(MOST_STABILITY, StrictMath.max(LEAST_STABILITY, value));
    }

    private static double difficulty(double value) {
        return StrictMath.min(10, StrictMath.max(1, value));
    }
}
