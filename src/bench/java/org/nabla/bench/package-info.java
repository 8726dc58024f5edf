/** How fast the checker is. */
@NullMarked
package org.nabla.bench;

import org.jspecify.annotations.NullMarked;
