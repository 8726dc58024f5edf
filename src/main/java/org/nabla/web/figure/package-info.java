/** Draws the figures of exercises from their data: an SVG that is always there, and what a script needs to bring it to life. */
@NullMarked
package org.nabla.web.figure;

import org.jspecify.annotations.NullMarked;
