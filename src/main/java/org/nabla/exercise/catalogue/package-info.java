/** The templates that come with the program. */
@NullMarked
package org.nabla.exercise.catalogue;

import org.jspecify.annotations.NullMarked;
