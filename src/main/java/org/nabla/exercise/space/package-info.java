/** Surfaces in space as meshes, as fine as a picture can show them. */
@NullMarked
package org.nabla.exercise.space;

import org.jspecify.annotations.NullMarked;
