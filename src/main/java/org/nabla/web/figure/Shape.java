package org.nabla.web.figure;

import java.util.List;

/** One thing in a drawing, in the units of the figure. */
sealed interface Shape {

    /** What a shape is called in the script's data and in the style sheet. */
    String kind();

    /**
     * A line through points.
     *
     * @param weight from 0 to 1: how strongly it is drawn, which tells high contours from low ones
     */
    record Line(List<Point> points, double weight, String label) implements Shape {
        @Override
        public String kind() {
            return "line";
        }
    }

    /** The inside of a closed line; {@code chosen} where it is the answer of an example. */
    record Area(List<Point> outline, String label, boolean chosen) implements Shape {
        @Override
        public String kind() {
            return "area";
        }
    }

    /** An arrow; a {@code thin} one is one of many, as in a vector field. Its label stands at its tip, or in its middle. */
    record Arrow(Point from, Point to, String label, boolean thin, boolean middle) implements Shape {
        @Override
        public String kind() {
            return "arrow";
        }
    }

    /** A way from point to point, each of them marked. */
    record Path(List<Point> points) implements Shape {
        @Override
        public String kind() {
            return "path";
        }
    }

    /** A marked point. */
    record Dot(Point at, String label) implements Shape {
        @Override
        public String kind() {
            return "dot";
        }
    }
}
