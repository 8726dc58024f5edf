package org.nabla.web.figure;

/**
 * Where the window lies on the paper of a flat drawing. Steps are equal on both axes unless that would make a ribbon. The
 * paper is as wide as a phone at most: then every figure is drawn at the same scale, and its labels are of one size.
 */
record Plot(Window window, double width, double height) {

    static final double LEFT = 36;
    static final double RIGHT = 22;
    static final double TOP = 24;
    static final double BOTTOM = 24;

    private static final double WIDEST = 288;
    private static final double HIGHEST = 252;
    private static final double RIBBON = 190;

    static Plot of(Window window) {
        double ratio = window.height() / window.width();
        if (ratio < 0.4 || ratio > 2.5) {
            return new Plot(window, WIDEST, RIBBON);
        }
        double width = Math.min(WIDEST, HIGHEST / ratio);
        return new Plot(window, width, width * ratio);
    }

    double paperWidth() {
        return LEFT + width + RIGHT;
    }

    double paperHeight() {
        return TOP + height + BOTTOM;
    }

    /** Inside the frame, from its upper left corner. */
    Point place(Point p) {
        return new Point(
                (p.x() - window.left()) / window.width() * width, (window.top() - p.y()) / window.height() * height);
    }
}
