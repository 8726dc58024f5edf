/** The pages of courses: list, front page, settings, log. */
@NullMarked
package org.nabla.classroom.course;

import org.jspecify.annotations.NullMarked;
