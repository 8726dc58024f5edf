package org.nabla.web.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Round numbers along an axis. */
final class Ticks {

    private Ticks() {}

    /** Multiples of 1, 2 or 5 times a power of ten from low to high, in at most so many steps. */
    static List<Double> between(double low, double high, int steps) {
        if (!(high > low) || !Double.isFinite(high - low)) {
            return List.of();
        }
        double rough = (high - low) / steps;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double part = rough / power;
        double step = power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
        var ticks = new ArrayList<Double>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** As a reader writes it: 0.5, not 0.5000000001, with a true minus sign. */
    static String text(double value) {
        var rounded = new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
        var plain = rounded.signum() == 0 || Math.abs(value) < 1e-12 ? "0" : rounded.toPlainString();
        return plain.replace('-', '−');
    }
}
