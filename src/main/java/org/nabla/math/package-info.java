/**
 * The language of expressions and the algebra over it: reading, writing, evaluating, differentiating and comparing.
 *
 * <p>Plain Java. Only this package knows Symja, and text that somebody typed never reaches it: the parser builds a tree
 * from the closed set of nodes of {@link org.nabla.math.Expression}, and only such trees are handed on.
 */
@NullMarked
package org.nabla.math;

import org.jspecify.annotations.NullMarked;
