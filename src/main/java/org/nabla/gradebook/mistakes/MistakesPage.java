package org.nabla.gradebook.mistakes;

import java.util.List;
import java.util.Optional;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.note.CourseNotes;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.sheet.ExerciseSheet;

/**
 * The mistakes of a course, or of one assignment of it.
 *
 * @param assignment the number of the assignment; empty for the whole course
 * @param doubts verdicts that learners doubt
 * @param notice what has just been done, in a sentence; empty where nothing
 */
record MistakesPage(
        Seat seat,
        String assignment,
        List<Scope> scopes,
        List<Block> exercises,
        List<Doubt> doubts,
        List<CourseNotes.Sent> notes,
        String notice) {

    /** An assignment that can be chosen. */
    record Scope(String number, String title) {}

    /**
     * One exercise with what went wrong in it.
     *
     * @param facts how the course fared with it, each in a few words
     * @param sheet the exercise as one of those who were wrong had it
     */
    record Block(
            String template,
            String title,
            List<String> facts,
            Optional<ExerciseSheet> sheet,
            List<Group> groups,
            int rest) {}

    /**
     * Responses that mean the same.
     *
     * @param id of its element on the page
     * @param what the mistake, as prose
     * @param how why they belong together; empty where there is one answer alone
     */
    record Group(
            String id,
            String template,
            String part,
            String key,
            String what,
            String how,
            String count,
            List<Spelling> spellings,
            int moreSpellings,
            List<String> learners,
            boolean told) {}

    record Spelling(String text, int times) {}

    /**
     * A verdict that a learner doubts.
     *
     * @param regrade where the teacher can accept the answer
     * @param address where the teacher finds the work and can set another mark
     * @param note why, in the learner's words; empty where they did not say
     * @param answer what was said of it, by a teacher or by those who run the site; empty while they have not
     */
    record Doubt(
            long id,
            String regrade,
            String learner,
            String address,
            String assignment,
            String exercise,
            CourseMoment at,
            String note,
            List<Doubted> boxes,
            String answer) {}

    /** What was typed in a box, what was found, and what was expected there. */
    record Doubted(String typed, String tone, String message, String key) {}
}
