package org.nabla.web.figure;

/** A point of the plane, in the units of the figure or of the drawing. */
record Point(double x, double y) {

    double distance(Point other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    /** The point at this part of the way to another. */
    Point towards(Point other, double part) {
        return new Point(x + part * (other.x - x), y + part * (other.y - y));
    }

    boolean isFinite() {
        return Double.isFinite(x) && Double.isFinite(y);
    }
}
