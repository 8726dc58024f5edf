package org.nabla.math.lexing;

import java.util.regex.Pattern;

/**
 * Text of those who write 1,5 where the input language writes 1.5, and a semicolon between entries. The comma between two digits is
 * theirs only where it stands alone, so that {@code 1,2,3} remains three numbers; with a blank behind it, it separates.
 */
public final class DecimalComma {

    private static final Pattern DECIMAL = Pattern.compile(
            "(?<![\\p{L}\\p{N}_.,])([0-9]++(?:[  ][0-9]{3})*+)(?:,|\\{,\\})([0-9]++)(?![\\p{N}.]|,[0-9])");
    private static final Pattern POINT = Pattern.compile("(?<=[0-9])\\.(?=[0-9])");

    private DecimalComma() {}

    /** What is typed, in the input language. */
    public static String read(String typed) {
        var text = DECIMAL.matcher(typed).replaceAll("$1.$2");
        // Where commas are left, semicolons part rows.
        return text.indexOf(',') < 0 ? text.replace(';', ',') : text;
    }

    /** A text of the input language, as they would type it. */
    public static String write(String text) {
        return POINT.matcher(text.replace(',', ';')).replaceAll(",");
    }
}
