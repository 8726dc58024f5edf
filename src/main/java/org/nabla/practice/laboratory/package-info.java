/** The gradient-descent laboratory: a loss, a start, a learning rate and a momentum, and the path that follows from them. */
@NullMarked
package org.nabla.practice.laboratory;

import org.jspecify.annotations.NullMarked;
