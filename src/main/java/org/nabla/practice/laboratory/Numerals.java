package org.nabla.practice.laboratory;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as a page shows them. */
final class Numerals {
    private static final MathContext DIGITS = new MathContext(4);
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Numerals() {}

    /** Four digits: −0.3482, 12, 1.5 × 10⁷. */
    static String of(double value) {
        if (value == 0) {
            return "0";
        }
        var size = Math.abs(value);
        if (size >= 1e6 || size < 1e-4) {
            var power = (int) Math.floor(Math.log10(size));
            var part = new BigDecimal(value / Math.pow(10, power)).round(new MathContext(3));
            return minus(part.stripTrailingZeros().toPlainString()) + " × 10" + raised(power);
        }
        return minus(new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString());
    }

    static String pair(double x, double y) {
        return "(" + of(x) + ", " + of(y) + ")";
    }

    private static String minus(String text) {
        return text.replace('-', '−');
    }

    private static String raised(int power) {
        var text = new StringBuilder(power < 0 ? "⁻" : "");
        for (var digit : String.valueOf(Math.abs(power)).toCharArray()) {
            text.append(RAISED.charAt(digit - '0'));
        }
        return text.toString();
    }
}
