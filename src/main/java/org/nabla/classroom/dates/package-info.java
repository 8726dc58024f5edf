/** The pages on which dates are changed: for all, for a section, for one learner, for another time zone. */
@NullMarked
package org.nabla.classroom.dates;

import org.jspecify.annotations.NullMarked;
