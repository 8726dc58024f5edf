package org.nabla.api.token;

import java.util.Optional;
import java.util.stream.Stream;

/** What a token opens. What its owner may not do themselves it does not open either. */
public enum TokenScope {
    COURSES("courses:read", "See the courses that I teach or assist", false),
    ROSTERS("rosters:read", "See who is in them", false),
    ASSIGNMENTS("assignments:read", "See assignments, with dates and exercises", false),
    MARKS("marks:read", "See marks", false),
    EXTENSIONS("extensions:write", "Give learners more time, and take it back", true);

    private final String word;
    private final String sentence;
    private final boolean teaching;

    TokenScope(String word, String sentence, boolean teaching) {
        this.word = word;
        this.sentence = sentence;
        this.teaching = teaching;
    }

    /** As programs and the database call it. */
    public String word() {
        return word;
    }

    /** As a page says it. */
    public String sentence() {
        return sentence;
    }

    /** Whether it is for those who teach, and nothing for assistants. */
    boolean isForTeachers() {
        return teaching;
    }

    static Optional<TokenScope> of(String word) {
        return Stream.of(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }
}
