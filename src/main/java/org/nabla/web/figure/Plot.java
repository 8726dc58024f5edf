package org.nabla.web.figure;

/** Where the window lies on the paper of a flat drawing. Steps are equal on both axes unless that would make a ribbon. */
record Plot(Window window, double width, double height) {

    static final double LEFT = 38;
    static final double RIGHT = 22;
    static final double TOP = 26;
    static final double BOTTOM = 28;

    private static final double WIDEST = 430;
    private static final double HIGHEST = 470;

    static Plot of(Window window) {
        double ratio = window.height() / window.width();
        if (ratio < 0.4 || ratio > 2.5) {
            return new Plot(window, WIDEST, 320);
        }
        double width = Math.min(WIDEST, HIGHEST / ratio);
        return new Plot(window, width, width * ratio);
    }

    /** Inside the frame, from its upper left corner. */
    Point place(Point p) {
        return new Point(
                (p.x() - window.left()) / window.width() * width, (window.top() - p.y()) / window.height() * height);
    }
}
