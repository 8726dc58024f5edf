package org.nabla.web.figure;

import java.util.List;
import java.util.Optional;

/**
 * A figure made ready to be drawn: everything is a line, an area, an arrow or a dot.
 *
 * @param axes the letters of the two axes; none where none are drawn
 * @param surface to be drawn in space above the window
 * @param asked what is to be placed in it; empty for a figure that only shows
 */
record Drawing(Window window, List<String> axes, List<Shape> shapes, Optional<Grid> surface, Optional<Asked> asked) {}
