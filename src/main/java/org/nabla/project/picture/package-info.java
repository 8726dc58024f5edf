/** Draws the pictures of projects as SVG. */
@NullMarked
package org.nabla.project.picture;

import org.jspecify.annotations.NullMarked;
