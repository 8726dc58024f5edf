package org.nabla.teaching;

import org.nabla.classroom.CourseMoment;

/** An assignment that is due within a week. @param done how many learners have handed something in */
record DueSoon(String course, String title, String address, CourseMoment due, long done, long learners) {}
