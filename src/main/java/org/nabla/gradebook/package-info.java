/** What teachers learn from the work of a course: marks and their export, and the mistakes that were made. */
@NullMarked
package org.nabla.gradebook;

import org.jspecify.annotations.NullMarked;
