/** Answers that are equations, lines, planes or curves. */
@NullMarked
package org.nabla.grading.locus;

import org.jspecify.annotations.NullMarked;
