package org.nabla.grading.judging;

/**
 * How a decimal that only approximates a number is taken.
 *
 * @param exact whether it does not count, and an exact value is asked
 * @param digits to how many significant digits it must agree, rounded or cut
 * @param measured whether numbers come out of a program, and count by their digits even without a decimal point
 */
public record Precision(boolean exact, int digits, boolean measured) {

    private static final int USUAL = 4;
    private static final int MOST = 15;

    public static Precision of(Context context) {
        var measured = isMeasured(context);
        var word = context.option("decimals").orElse(String.valueOf(USUAL));
        if (word.equals("exact")) {
            if (measured) {
                throw new KeyRefused("answer.decimals", "A measured number is never exact: give a count of digits.");
            }
            return new Precision(true, USUAL, false);
        }
        if (!word.matches("[0-9]{1,2}") || Integer.parseInt(word) < 1 || Integer.parseInt(word) > MOST) {
            throw new KeyRefused(
                    "answer.decimals", "Give a count of significant digits from 1 to " + MOST + ", or \"exact\".");
        }
        return new Precision(false, Integer.parseInt(word), measured);
    }

    /** Whether the answer is asked out of a program. */
    public static boolean isMeasured(Context context) {
        var word = context.option("measured").orElse("false");
        if (!word.equals("true") && !word.equals("false")) {
            throw new KeyRefused("answer.measured", "Give true or false.");
        }
        return word.equals("true");
    }

    /** What mistakes are read with: they are recognized by the usual digits, even where the answer is exact or has more. */
    public static Context ofMistakes(Context context) {
        var asked = of(context);
        var digits = asked.measured() ? asked.digits() : Math.min(asked.digits(), USUAL);
        return context.with("decimals", String.valueOf(digits));
    }
}
