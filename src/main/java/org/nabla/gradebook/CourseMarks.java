package org.nabla.gradebook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.classroom.assignment.Assignment;

/** The marks of a course for other systems, as its gradebook shows them. */
@ApplicationScoped
public class CourseMarks {
    private final GradebookService gradebooks;

    CourseMarks(GradebookService gradebooks) {
        this.gradebooks = gradebooks;
    }

    /** @param points empty where somebody is excused, or there is nothing to say */
    public record Line(Assignment assignment, UserId learner, Optional<Double> points) {}

    @Transactional
    public List<Line> of(long course) {
        var gradebook = gradebooks.ofAll(course);
        var lines = new ArrayList<Line>();
        for (var assignment : gradebook.assignments()) {
            for (var learner : gradebook.learners()) {
                lines.add(new Line(
                        assignment,
                        learner.id(),
                        gradebook.mark(learner, assignment).flatMap(Mark::points)));
            }
        }
        return lines;
    }
}
