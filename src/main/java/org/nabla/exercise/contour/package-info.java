/** Lines on which a function of two letters has one value, as exact as a picture can show them. */
@NullMarked
package org.nabla.exercise.contour;

import org.jspecify.annotations.NullMarked;
