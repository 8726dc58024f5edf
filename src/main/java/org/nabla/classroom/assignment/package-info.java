/** Assignments and their storage: what was given to whom, opened, handed in and marked. */
@NullMarked
package org.nabla.classroom.assignment;

import org.jspecify.annotations.NullMarked;
