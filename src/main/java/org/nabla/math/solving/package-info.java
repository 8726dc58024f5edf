/** Equations, and the zeros of expressions, exactly. */
@NullMarked
package org.nabla.math.solving;

import org.jspecify.annotations.NullMarked;
