package org.nabla.exercise;

/** The name of an exercise template, as in its file name and its address: {@code directional-derivative}. */
public record ExerciseId(String value) {
    private static final int LONGEST = 80;

    public ExerciseId {
        if (value.length() > LONGEST || !isSlug(value)) {
            throw new IllegalArgumentException("not an exercise id: " + value);
        }
    }

    /** Words of small letters and digits with a hyphen between each two. By hand: a page makes hundreds. */
    private static boolean isSlug(String value) {
        var before = '-';
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            var inWord = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            if (!inWord && (c != '-' || before == '-')) {
                return false;
            }
            before = c;
        }
        return before != '-';
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
