package org.nabla.web.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** A flat drawing as SVG. Colours and strokes are the style sheet's; this says what is a line, an area, an arrow, a dot. */
final class FlatSvg {

    private static final double HEAD = 11;
    private static final double THIN_HEAD = 5;

    private final Drawing drawing;
    private final Plot plot;
    private final Svg svg = new Svg();
    private final Set<String> named = new HashSet<>();
    private final List<Point> labels = new ArrayList<>();

    private FlatSvg(Drawing drawing) {
        this.drawing = drawing;
        this.plot = Plot.of(drawing.window());
    }

    static String of(Drawing drawing) {
        return new FlatSvg(drawing).write();
    }

    private String write() {
        svg.raw("<svg class=\"plot\" viewBox=\"0 0 " + Svg.number(Plot.LEFT + plot.width() + Plot.RIGHT) + " "
                + Svg.number(Plot.TOP + plot.height() + Plot.BOTTOM)
                + "\" aria-hidden=\"true\" focusable=\"false\"><g transform=\"translate(" + Svg.number(Plot.LEFT) + " "
                + Svg.number(Plot.TOP) + ")\">");
        if (!drawing.axes().isEmpty()) {
            axes();
        }
        // The inner picture cuts off what leaves the window; dots and labels stand above it.
        svg.raw("<svg width=\"" + Svg.number(plot.width()) + "\" height=\"" + Svg.number(plot.height()) + "\">");
        drawing.shapes().forEach(this::stroke);
        svg.raw("</svg>");
        drawing.shapes().forEach(this::mark);
        return svg.raw("</g></svg>").toString();
    }

    private void axes() {
        var w = drawing.window();
        for (double x : Ticks.between(w.left(), w.right(), 8)) {
            double at = plot.place(new Point(x, 0)).x();
            svg.line(x == 0 ? "zero" : "grid", new Point(at, 0), new Point(at, plot.height()));
            svg.text("tick", "middle", new Point(at, plot.height() + 19), Ticks.text(x));
        }
        for (double y : Ticks.between(w.bottom(), w.top(), 8)) {
            double at = plot.place(new Point(0, y)).y();
            svg.line(y == 0 ? "zero" : "grid", new Point(0, at), new Point(plot.width(), at));
            svg.text("tick", "end", new Point(-8, at + 4), Ticks.text(y));
        }
        svg.text( // beside the end of the axis, clear of the last tick below it
                "axis",
                "middle",
                new Point(plot.width() + 11, plot.height() + 4),
                drawing.axes().get(0));
        svg.text("axis", "middle", new Point(0, -9), drawing.axes().get(1));
    }

    private void stroke(Shape shape) {
        if (shape instanceof Shape.Line line) {
            var weight = line.weight() < 1 ? " stroke-opacity=\"" + Math.round(line.weight() * 100) / 100.0 + "\"" : "";
            svg.path("class=\"line\"" + weight, placed(line.points()), false);
        } else if (shape instanceof Shape.Area area) {
            svg.path("class=\"area\"" + option(area), placed(area.outline()), true);
        } else if (shape instanceof Shape.Arrow arrow) {
            arrow(arrow);
        } else if (shape instanceof Shape.Path path) {
            path(path);
        }
    }

    /** By its label a region is chosen. */
    private String option(Shape.Area area) {
        var chosen =
                drawing.asked().filter(asked -> asked.kind().equals("region")).isPresent();
        return chosen ? " data-option=\"" + PlainLabel.of(area.label()).replaceAll("[^\\w .,-]", "") + "\"" : "";
    }

    /** Piece by piece, so that a script can show it step by step. */
    private void path(Shape.Path path) {
        var points = placed(path.points());
        for (int i = 1; i < points.size(); i++) {
            svg.path("class=\"way\" data-step=\"" + i + "\"", points.subList(i - 1, i + 1), false);
        }
        for (int i = 0; i < points.size(); i++) {
            var at = points.get(i);
            if (drawing.window().contains(path.points().get(i))) {
                svg.raw("<circle class=\"step\" data-step=\"" + i + "\" r=\"" + (i == 0 ? 4.5 : 3) + "\" cx=\""
                        + Svg.number(at.x()) + "\" cy=\"" + Svg.number(at.y()) + "\"/>");
            }
        }
    }

    private void arrow(Shape.Arrow arrow) {
        var from = plot.place(arrow.from());
        var to = plot.place(arrow.to());
        double length = from.distance(to);
        if (length < 0.5) {
            return;
        }
        double head = Math.min(arrow.thin() ? THIN_HEAD : HEAD, length * 0.6);
        double ux = (to.x() - from.x()) / length;
        double uy = (to.y() - from.y()) / length;
        var neck = new Point(to.x() - head * ux, to.y() - head * uy);
        var style = arrow.thin() ? "thin" : "arrow";
        svg.line(style, from, neck);
        var left = new Point(neck.x() - 0.42 * head * uy, neck.y() + 0.42 * head * ux);
        var right = new Point(neck.x() + 0.42 * head * uy, neck.y() - 0.42 * head * ux);
        svg.path("class=\"" + style + " tip\"", List.of(to, left, right), true);
    }

    private void mark(Shape shape) {
        if (shape instanceof Shape.Dot dot && drawing.window().contains(dot.at())) {
            svg.dot(plot.place(dot.at()));
            label("label", dot.at(), 9, -9, dot.label());
        } else if (shape instanceof Shape.Arrow arrow && drawing.window().contains(arrow.to())) {
            double side = arrow.to().x() >= arrow.from().x() ? 8 : -8;
            label("label", arrow.to(), side, arrow.to().y() >= arrow.from().y() ? -6 : 16, arrow.label());
        } else if (shape instanceof Shape.Area area && !area.label().isEmpty()) {
            svg.text("label", "middle", plot.place(middle(area.outline())), PlainLabel.of(area.label()));
        } else if (shape instanceof Shape.Line line && !line.label().isEmpty()) {
            lineLabel(line);
        }
    }

    private static Point middle(List<Point> outline) {
        return new Point(
                outline.stream().mapToDouble(Point::x).average().orElse(0),
                outline.stream().mapToDouble(Point::y).average().orElse(0));
    }

    /** Once for each label, on a line long enough to carry it, where the other labels are farthest. */
    private void lineLabel(Shape.Line line) {
        var inside = line.points().stream().filter(drawing.window()::contains).toList();
        if (inside.size() <= 12 || !named.add(line.label())) {
            return;
        }
        var at = IntStream.rangeClosed(2, 8)
                .mapToObj(tenth -> inside.get(inside.size() * (10 - tenth) / 10))
                .max(Comparator.comparingDouble(this::distanceFromLabels))
                .orElseThrow();
        labels.add(at);
        if (isNumber(line.label())) {
            label("level", at, 0, 4, line.label());
        } else {
            label("label", at, 9, 4, line.label());
        }
    }

    private double distanceFromLabels(Point p) {
        return labels.stream().mapToDouble(p::distance).min().orElse(0);
    }

    private static boolean isNumber(String label) {
        return label.matches("[−0-9.]+");
    }

    private void label(String style, Point at, double dx, double dy, String prose) {
        var text = PlainLabel.of(prose);
        if (text.isEmpty()) {
            return;
        }
        var p = plot.place(at);
        double room = 7.0 * text.length();
        var anchor =
                style.equals("level") ? "middle" : p.x() + dx + room > plot.width() + 8 || dx < 0 ? "end" : "start";
        double shift = anchor.equals("end") ? -Math.abs(dx) : dx;
        svg.text(style, anchor, new Point(p.x() + shift, Math.max(12, p.y() + dy)), text);
    }

    private List<Point> placed(List<Point> points) {
        return points.stream().map(plot::place).toList();
    }
}
