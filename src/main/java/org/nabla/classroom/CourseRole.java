package org.nabla.classroom;

/** What somebody is in a course. */
public enum CourseRole {
    /** Opened the course or took it over; there is one. */
    TEACHER("Teacher"),
    /** Teaches beside them: may do all but choose who teaches, and archive. */
    CO_TEACHER("Co-teacher"),
    LEARNER("Learner");

    private final String word;

    CourseRole(String word) {
        this.word = word;
    }

    public boolean teaches() {
        return this != LEARNER;
    }

    /** As a page says it. */
    public String word() {
        return word;
    }
}
