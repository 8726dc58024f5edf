package org.nabla.classroom.assignment;

import java.util.List;
import java.util.Optional;
import org.nabla.classroom.marking.Attempted;
import org.nabla.classroom.marking.ProblemMark;
import org.nabla.exercise.ExerciseId;

/**
 * One problem of an assignment.
 *
 * @param position from 1: its number on the page and in the address
 * @param shared the exercise that all learners have; empty where each has their own
 * @param fullMarks whether whoever answered has all points, because a teacher said so
 */
public record Problem(
        long id, int position, ExerciseId template, double points, Optional<Long> shared, boolean fullMarks) {

    /** What the teacher's word makes of a mark. */
    ProblemMark worth(ProblemMark computed, List<Attempted> tries) {
        return fullMarks && !tries.isEmpty() ? computed.inFull() : computed;
    }

    /** The same with or without all points for whoever answered. */
    public Problem inFull(boolean full) {
        return new Problem(id, position, template, points, shared, full);
    }
}
