/** Matrices and vectors of exact entries: determinants, inverses, eigenvalues. */
@NullMarked
package org.nabla.math.exact;

import org.jspecify.annotations.NullMarked;
