package org.nabla.teaching;

import java.util.List;

/** What a teacher should know today, of all their courses. */
record Week(
        boolean teaches,
        List<DueSoon> due,
        List<Stuck> stuck,
        List<Doubt> doubts,
        List<Note> notes,
        List<Draft> drafts) {

    /** Somebody who was wrong several times in a row at an open problem. */
    record Stuck(String course, String learner, String assignment, int problem, int wrong, String address) {}

    /** A verdict that a learner doubts. */
    record Doubt(String course, String learner, String assignment, String note, String address) {}

    /** A note to learners, and how many have read it. */
    record Note(String course, String about, long read, long readers, String address) {}

    /** A template of their own that nobody has yet in its newest version. */
    record Draft(String title, String address, String state) {}
}
