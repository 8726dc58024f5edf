package org.nabla.grading.judging;

import java.util.regex.Pattern;

/**
 * Numbers as programs print them: {@code [ 0.87 -2.2 ]}, {@code array([0.87, -2.2], dtype=float32)}, {@code np.float64(0.05)}.
 * What is no mathematics is blanked out, so that positions stay those of the typed text.
 */
public final class PrintedNumbers {

    // Possessive throughout: a hostile text must not make the search backtrack.
    private static final String NUMBER = "[-+−]?(?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++)(?:[eE][-+]?[0-9]++)?";
    private static final Pattern NO_NUMBER = Pattern.compile(
            "(?<![\\p{L}\\p{N}_])[-+]?(?:np\\.|numpy\\.|math\\.)?(?:nan|inf|infinity)(?![\\p{L}\\p{N}_])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WRAPPING = Pattern.compile(
            "(?<![\\p{L}\\p{N}_.])(?:(?:np|numpy|torch|jnp)\\.)?(?:array|tensor|float(?:16|32|64)?|int(?:8|16|32|64)?)(?=\\s*+\\()");
    private static final Pattern TYPE =
            Pattern.compile(",\\s*+(?:dtype|device|requires_grad)\\s*+=\\s*+[^,()\\[\\]]++");
    private static final Pattern GAP = Pattern.compile("(?<=[0-9.\\])])\\s++(?=[-+−]?[.0-9(\\[])");
    private static final Pattern ROW = Pattern.compile("\\s*+" + NUMBER + "(?:\\s++" + NUMBER + ")++\\s*+");
    private static final Pattern BARE_POINT = Pattern.compile("(?<=[0-9])\\.(?![0-9eE])");
    private static final Pattern TRAILING = Pattern.compile(",(?=\\s*+[)\\]])");

    private PrintedNumbers() {}

    /** Whether a program printed that it has no number. */
    public static boolean hasNoNumber(String typed) {
        return NO_NUMBER.matcher(typed).find();
    }

    /**
     * @param several whether more than one number is asked, so that gaps outside of brackets part them as well
     */
    public static String unprinted(String typed, boolean several) {
        var text = blanked(TYPE, typed);
        text = blanked(WRAPPING, text);
        text = blanked(BARE_POINT, text);
        text = blanked(TRAILING, text);
        var bracketed = text.indexOf('[') >= 0;
        if (bracketed || several && ROW.matcher(text).matches()) {
            text = GAP.matcher(text)
                    .replaceAll(gap -> "," + " ".repeat(gap.group().length() - 1));
        }
        return several ? text : bracketed ? text.replace('[', '(').replace(']', ')') : text;
    }

    private static String blanked(Pattern pattern, String text) {
        return pattern.matcher(text)
                .replaceAll(found -> " ".repeat(found.group().length()));
    }
}
