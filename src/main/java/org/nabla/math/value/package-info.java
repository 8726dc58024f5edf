/** Trees compiled to programs, and these evaluated in doubles, intervals and balls. */
@NullMarked
package org.nabla.math.value;

import org.jspecify.annotations.NullMarked;
