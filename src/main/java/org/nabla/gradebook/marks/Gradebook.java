package org.nabla.gradebook.marks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nabla.account.UserId;
import org.nabla.classroom.assignment.Assignment;
import org.nabla.classroom.member.Enrolled;

/**
 * The marks of a course.
 *
 * @param learners by name
 * @param assignments in the order in which they are due
 * @param weighing how one number is made of a learner's marks
 */
public record Gradebook(
        List<Enrolled> learners, List<Assignment> assignments, Map<UserId, Map<Long, Mark>> marks, Weighing weighing) {

    public Optional<Mark> mark(Enrolled learner, Assignment assignment) {
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
    public Optional<Double> shareOfDue(Enrolled learner) {
        return weighing.share(assignments.stream()
                .flatMap(a -> mark(learner, a).filter(Mark::counts).stream()
                        .map(m -> new Weighing.Counted(a.id(), m.points().orElse(0.0), a.points())))
                .toList());
    }

    /** What those have on average who have a mark at all. */
    OptionalDouble average(Assignment assignment) {
        return learners.stream()
                .flatMap(l -> mark(l, assignment).flatMap(Mark::points).stream())
                .mapToDouble(p -> p)
                .average();
    }

    /** The average share of what was due. */
    OptionalDouble average() {
        return shares().mapToDouble(s -> s).average();
    }

    /** The shares of all learners of whom something was due. */
    Stream<Double> shares() {
        return learners.stream().flatMap(l -> shareOfDue(l).stream());
    }

    /** The shares of all who have a mark at one assignment. */
    Stream<Double> shares(Assignment assignment) {
        return assignment.points() == 0
                ? Stream.of()
                : learners.stream()
                        .flatMap(l -> mark(l, assignment).flatMap(Mark::points).stream())
                        .map(points -> points / assignment.points());
    }

    /** The same of these learners alone. */
    Gradebook of(List<Enrolled> some) {
        return new Gradebook(some, assignments, marks, weighing);
    }

    /** The same without some assignments. */
    Gradebook without(java.util.Set<Long> hidden) {
        return new Gradebook(
                learners,
                assignments.stream().filter(a -> !hidden.contains(a.id())).collect(Collectors.toList()),
                marks,
                weighing);
    }
}
