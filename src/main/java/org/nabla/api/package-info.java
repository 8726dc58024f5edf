/** The checker and the exercises for other programs: stateless, JSON in and out. */
@NullMarked
package org.nabla.api;

import org.jspecify.annotations.NullMarked;
