/** Trees as plain text and as LaTeX, the way a textbook prints them. */
@NullMarked
package org.nabla.math.writing;

import org.jspecify.annotations.NullMarked;
