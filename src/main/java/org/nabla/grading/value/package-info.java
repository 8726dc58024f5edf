/** Answers that are values: numbers, expressions, limits, vectors, matrices, directions, antiderivatives. */
@NullMarked
package org.nabla.grading.value;

import org.jspecify.annotations.NullMarked;
