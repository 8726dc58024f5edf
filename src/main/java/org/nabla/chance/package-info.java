/** Random numbers that are the same for a name and a seed on every machine, for ever. */
@NullMarked
package org.nabla.chance;

import org.jspecify.annotations.NullMarked;
