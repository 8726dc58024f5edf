/** Who had which numbers in an exercise. */
@NullMarked
package org.nabla.gradebook.variants;

import org.jspecify.annotations.NullMarked;
