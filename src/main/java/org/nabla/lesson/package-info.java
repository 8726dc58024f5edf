/** Lessons as pages: read at the top of a skill, folded beside an exercise, linked from a mistake. */
@NullMarked
package org.nabla.lesson;

import org.jspecify.annotations.NullMarked;
