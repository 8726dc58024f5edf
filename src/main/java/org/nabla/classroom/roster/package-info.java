/** Rosters: lists of learners that a teacher brings as a file, compared with the course before anything happens. */
@NullMarked
package org.nabla.classroom.roster;

import org.jspecify.annotations.NullMarked;
