/** Courses: who teaches and who learns in them, how one joins, and the log of what was done. */
@NullMarked
package org.nabla.classroom;

import org.jspecify.annotations.NullMarked;
