/** The page on which a teacher begins: what is due, who is stuck, what is doubted, what was read, what is unfinished. */
@NullMarked
package org.nabla.teaching;

import org.jspecify.annotations.NullMarked;
