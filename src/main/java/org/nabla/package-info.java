/** Practice for multivariable calculus: the entry point and the few beans that belong to no feature. */
@NullMarked
package org.nabla;

import org.jspecify.annotations.NullMarked;
