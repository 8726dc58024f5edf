package org.nabla.project.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One axis: from which value to which, and where a value lies on so many pixels.
 *
 * @param low and {@code high} the ends; on a logarithmic axis their decimal logarithms
 */
record Axis(double low, double high, boolean logarithmic, double pixels) {

    static Axis of(List<Double> values, boolean logarithmic, double pixels) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            double v = logarithmic ? StrictMath.log10(value) : value;
            if (Double.isFinite(v)) {
                low = Math.min(low, v);
                high = Math.max(high, v);
            }
        }
        if (!(low < high)) {
            double middle = Double.isFinite(low) ? low : 0;
            return new Axis(middle - 1, middle + 1, logarithmic, pixels);
        }
        double room = 0.05 * (high - low);
        return new Axis(low - room, high + room, logarithmic, pixels);
    }

    Axis ending(double from, double to) {
        return new Axis(from, to, logarithmic, pixels);
    }

    double place(double value) {
        double v = logarithmic ? StrictMath.log10(value) : value;
        return (v - low) / (high - low) * pixels;
    }

    boolean holds(double value) {
        double at = place(value);
        return Double.isFinite(at) && at >= -0.5 && at <= pixels + 0.5;
    }

    /** Round values, at most seven. */
    List<Double> ticks() {
        var ticks = new ArrayList<Double>();
        if (logarithmic) {
            int every = Math.max(1, (int) StrictMath.ceil((high - low) / 6));
            for (int power = (int) StrictMath.ceil(low); power <= high; power++) {
                if (power % every == 0) {
                    ticks.add(StrictMath.pow(10, power));
                }
            }
            return ticks;
        }
        double rough = (high - low) / 6;
        double power = StrictMath.pow(10, StrictMath.floor(StrictMath.log10(rough)));
        double part = rough / power;
        double step = power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
        for (double at = StrictMath.ceil(low / step) * step; at <= high; at += step) {
            ticks.add(StrictMath.rint(at / step) * step);
        }
        return ticks;
    }

    String label(double tick) {
        if (logarithmic) {
            long power = StrictMath.round(StrictMath.log10(tick));
            return power == 0
                    ? "1"
                    : power == 1 ? "10" : "1e" + String.valueOf(power).replace('-', '\u2212');
        }
        var text = String.format(Locale.ROOT, "%.6f", tick).replaceAll("\\.?0+$", "");
        return text.equals("-0") ? "0" : text.replace('-', '\u2212');
    }
}
