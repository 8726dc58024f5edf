/** What the algebra system alone says of a judged response: the second witness. */
@NullMarked
package org.nabla.grading.witness;

import org.jspecify.annotations.NullMarked;
