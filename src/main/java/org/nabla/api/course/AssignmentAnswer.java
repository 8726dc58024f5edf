package org.nabla.api.course;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.marking.Terms;
import org.nabla.classroom.seat.Seat;

/**
 * An assignment as JSON says it. Times are moments in UTC.
 *
 * @param closes until when late answers count
 * @param sections the dates of sections that have their own
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record AssignmentAnswer(
        int number,
        String title,
        Instant opens,
        Instant due,
        Instant closes,
        double points,
        List<ProblemAnswer> problems,
        List<SectionTimes> sections,
        String page) {

    /** One exercise. @param own whether each learner has numbers of their own */
    record ProblemAnswer(int position, String template, double points, boolean own) {}

    /** The dates of one section. */
    record SectionTimes(long section, Instant opens, Instant due, Instant closes) {}

    static AssignmentAnswer of(Assignment assignment, Map<Long, Terms> sections, Seat seat) {
        var all = assignment.rules().terms();
        return new AssignmentAnswer(
                assignment.number(),
                assignment.title(),
                all.opens(),
                all.due(),
                all.closes(),
                assignment.points(),
                assignment.problems().stream()
                        .map(problem -> new ProblemAnswer(
                                problem.position(),
                                problem.template().value(),
                                problem.points(),
                                problem.shared().isEmpty()))
                        .toList(),
                sections.entrySet().stream()
                        .filter(own -> seat.seesSection(own.getKey()))
                        .map(own -> new SectionTimes(
                                own.getKey(),
                                own.getValue().opens(),
                                own.getValue().due(),
                                own.getValue().closes()))
                        .toList(),
                assignment.address());
    }
}
