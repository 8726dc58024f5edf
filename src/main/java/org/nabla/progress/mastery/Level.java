package org.nabla.progress.mastery;

/** How far somebody is with a skill. Whether a review is due is another question. */
public enum Level {
    /** Not answered yet. */
    NEW("New"),
    LEARNING("Learning"),
    /** Good enough to go on with what builds on it. */
    PRACTISED("Practised"),
    /** Also on a later day. */
    MASTERED("Mastered");

    /** From this chance on a skill is practised. */
    public static final double PRACTISED_CHANCE = .70;

    static final double MASTERED_CHANCE = .80;
    static final int PRACTISED_ANSWERS = 3;

    private final String word;

    Level(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
