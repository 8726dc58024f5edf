/** Who comes next, where many wait. */
@NullMarked
package org.nabla.line;

import org.jspecify.annotations.NullMarked;
