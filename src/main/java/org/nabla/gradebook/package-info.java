/**
 * What teachers learn from the work of a course: its marks, and the mistakes that were made.
 *
 * <p>Its rooms: {@code marks} are computed, weighed, shown and written to files; {@code weights} sets how; {@code regrading} grades anew,
 * {@code variants} finds who had which numbers; {@code statistics}, {@code items} and {@code mistakes} say what went wrong.
 */
@NullMarked
package org.nabla.gradebook;

import org.jspecify.annotations.NullMarked;
