/** Numbers by another route: quadrature, difference quotients, limits by extrapolation. */
@NullMarked
package org.nabla.exercise.numeric;

import org.jspecify.annotations.NullMarked;
