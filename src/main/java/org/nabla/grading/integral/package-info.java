/** Answers that are iterated integrals, set up and not computed. */
@NullMarked
package org.nabla.grading.integral;

import org.jspecify.annotations.NullMarked;
