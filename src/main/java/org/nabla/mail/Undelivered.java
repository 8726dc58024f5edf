package org.nabla.mail;

/** A letter was not taken by the server of mail. */
public final class Undelivered extends Exception {
    private static final long serialVersionUID = 1;

    private final boolean again;
    private final boolean away;

    Undelivered(String sentence, boolean again, boolean away) {
        super(sentence);
        this.again = again;
        this.away = away;
    }

    /** Why, for whoever runs the site. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** Whether it can help to try later. */
    public boolean again() {
        return again;
    }

    /** Whether the server did not answer at all: the next letter need not be tried at once. */
    public boolean away() {
        return away;
    }
}
