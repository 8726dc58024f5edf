package org.nabla.classroom;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a page says has just been done, by the word in its address. */
public final class CourseNotices {

    private static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry("saved", "Saved."),
            Map.entry(
                    "copied",
                    "This is the copy. Look through its dates and its settings, then give your learners the code."),
            Map.entry("code", "There is a new code. The old one no longer works."),
            Map.entry("closed", "Nobody can join by code any more."),
            Map.entry("archived", "The course is archived: it can be read, and nothing in it changes any more."),
            Map.entry("restored", "The course is out of the archive. Make a join code if learners are to come in."),
            Map.entry("sections", "Saved."),
            Map.entry(
                    "section-gone",
                    "The section is removed. Its learners are in no section now: the dates of all hold for them. Where an assignment is open already, a later date stays."),
            Map.entry(
                    "moved",
                    "Moved. Attempts, marks by hand and extensions stay as they were; the dates of the new section hold now, and marks follow. Where an assignment is open already, a later date stays."),
            Map.entry("moved-back", "Taken back. Whoever was moved again since stays there."),
            Map.entry("stayed", "Nothing changed: they are there already."),
            Map.entry(
                    "assigned",
                    "Saved. The assistant sees the learners of these sections, or all where none is ticked."),
            Map.entry("times", "Saved. Marks follow. Where an assignment is open already, a later date stays."),
            Map.entry("added", "They are in the course, and find it on their page Courses."),
            Map.entry("asked", "Invited. The invitation waits on the page Courses of this account for 30 days."),
            Map.entry("removed", "Removed. All of the learner’s work is kept for the day of coming back."),
            Map.entry("readmitted", "Taken back in, with all the work done before."),
            Map.entry("invited", "Invited. The invitation waits on the page Courses of this account for a week."),
            Map.entry("withdrawn", "The invitation is withdrawn."),
            Map.entry("dismissed", "Removed from those who teach the course."),
            Map.entry("handed", "The course is handed over. You are co-teacher now."),
            Map.entry("teaching", "You teach this course now."),
            Map.entry("assisting", "You assist in this course now."),
            Map.entry("owner", "The course needs a teacher. Hand it over to a co-teacher first; then you can leave."));

    private CourseNotices() {}

    /** Nothing for a word that is none of ours. */
    public static String of(@Nullable String done) {
        return done == null ? "" : SENTENCES.getOrDefault(done, "");
    }
}
