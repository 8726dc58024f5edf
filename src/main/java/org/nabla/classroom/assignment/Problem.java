package org.nabla.classroom.assignment;

import java.util.List;
import java.util.Optional;
import org.nabla.classroom.marking.Attempted;
import org.nabla.classroom.marking.Marking;
import org.nabla.classroom.marking.ProblemMark;
import org.nabla.classroom.marking.Terms;
import org.nabla.exercise.ExerciseId;

/**
 * One problem of an assignment.
 *
 * @param position from 1: its number on the page and in the address
 * @param shared the exercise that all learners have; empty where each has their own
 * @param fullMarks whether whoever answered has all points, because a teacher said so
 * @param foretold whether a prediction is asked: the first answer is the only one, and has the points for being given
 */
public record Problem(
        long course,
        long id,
        int position,
        ExerciseId template,
        double points,
        Optional<Long> shared,
        boolean fullMarks,
        boolean foretold) {

    /** What attempts are worth, by the rules and by the teacher's word. */
    ProblemMark mark(Marking marking, List<Attempted> tries, Terms terms) {
        var computed = foretold
                ? marking.markAnswering(tries, terms.due(), terms.closes())
                : marking.mark(tries, terms.due(), terms.closes());
        return fullMarks && !tries.isEmpty() ? computed.inFull() : computed;
    }

    /** The same with or without all points for whoever answered. */
    public Problem inFull(boolean full) {
        return new Problem(course, id, position, template, points, shared, full, foretold);
    }
}
