/** The face of grading: a key, a response, and the verdict. */
@NullMarked
package org.nabla.grading.grader;

import org.jspecify.annotations.NullMarked;
