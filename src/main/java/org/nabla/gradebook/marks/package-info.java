/** The marks of a course: computed, weighed, shown and written to files. */
@NullMarked
package org.nabla.gradebook.marks;

import org.jspecify.annotations.NullMarked;
