/** Real numbers to any precision, each with a proven bound of its error: what decides where doubles cannot. */
@NullMarked
package org.nabla.math.ball;

import org.jspecify.annotations.NullMarked;
