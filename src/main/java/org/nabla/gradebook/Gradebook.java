package org.nabla.gradebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.account.UserId;
import org.nabla.classroom.Enrolled;
import org.nabla.classroom.assignment.Assignment;

/**
 * The marks of a course.
 *
 * @param learners by name
 * @param assignments in the order in which they are due
 */
record Gradebook(List<Enrolled> learners, List<Assignment> assignments, Map<UserId, Map<Long, Mark>> marks) {

    Optional<Mark> mark(Enrolled learner, Assignment assignment) {
        return Optional.ofNullable(marks.getOrDefault(learner.id(), Map.of()).get(assignment.id()));
    }

    /** All points that a learner has. */
    double points(Enrolled learner) {
        return assignments.stream()
                .flatMap(a -> mark(learner, a).flatMap(Mark::points).stream())
                .mapToDouble(p -> p)
                .sum();
    }

    /**
     * Which share a learner has of what was due by now, extensions included: what is excused or stays empty is left out.
     *
     * @return empty where nothing was due
     */
    Optional<Double> shareOfDue(Enrolled learner) {
        var due = assignments.stream()
                .filter(a -> mark(learner, a).filter(Mark::counts).isPresent())
                .toList();
        var possible = due.stream().mapToDouble(Assignment::points).sum();
        var got = due.stream()
                .mapToDouble(a -> mark(learner, a).flatMap(Mark::points).orElse(0.0))
                .sum();
        return possible == 0 ? Optional.empty() : Optional.of(got / possible);
    }
}
