/** Other times for one learner or a section, and who is told before they hold. */
@NullMarked
package org.nabla.classroom.times;

import org.jspecify.annotations.NullMarked;
