package org.nabla.classroom.course;

import io.quarkus.qute.RawString;
import java.util.List;
import java.util.Optional;
import org.nabla.classroom.CourseMoment;
import org.nabla.classroom.member.CourseTeacher;
import org.nabla.classroom.seat.Seat;

/**
 * The page of a course.
 *
 * @param learners how many are in it, for its teachers
 * @param code what opens it to learners now, for its teachers
 * @param link the whole address of the door, for its teachers
 * @param notice what has just been done, in a sentence; empty where nothing
 * @param panels what other features show of the course
 */
record CoursePage(
        Seat seat,
        List<CourseTeacher> teachers,
        int learners,
        Optional<CodeView> code,
        String notice,
        List<RawString> panels) {

    /** A code as it is shown and handed on. */
    record CodeView(String shown, String address, String link, CourseMoment until) {}

    public String zone() {
        return CourseMoment.zoneName(seat.zone());
    }

    public String teacherNames() {
        return String.join(", ", teachers.stream().map(CourseTeacher::name).toList());
    }
}
