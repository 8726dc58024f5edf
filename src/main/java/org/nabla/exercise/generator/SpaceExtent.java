package org.nabla.exercise.generator;

import java.util.Optional;
import org.nabla.exercise.space.Triples;

/** How far what is drawn in space reaches, and a window of round numbers around it. */
final class SpaceExtent {
    /** The origin is shown where it is nearer than this, in parts of the side. */
    private static final double ORIGIN = 0.8;

    /** No side is shorter than this, in parts of the longest. */
    private static final double SHORTEST = 0.5;

    private final double[] low = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    private final double[] high = {Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY};

    void add(double[] p) {
        if (Triples.isFinite(p)) {
            for (int i = 0; i < 3; i++) {
                low[i] = Math.min(low[i], p[i]);
                high[i] = Math.max(high[i], p[i]);
            }
        }
    }

    /** Six numbers; empty where nothing was added. */
    Optional<double[]> window() {
        if (low[0] > high[0]) {
            return Optional.empty();
        }
        double longest = 0;
        for (int i = 0; i < 3; i++) {
            longest = Math.max(longest, high[i] - low[i]);
        }
        longest = longest == 0 ? 2 : longest;
        var window = new double[6];
        for (int i = 0; i < 3; i++) {
            double size = Math.max(high[i] - low[i], SHORTEST * longest);
            if (low[i] > 0 && low[i] < ORIGIN * size) {
                low[i] = 0;
            } else if (high[i] < 0 && -high[i] < ORIGIN * size) {
                high[i] = 0;
            }
            double lacking = (SHORTEST * longest - (high[i] - low[i])) / 2;
            double more = Math.max(0, lacking);
            // What lies on the floor of the first octant stays on the floor.
            double from = low[i] == 0 ? 0 : low[i] - more;
            double to = high[i] + (low[i] == 0 ? 2 * more : more);
            double step = step(longest / 6);
            window[2 * i] = step * Math.floor(from / step + 1e-9);
            window[2 * i + 1] = step * Math.ceil(to / step - 1e-9);
        }
        return Optional.of(window);
    }

    /** The power of ten, or two or five of it, that is no greater. */
    private static double step(double most) {
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        return most >= 5 * power ? 5 * power : most >= 2 * power ? 2 * power : power;
    }
}
