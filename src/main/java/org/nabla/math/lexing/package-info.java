/** Typed text, Unicode and LaTeX as tokens, with the place at which each stands. */
@NullMarked
package org.nabla.math.lexing;

import org.jspecify.annotations.NullMarked;
