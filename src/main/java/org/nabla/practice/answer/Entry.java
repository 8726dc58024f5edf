package org.nabla.practice.answer;

import java.util.List;
import org.nabla.account.UserId;
import org.nabla.query.Select;

/** Whether somebody may answer here: seen to together with what they answered before, which costs one way to the database. */
public interface Entry {
    /** For everybody. */
    Entry OPEN = new Entry() {};

    /** What {@link #enter} asks the database anyway. */
    default List<Select<?>> askedToEnter(UserId learner) {
        return List.of();
    }

    /** Called in a look at the database, before anything is judged; throws what sends somebody elsewhere. */
    default void enter(UserId learner) {}
}
