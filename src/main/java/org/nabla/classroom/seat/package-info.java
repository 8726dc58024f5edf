/** Who sits in which course, in which role and section, and how far their hand reaches. */
@NullMarked
package org.nabla.classroom.seat;

import org.jspecify.annotations.NullMarked;
