package org.nabla.web.figure;

/** A point of the plane, in the units of the figure or of the drawing. */
record Point(double x, double y) {

    double distance(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    boolean isFinite() {
        return Double.isFinite(x) && Double.isFinite(y);
    }
}
