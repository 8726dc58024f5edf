package org.nabla.classroom;

import io.quarkus.qute.RawString;
import org.nabla.classroom.seat.Seat;

/** A part of the page of a course that another feature fills. Each bean of this type stands on the page. */
public interface CoursePanel {

    /** Its HTML, for whoever has this seat. */
    RawString html(Seat seat);
}
