package org.nabla.teaching;

import org.nabla.classroom.CourseMoment;

/**
 * An assignment that is due within a week, for all or for a section with a date of its own.
 *
 * @param done how many of the learners for whom this date holds have handed something in
 * @param section empty where it is the date of all
 */
record DueSoon(
        String course, String title, String address, CourseMoment due, long done, long learners, String section) {}
