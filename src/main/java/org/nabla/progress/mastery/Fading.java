package org.nabla.progress.mastery;

/** How much of the way is shown before the learner goes on alone. */
public enum Fading {
    /** A whole example first. */
    WORKED_EXAMPLE,
    /** The first steps are shown, the last ones are the learner's. */
    COMPLETION,
    UNAIDED;

    /** So many misses without a success between them, and help is offered again. */
    private static final int STUCK = 2;

    /** For somebody of whom nothing is known. */
    public static Fading forNewcomer() {
        return WORKED_EXAMPLE;
    }

    /** @param chance that he gets an average exercise of the skill right, the check-in's guess included */
    static Fading of(SkillState skill, double chance) {
        var counts = skill.counts();
        if (counts.missesInRow() >= STUCK) {
            return COMPLETION;
        }
        // Whoever answered without help has chosen to go without, and may.
        if (counts.answers() > 0 || chance >= Level.PRACTISED_CHANCE) {
            return UNAIDED;
        }
        switch (counts.aided()) {
            case 0:
                return WORKED_EXAMPLE;
            case 1:
                return COMPLETION;
            default:
                return UNAIDED;
        }
    }
}
