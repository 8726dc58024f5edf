package org.nabla.gradebook.statistics;

import java.util.OptionalDouble;

/** Pearson's correlation; where one of the two is right or wrong alone it is called point-biserial. */
public final class Correlation {

    private static final double NOTHING = 1e-12;

    private Correlation() {}

    /**
     * From −1 to 1.
     *
     * @param y as many as {@code x}
     * @return empty where one of the two does not vary
     */
    public static OptionalDouble of(double[] x, double[] y) {
        var meanX = mean(x);
        var meanY = mean(y);
        var both = 0.0;
        var ofX = 0.0;
        var ofY = 0.0;
        for (var i = 0; i < x.length; i++) {
            both += (x[i] - meanX) * (y[i] - meanY);
            ofX += (x[i] - meanX) * (x[i] - meanX);
            ofY += (y[i] - meanY) * (y[i] - meanY);
        }
        return ofX < NOTHING || ofY < NOTHING ? OptionalDouble.empty() : OptionalDouble.of(both / Math.sqrt(ofX * ofY));
    }

    /**
     * How large the true correlation may be where this one was found: the upper end of Fisher's interval at 95 %.
     *
     * @param of how many pairs, at least 4
     * @see <a href="https://en.wikipedia.org/wiki/Fisher_transformation">Fisher transformation</a>
     */
    public static double high(double correlation, int of) {
        var bounded = Math.max(-1 + NOTHING, Math.min(1 - NOTHING, correlation));
        var z = 0.5 * Math.log((1 + bounded) / (1 - bounded)) + Share.Z / Math.sqrt(of - 3.0);
        return Math.tanh(z);
    }

    private static double mean(double[] values) {
        var sum = 0.0;
        for (var value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
