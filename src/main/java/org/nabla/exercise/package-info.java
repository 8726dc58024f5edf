/** Templates as data, and the exercises that are generated from them. Plain Java: the same template and seed give the same exercise. */
@NullMarked
package org.nabla.exercise;

import org.jspecify.annotations.NullMarked;
