package org.nabla.classroom.seat;

/** What somebody is in a course. */
public enum CourseRole {
    /** Opened the course or took it over; there is one. */
    TEACHER("Teacher"),
    /** Teaches beside them: may do all but choose who teaches, and, where they are not let, rename, archive and hand over. */
    CO_TEACHER("Co-teacher"),
    /** Sees and marks, in the whole course or in sections, and changes nothing else. */
    ASSISTANT("Assistant"),
    LEARNER("Learner");

    private final String word;

    CourseRole(String word) {
        this.word = word;
    }

    public boolean teaches() {
        return this == TEACHER || this == CO_TEACHER;
    }

    /** Whether they see what learners do, and mark it. */
    public boolean marks() {
        return this != LEARNER;
    }

    /** As a page says it. */
    public String word() {
        return word;
    }
}
