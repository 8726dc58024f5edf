/** A form in which equal trees look the same, where there is one. */
@NullMarked
package org.nabla.math.canonical;

import org.jspecify.annotations.NullMarked;
