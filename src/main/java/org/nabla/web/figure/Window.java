package org.nabla.web.figure;

/** The part of the plane that is shown. */
record Window(double left, double right, double bottom, double top) {

    static final Window DEFAULT = new Window(-5, 5, -5, 5);

    double width() {
        return right - left;
    }

    double height() {
        return top - bottom;
    }

    boolean isSensible() {
        return width() > 0 && height() > 0 && Double.isFinite(width()) && Double.isFinite(height());
    }

    /** A little beyond its edges still counts: a point on the edge is drawn whole. */
    boolean contains(Point p) {
        double dx = width() / 50;
        double dy = height() / 50;
        return p.x() >= left - dx && p.x() <= right + dx && p.y() >= bottom - dy && p.y() <= top + dy;
    }
}
