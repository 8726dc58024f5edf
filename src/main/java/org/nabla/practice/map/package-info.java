/** The skills as a picture: the areas and what they build on, and each chapter with what its skills need. */
@NullMarked
package org.nabla.practice.map;

import org.jspecify.annotations.NullMarked;
