/** Translation of trees to Symja and back, and what is asked of it. The only package that knows Symja. */
@NullMarked
package org.nabla.math.symja;

import org.jspecify.annotations.NullMarked;
