/** Answers that are intervals or regions. */
@NullMarked
package org.nabla.grading.realset;

import org.jspecify.annotations.NullMarked;
