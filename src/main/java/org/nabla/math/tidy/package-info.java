/** Trees as a textbook writes them: terms in order, fractions cancelled, nothing clumsy left. */
@NullMarked
package org.nabla.math.tidy;

import org.jspecify.annotations.NullMarked;
