/** Answers that are picked from what is offered. */
@NullMarked
package org.nabla.grading.choice;

import org.jspecify.annotations.NullMarked;
