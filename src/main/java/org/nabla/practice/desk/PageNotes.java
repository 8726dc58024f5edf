package org.nabla.practice.desk;

import java.util.List;
import org.nabla.account.UserId;
import org.nabla.exercise.Exercise;
import org.nabla.query.Select;

/** Gives messages that appear on a learner's page of an exercise. Each feature that has some is a bean of this type. */
public interface PageNotes {
    List<PageNote> of(UserId learner, Exercise exercise);

    /** What {@link #of} asks the database, so that a page can ask it together with all else. */
    Select<?> asked(UserId learner, Exercise exercise);
}
