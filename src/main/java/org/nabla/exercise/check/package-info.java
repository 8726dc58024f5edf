/** The checks that a template must pass, and the command that runs them. */
@NullMarked
package org.nabla.exercise.check;

import org.jspecify.annotations.NullMarked;
