package org.nabla.exercise.curriculum;

/** The name of a skill in files and addresses: two letters for its part of the curriculum and a number, {@code DF17}. */
public record SkillId(String value) {
    public SkillId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("not a skill id: " + value);
        }
    }

    static boolean isOne(String text) {
        // Without a pattern: a page makes some hundred of them.
        return text.length() == 4
                && isCapital(text.charAt(0))
                && isCapital(text.charAt(1))
                && isDigit(text.charAt(2))
                && isDigit(text.charAt(3));
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Not the one that records get, which is slow until it is compiled: maps of a page ask some hundred times. */
    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
