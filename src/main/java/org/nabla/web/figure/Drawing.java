package org.nabla.web.figure;

import java.util.List;
import java.util.Optional;

/**
 * A figure made ready to be drawn: everything is a line, an area, an arrow or a dot.
 *
 * @param axes the letters of the two axes; none where none are drawn
 * @param scene what is drawn in space instead; empty for a figure of the plane
 * @param asked what is to be placed in it; empty for a figure that only shows
 */
record Drawing(Window window, List<String> axes, List<Shape> shapes, Optional<Scene> scene, Optional<Asked> asked) {}
