package org.nabla.classroom.marking;

/** Which of a learner's attempts at a problem gives the mark. */
public enum Counts {
    BEST("the best attempt"),
    LAST("the last attempt");

    private final String words;

    Counts(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
