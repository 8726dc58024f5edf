package org.nabla.web.figure;

import java.util.List;

/** One thing in a drawing, in the units of the figure. */
sealed interface Shape {

    /** Hands this shape to the method for its kind. */
    void to(Pen pen);

    /** What does one thing with each kind of shape; what it leaves out it does not draw. */
    interface Pen {
        default void line(Line line) {}

        default void area(Area area) {}

        default void arrow(Arrow arrow) {}

        default void path(Path path) {}

        default void dot(Dot dot) {}
    }

    /**
     * A line through points.
     *
     * @param weight from 0 to 1: how strongly it is drawn, which tells high contours from low ones
     */
    record Line(List<Point> points, double weight, String label) implements Shape {
        @Override
        public void to(Pen pen) {
            pen.line(this);
        }
    }

    /** The inside of a closed line; {@code chosen} where it is the answer of an example. */
    record Area(List<Point> outline, String label, boolean chosen) implements Shape {
        @Override
        public void to(Pen pen) {
            pen.area(this);
        }
    }

    /** An arrow; a {@code thin} one is one of many, as in a vector field. Its label stands at its tip, or in its middle. */
    record Arrow(Point from, Point to, String label, boolean thin, boolean middle) implements Shape {
        @Override
        public void to(Pen pen) {
            pen.arrow(this);
        }
    }

    /** A way from point to point, each of them marked. */
    record Path(List<Point> points) implements Shape {
        @Override
        public void to(Pen pen) {
            pen.path(this);
        }
    }

    /** A marked point. */
    record Dot(Point at, String label) implements Shape {
        @Override
        public void to(Pen pen) {
            pen.dot(this);
        }
    }
}
