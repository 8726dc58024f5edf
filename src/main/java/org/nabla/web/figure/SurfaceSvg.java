package org.nabla.web.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A surface as SVG, seen from above and the side: shaded tiles, the far ones first. What stands where no script runs, and on paper. */
final class SurfaceSvg {

    private static final int TILES = 26;
    private static final int SHADES = 8;
    private static final double TURN = Math.toRadians(-58);
    private static final double TILT = Math.toRadians(26);
    private static final double SIZE = 219;

    /** Of one scale with the flat ones, so that labels are of one size. */
    static final int WIDTH = 350;

    static final int HEIGHT = 278;

    private record Space(double x, double y, double z) {}

    private record Tile(List<Point> corners, double depth, int shade) {}

    private final Drawing drawing;
    private final Grid grid;
    private final double low;
    private final double high;
    private final Svg svg = new Svg();

    private SurfaceSvg(Drawing drawing, Grid grid) {
        this.drawing = drawing;
        this.grid = grid;
        this.low = grid.lowest();
        this.high = Math.max(grid.highest(), low + 1e-9);
    }

    static String of(Drawing drawing, Grid grid) {
        return new SurfaceSvg(drawing, grid).write();
    }

    private String write() {
        svg.raw("<svg class=\"plot\" viewBox=\"0 0 " + WIDTH + " " + HEIGHT
                + "\" aria-hidden=\"true\" focusable=\"false\">");
        floor();
        tiles().forEach(t -> svg.path("class=\"s" + t.shade() + "\"", t.corners(), true));
        return svg.raw("</svg>").toString();
    }

    private void floor() {
        var a = seen(new Space(0, 0, 0));
        var b = seen(new Space(1, 0, 0));
        var c = seen(new Space(1, 1, 0));
        var d = seen(new Space(0, 1, 0));
        svg.path("class=\"grid\" fill=\"none\"", List.of(a, b, c, d), true);
        svg.line("zero", d, seen(new Space(0, 1, 1)));
        var w = drawing.window();
        svg.text(
                "tick",
                "end",
                new Point(a.x() - 4, a.y() + 14),
                "(" + Ticks.text(w.left()) + ", " + Ticks.text(w.bottom()) + ")");
        svg.label("axis", "middle", middle(a, b, 18), drawing.axes().get(0));
        svg.label("axis", "middle", middle(b, c, 22), drawing.axes().get(1));
        svg.text("tick", "end", new Point(d.x() - 6, d.y() + 4), Ticks.text(round(low)));
        var top = seen(new Space(0, 1, 1));
        svg.text("tick", "end", new Point(top.x() - 6, top.y() + 4), Ticks.text(round(high)));
    }

    private static Point middle(Point a, Point b, double down) {
        return new Point((a.x() + b.x()) / 2, (a.y() + b.y()) / 2 + down);
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private List<Tile> tiles() {
        var tiles = new ArrayList<Tile>();
        int across = Math.min(TILES, grid.columns() - 1);
        int up = Math.min(TILES, grid.rows() - 1);
        for (int i = 0; i < across; i++) {
            for (int j = 0; j < up; j++) {
                var a = node(i, across, j, up);
                var b = node(i + 1, across, j, up);
                var c = node(i + 1, across, j + 1, up);
                var d = node(i, across, j + 1, up);
                if (Double.isFinite(a.z + b.z + c.z + d.z)) {
                    var corners = List.of(seen(a), seen(b), seen(c), seen(d));
                    tiles.add(new Tile(corners, depth(a) + depth(c), shade(a, b, c, d)));
                }
            }
        }
        tiles.sort(Comparator.comparingDouble(Tile::depth).reversed());
        return tiles;
    }

    private Space node(int i, int across, int j, int up) {
        int column = (int) Math.round((double) i * (grid.columns() - 1) / across);
        int row = (int) Math.round((double) j * (grid.rows() - 1) / up);
        return new Space(
                column / (grid.columns() - 1.0),
                row / (grid.rows() - 1.0),
                (grid.at(column, row) - low) / (high - low));
    }

    /** On paper: turned about the vertical, then tilted towards the reader. */
    private static Point seen(Space p) {
        double x = p.x - 0.5;
        double y = p.y - 0.5;
        double across = x * Math.cos(TURN) - y * Math.sin(TURN);
        double away = x * Math.sin(TURN) + y * Math.cos(TURN);
        double height = (p.z - 0.5) * 0.62;
        return new Point(175 + SIZE * across, 142 - SIZE * (height * Math.cos(TILT) + away * Math.sin(TILT)));
    }

    private static double depth(Space p) {
        return (p.x - 0.5) * Math.sin(TURN) + (p.y - 0.5) * Math.cos(TURN);
    }

    /** How far the tile faces a light from the upper left: 0 dark to 7 bright. */
    private static int shade(Space a, Space b, Space c, Space d) {
        double dx = (b.z + c.z - a.z - d.z) / (b.x + c.x - a.x - d.x) * 0.62;
        double dy = (c.z + d.z - a.z - b.z) / (c.y + d.y - a.y - b.y) * 0.62;
        double length = Math.sqrt(dx * dx + dy * dy + 1);
        double light = (-dx * -0.45 + -dy * -0.35 + 0.82) / length;
        return (int) Math.max(0, Math.min(SHADES - 1, Math.floor((light - 0.15) / 0.85 * SHADES)));
    }
}
