/** The log of what was done in a course. */
@NullMarked
package org.nabla.classroom.log;

import org.jspecify.annotations.NullMarked;
