package org.nabla.classroom.assignment;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.nabla.account.UserId;
import org.nabla.classroom.marking.AssignmentRules;

/**
 * A problem set given to a course, with dates and rules.
 *
 * @param number counted in its course: its name in addresses
 */
public record Assignment(long id, long course, int number, AssignmentRules rules, List<Problem> problems) {

    public Assignment {
        problems = List.copyOf(problems);
    }

    /** The same under other rules. */
    Assignment with(AssignmentRules other) {
        return new Assignment(id, course, number, other, problems);
    }

    /** The same with another problem in its place. */
    public Assignment with(Problem other) {
        return new Assignment(
                id,
                course,
                number,
                rules,
                problems.stream().map(p -> p.id() == other.id() ? other : p).toList());
    }

    AssignmentKey key() {
        return new AssignmentKey(course, id);
    }

    public String title() {
        return rules.title();
    }

    public String address() {
        return "/courses/" + course + "/assignments/" + number;
    }

    public double points() {
        return problems.stream().mapToDouble(Problem::points).sum();
    }

    /**
     * The problems as a learner finds them: in the order of the set, or in one of their own, which stays the same. It is no secret,
     * only another one than their neighbor's.
     */
    public List<Problem> order(UserId learner) {
        return rules.timing().shuffled()
                ? problems.stream()
                        .sorted(Comparator.comparing(problem -> UUID.nameUUIDFromBytes(
                                (learner.value() + " " + problem.id()).getBytes(StandardCharsets.UTF_8))))
                        .toList()
                : problems;
    }

    public Optional<Problem> problem(int position) {
        return problems.stream().filter(p -> p.position() == position).findFirst();
    }
}
