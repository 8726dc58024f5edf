/** A template and a seed made into an exercise. */
@NullMarked
package org.nabla.exercise.generator;

import org.jspecify.annotations.NullMarked;
