/** The people of a course: learners, teachers, invitations, joining. */
@NullMarked
package org.nabla.classroom.people;

import org.jspecify.annotations.NullMarked;
