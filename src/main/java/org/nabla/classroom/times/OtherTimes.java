package org.nabla.classroom.times;

import java.util.Optional;
import org.nabla.classroom.seat.Section;

/** What is to become other of the times that learners have in all assignments of a course. */
public sealed interface OtherTimes {

    /** They are in this section, or in none. */
    record InSection(Optional<Section> section) implements OtherTimes {}

    /** They have this much more time. */
    record With(Accommodation given) implements OtherTimes {}
}
