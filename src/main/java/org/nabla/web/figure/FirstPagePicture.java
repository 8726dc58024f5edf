package org.nabla.web.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * The picture of the first page: contours of Himmelblau's function, which has four minima, and the way that gradient descent
 * takes on it. Computed, like every figure here.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Himmelblau%27s_function">Himmelblau's function</a>
 */
final class FirstPagePicture {

    static final Point START = new Point(-0.35, -1.25);
    static final int STEPS = 40;
    static final double RATE = 0.006;

    private static final Window WINDOW = new Window(-5.4, 5.4, -5, 5);
    private static final int NODES = 72;
    private static final int LEVELS = 11;
    private static final double STEP = 2.2;
    private static final double SCALE = 48;

    private FirstPagePicture() {}

    static double value(Point p) {
        double a = p.x() * p.x() + p.y() - 11;
        double b = p.x() + p.y() * p.y() - 7;
        return a * a + b * b;
    }

    static List<Point> descent() {
        var path = new ArrayList<Point>(List.of(START));
        for (int i = 0; i < STEPS; i++) {
            var p = path.get(i);
            double a = p.x() * p.x() + p.y() - 11;
            double b = p.x() + p.y() * p.y() - 7;
            double dx = 4 * p.x() * a + 2 * b;
            double dy = 2 * a + 4 * p.y() * b;
            path.add(new Point(p.x() - RATE * dx, p.y() - RATE * dy));
        }
        return path;
    }

    static String svg() {
        var svg = new Svg()
                .raw("<svg class=\"plot landscape\" viewBox=\"0 0 " + Svg.number(WINDOW.width() * SCALE) + " "
                        + Svg.number(WINDOW.height() * SCALE) + "\" aria-hidden=\"true\" focusable=\"false\">");
        var roots = roots();
        for (int i = 1; i <= LEVELS; i++) {
            var style = "class=\"line\" stroke-opacity=\"" + Math.round(100 - 70.0 * i / LEVELS) / 100.0 + "\"";
            for (var line : Contours.of(roots, i * STEP)) {
                svg.path(style, line.stream().map(FirstPagePicture::placed).toList(), false);
            }
        }
        var path = descent().stream().map(FirstPagePicture::placed).toList();
        svg.path("class=\"arrow\"", path, false);
        path.forEach(p -> svg.raw("<circle class=\"step\" r=\"3.2\" cx=\"" + Svg.number(p.x()) + "\" cy=\""
                + Svg.number(p.y()) + "\"/>"));
        return svg.raw("</svg>").toString();
    }

    /** Equal steps of the root show the flat bottoms, which equal steps of the value would leave white. */
    private static Grid roots() {
        var grid = new Grid(NODES, NODES, new double[NODES * NODES], WINDOW);
        for (int i = 0; i < grid.values().length; i++) {
            grid.values()[i] = Math.sqrt(value(grid.place(i % NODES, i / NODES)));
        }
        return grid;
    }

    private static Point placed(Point p) {
        return new Point((p.x() - WINDOW.left()) * SCALE, (WINDOW.top() - p.y()) * SCALE);
    }
}
