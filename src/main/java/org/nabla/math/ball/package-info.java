/** Arithmetic of any precision whose results carry a proven error. */
@NullMarked
package org.nabla.math.ball;

import org.jspecify.annotations.NullMarked;
