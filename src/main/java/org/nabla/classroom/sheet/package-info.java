/** The exercises of an assignment, laid out for one learner. */
@NullMarked
package org.nabla.classroom.sheet;

import org.jspecify.annotations.NullMarked;
