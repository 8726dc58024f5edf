package org.nabla.progress.prediction;

/**
 * How often the next try was right after something that should teach.
 *
 * @param template the exercise without its numbers
 * @param part the box; empty where it is about the whole
 * @param name the mistake, or the number of the hint
 * @param tries next tries, of which so many
 * @param succeeded were right
 */
record Teaching(Kind kind, String template, String part, String name, int tries, int succeeded) {
    /** So many at least should be right. */
    static final double AIM = .85;

    /** With fewer tries nothing is said. */
    static final int ENOUGH = 30;

    /** For an interval that holds the truth in nineteen of twenty cases. */
    private static final double NORMAL = 1.96;

    enum Kind {
        MISTAKE("What is said of a mistake"),
        HINT("Hint"),
        EXAMPLE("Example or first steps");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    double share() {
        return (double) succeeded / tries;
    }

    /** The lower end of Wilson's interval. */
    double low() {
        return middle() - half();
    }

    /** And the upper one. */
    double high() {
        return middle() + half();
    }

    /** Whether it surely misses the aim. */
    boolean doesNotHelp() {
        return high() < AIM;
    }

    private double middle() {
        return (share() + NORMAL * NORMAL / (2 * tries)) / (1 + NORMAL * NORMAL / tries);
    }

    private double half() {
        var p = share();
        return NORMAL
                / (1 + NORMAL * NORMAL / tries)
                * Math.sqrt(p * (1 - p) / tries + NORMAL * NORMAL / (4.0 * tries * tries));
    }
}
