/** Tokens as trees: the grammar of the input language, its notices and its refusals. */
@NullMarked
package org.nabla.math.reading;

import org.jspecify.annotations.NullMarked;
