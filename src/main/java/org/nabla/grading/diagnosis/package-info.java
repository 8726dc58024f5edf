/** Which mistake a wrong answer looks like. */
@NullMarked
package org.nabla.grading.diagnosis;

import org.jspecify.annotations.NullMarked;
