package org.nabla.api.course;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.nabla.classroom.seat.Seat;
import org.nabla.classroom.seat.Section;

/**
 * A course as JSON says it.
 *
 * @param zone in which its dates are meant
 * @param role what the owner of the token is in it: {@code teacher}, {@code co_teacher} or {@code assistant}
 * @param sections whose learners they see
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record CourseAnswer(
        long id, String title, String zone, boolean archived, String role, List<SectionAnswer> sections, String page) {

    /** A group of the course. */
    record SectionAnswer(long id, String title) {}

    static CourseAnswer of(Seat seat, List<Section> sections) {
        return new CourseAnswer(
                seat.course(),
                seat.title(),
                seat.zone().getId(),
                seat.archived(),
                seat.role().name().toLowerCase(Locale.ROOT),
                sections.stream()
                        .filter(section -> seat.seesSection(section.id()))
                        .map(section -> new SectionAnswer(section.id(), section.title()))
                        .toList(),
                seat.address());
    }
}
