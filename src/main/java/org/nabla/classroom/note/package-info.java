/** Notes from a teacher to a learner or a course. */
@NullMarked
package org.nabla.classroom.note;

import org.jspecify.annotations.NullMarked;
