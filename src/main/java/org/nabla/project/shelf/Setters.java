package org.nabla.project.shelf;

import java.util.List;
import java.util.Optional;
import org.nabla.account.UserId;

/** Tells who may set projects to others. A feature with courses is a bean of this type. */
public interface Setters {

    /** The courses in which somebody may; empty for whoever does not teach. */
    Optional<List<Course>> courses(UserId user);

    /** A course by its number. */
    record Course(long id, String title) {}
}
