/** Answers graded anew, after a correction or because a teacher says so. */
@NullMarked
package org.nabla.gradebook.regrading;

import org.jspecify.annotations.NullMarked;
