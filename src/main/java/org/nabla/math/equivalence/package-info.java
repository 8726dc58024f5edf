/** Whether two trees are the same function: yes, no or unknown, and how it is known. */
@NullMarked
package org.nabla.math.equivalence;

import org.jspecify.annotations.NullMarked;
