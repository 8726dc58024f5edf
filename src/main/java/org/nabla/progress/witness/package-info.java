/** The second witness: what the algebra system says of each judged answer, and where it contradicts the verdict. */
@NullMarked
package org.nabla.progress.witness;

import org.jspecify.annotations.NullMarked;
