package org.nabla.grading.judging;

/**
 * How a decimal that only approximates a number is taken.
 *
 * @param exact whether it does not count, and an exact value is asked
 * @param digits to how many significant digits it must agree, rounded or cut
 */
public record Precision(boolean exact, int digits) {

    private static final int USUAL = 4;
    private static final int MOST = 15;

    public static Precision of(Context context) {
        var word = context.option("decimals").orElse(String.valueOf(USUAL));
        if (word.equals("exact")) {
            return new Precision(true, USUAL);
        }
        if (!word.matches("[0-9]{1,2}") || Integer.parseInt(word) < 1 || Integer.parseInt(word) > MOST) {
            throw new KeyRefused(
                    "answer.decimals", "Give a count of significant digits from 1 to " + MOST + ", or \"exact\".");
        }
        return new Precision(false, Integer.parseInt(word));
    }
}
