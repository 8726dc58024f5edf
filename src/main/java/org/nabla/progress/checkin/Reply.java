package org.nabla.progress.checkin;

/** What became of a question of the check-in. */
public enum Reply {
    RIGHT,
    WRONG,
    /** "I have not met this." */
    SKIPPED,
    /** Answered, but the checker could not tell: it says nothing. */
    UNDECIDED;

    /** Whoever knows something slips now and then, and has met what they know. */
    double ofSomebodyWhoKnows() {
        return switch (this) {
            case RIGHT -> .88;
            case WRONG -> .12;
            case SKIPPED -> .05;
            case UNDECIDED -> 1;
        };
    }

    /** Of answers the same as above, of those who do not skip; whether one skips or tries says little beyond that. */
    double ofSomebodyWhoDoesNot() {
        return switch (this) {
            case RIGHT -> .1;
            case WRONG -> .9;
            case SKIPPED -> .6;
            case UNDECIDED -> 1;
        };
    }

    /** Whose answers have nothing to do with what is asked. */
    double ofSomebodyWhoGuesses() {
        return switch (this) {
            case RIGHT, WRONG -> .5;
            case SKIPPED -> .1;
            case UNDECIDED -> 1;
        };
    }
}
