/** Derivatives, integrals and limits by rule. */
@NullMarked
package org.nabla.math.calculus;

import org.jspecify.annotations.NullMarked;
