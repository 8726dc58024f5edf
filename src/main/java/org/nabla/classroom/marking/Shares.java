package org.nabla.classroom.marking;

import java.util.Locale;

/** Shares of a whole, from 0 to 1, which pages show and forms ask in per cent. */
public final class Shares {
    private Shares() {}

    static void require(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("not a share: " + share);
        }
    }

    /** As in {@code 12.5 %}: without a decimal where none is needed. */
    public static String percent(double share) {
        return plain(share * 100) + " %";
    }

    /** As people write a number: at most two decimals, none that are zero. */
    public static String plain(double number) {
        var text = String.format(Locale.ROOT, "%.2f", number);
        return text.replaceFirst("\\.?0+$", "");
    }
}
