package org.nabla.project.making;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Numbers as the checker and as people read them. */
public final class Numbers {
    private static final int SAFE = 12;

    private Numbers() {}

    /** All digits of a double, without an exponent; a whole number without a point. */
    static String exact(double value) {
        if (value == StrictMath.rint(value) && Math.abs(value) < 1e15) {
            return Long.toString((long) value);
        }
        return new BigDecimal(Double.toString(value)).toPlainString();
    }

    /** A value of an exact answer, without what rounding left behind. */
    static String tidy(double value) {
        var rounded = new BigDecimal(value).round(new MathContext(SAFE));
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** So many significant digits, as somebody types them: a decimal without an exponent. */
    public static String typed(double value, int digits) {
        return new BigDecimal(value).round(new MathContext(digits)).toPlainString();
    }

    /** So many significant digits, for reading. */
    public static String shown(double value, int digits) {
        if (value == StrictMath.rint(value) && Math.abs(value) < 1e6) {
            return Long.toString((long) value);
        }
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        var rounded = new BigDecimal(value).round(new MathContext(digits));
        double size = Math.abs(value);
        return size >= 1e-4 && size < 1e7
                ? rounded.toPlainString()
                : rounded.toString().replace("E+", "e").replace("E", "e");
    }

    /** One number, or several between brackets. */
    public static String shown(double[] values, int digits) {
        return values.length == 1
                ? shown(values[0], digits)
                : Arrays.stream(values).mapToObj(v -> shown(v, digits)).collect(Collectors.joining(", ", "(", ")"));
    }
}
