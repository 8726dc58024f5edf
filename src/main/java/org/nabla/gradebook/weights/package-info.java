/** The page on which marks are weighed. */
@NullMarked
package org.nabla.gradebook.weights;

import org.jspecify.annotations.NullMarked;
