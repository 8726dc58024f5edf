package org.nabla.classroom.member;

import java.util.List;
import org.nabla.account.UserId;
import org.nabla.classroom.seat.CourseRole;
import org.nabla.classroom.seat.Section;

/**
 * Somebody who teaches a course, or assists in it.
 *
 * @param sections those in which an assistant sees learners; empty where in all, or in none
 * @param all whether they see all learners
 */
public record CourseTeacher(
        UserId id, String name, String login, CourseRole role, List<Section> sections, boolean all) {

    /** The sections in words. */
    public String sectionTitles() {
        return String.join(", ", sections.stream().map(Section::title).toList());
    }

    /** Whether they are an assistant who sees the learners of this section. */
    public boolean assistsIn(Section section) {
        return role == CourseRole.ASSISTANT && (all || sections.contains(section));
    }
}
