package org.nabla.classroom.roster;

/** Ends the reading of a roster with a sentence for the teacher. */
final class RosterRefused extends RuntimeException {

    private final String sentence;

    RosterRefused(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
