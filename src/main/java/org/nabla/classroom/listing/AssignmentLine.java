package org.nabla.classroom.listing;

import java.util.Optional;
import org.nabla.classroom.CourseMoment;

/**
 * An assignment in a list.
 *
 * @param state where in its life it is, in a word for the style sheet
 * @param word the same for readers
 * @param done what the learner has reached, or how many learners have begun; empty where nothing is to be said
 */
record AssignmentLine(
        String address,
        String title,
        String state,
        String word,
        CourseMoment due,
        Optional<CourseMoment> closes,
        String done) {}
