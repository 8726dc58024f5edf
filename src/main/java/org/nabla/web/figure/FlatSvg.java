package org.nabla.web.figure;

import java.util.List;
import java.util.stream.IntStream;
import org.nabla.web.figure.LabelPlaces.Place;

/** A flat drawing as SVG. Colors and strokes are the style sheet's; this says what is a line, an area, an arrow, a dot. */
final class FlatSvg {

    private static final double HEAD = 11;
    private static final double THIN_HEAD = 6;

    /** On a shorter line a label would hide what it names. */
    private static final double LABELED = 36;

    private final Drawing drawing;
    private final Plot plot;
    private final LabelPlaces places;
    private final Svg svg = new Svg();

    private FlatSvg(Drawing drawing) {
        this.drawing = drawing;
        this.plot = Plot.of(drawing.window());
        this.places = new LabelPlaces(plot.width(), plot.height());
    }

    static String of(Drawing drawing) {
        return new FlatSvg(drawing).write();
    }

    private String write() {
        svg.raw("<svg class=\"plot\" viewBox=\"0 0 " + Svg.number(plot.paperWidth()) + " "
                + Svg.number(plot.paperHeight())
                + "\" aria-hidden=\"true\" focusable=\"false\"><g transform=\"translate(" + Svg.number(Plot.LEFT) + " "
                + Svg.number(Plot.TOP) + ")\">");
        if (!drawing.axes().isEmpty()) {
            axes();
        }
        // The inner picture cuts off what leaves the window; dots and labels stand above it.
        svg.raw("<svg width=\"" + Svg.number(plot.width()) + "\" height=\"" + Svg.number(plot.height()) + "\">");
        draw(new Strokes());
        svg.raw("</svg>");
        draw(new Clearings());
        draw(new Marks());
        return svg.raw("</g></svg>").toString();
    }

    private void draw(Shape.Pen pen) {
        drawing.shapes().forEach(shape -> shape.to(pen));
    }

    private void axes() {
        var w = drawing.window();
        for (double x : Ticks.between(w.left(), w.right(), 8)) {
            double at = plot.place(new Point(x, 0)).x();
            svg.line(x == 0 ? "zero" : "grid", new Point(at, 0), new Point(at, plot.height()));
            svg.text("tick", "middle", new Point(at, plot.height() + 17), Ticks.text(x));
        }
        for (double y : Ticks.between(w.bottom(), w.top(), 8)) {
            double at = plot.place(new Point(0, y)).y();
            svg.line(y == 0 ? "zero" : "grid", new Point(0, at), new Point(plot.width(), at));
            svg.text("tick", "end", new Point(-7, at + 4), Ticks.text(y));
        }
        // Beside the end of the axis, clear of the last tick below it.
        svg.label(
                "axis",
                "middle",
                new Point(plot.width() + 11, plot.height() + 4),
                drawing.axes().get(0));
        svg.label("axis", "middle", new Point(0, -8), drawing.axes().get(1));
    }

    /** Lines, areas, arrows and ways: what the window cuts off. */
    private final class Strokes implements Shape.Pen {
        @Override
        public void line(Shape.Line line) {
            var weight = line.weight() < 1 ? " stroke-opacity=\"" + Math.round(line.weight() * 100) / 100.0 + "\"" : "";
            svg.path("class=\"line\"" + weight, placed(line.points()), false);
        }

        @Override
        public void area(Shape.Area area) {
            svg.path(
                    "class=\"area" + (area.chosen() ? " chosen" : "") + "\"" + option(area),
                    placed(area.outline()),
                    true);
        }

        @Override
        public void arrow(Shape.Arrow arrow) {
            shaft(arrow);
        }

        @Override
        public void path(Shape.Path path) {
            way(path);
        }
    }

    /** Dots and arrows are not written over, whoever's label it is. */
    private final class Clearings implements Shape.Pen {
        @Override
        public void dot(Shape.Dot dot) {
            places.keepClear(plot.place(dot.at()), 5);
        }

        @Override
        public void arrow(Shape.Arrow arrow) {
            for (int tenth = 1; tenth < 10 && !arrow.thin(); tenth++) {
                places.keepClear(plot.place(arrow.from().towards(arrow.to(), tenth / 10.0)), 3);
            }
        }
    }

    /** Dots and labels. */
    private final class Marks implements Shape.Pen {
        @Override
        public void dot(Shape.Dot dot) {
            if (drawing.window().contains(dot.at())) {
                svg.dot(plot.place(dot.at()));
                label("label", LabelPlaces.about(plot.place(dot.at()), 9, 9), dot.label());
            }
        }

        @Override
        public void arrow(Shape.Arrow arrow) {
            arrowLabel(arrow);
        }

        @Override
        public void area(Shape.Area area) {
            label("label", List.of(new Place(plot.place(middle(area.outline())), "middle")), area.label());
        }

        @Override
        public void line(Shape.Line line) {
            lineLabel(line);
        }
    }

    /** By its label a region is chosen. */
    private String option(Shape.Area area) {
        var chosen =
                drawing.asked().filter(asked -> asked.kind().equals("region")).isPresent();
        return chosen ? " data-option=\"" + PlainLabel.of(area.label()).replaceAll("[^\\w .,-]", "") + "\"" : "";
    }

    /** Piece by piece, so that a script can show it step by step. */
    private void way(Shape.Path path) {
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

    private void shaft(Shape.Arrow arrow) {
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

    private void arrowLabel(Shape.Arrow arrow) {
        var at = arrow.middle() ? arrow.from().towards(arrow.to(), 0.5) : arrow.to();
        if (!drawing.window().contains(at)) {
            return;
        }
        var from = plot.place(arrow.from());
        var to = plot.place(arrow.to());
        var places = LabelPlaces.about(plot.place(at), 8, 7);
        // Beside the shaft in the middle; beyond the tip at the end.
        var right = to.x() >= from.x();
        var up = to.y() <= from.y();
        var first = arrow.middle() ? (right == up ? 1 : 0) : right ? (up ? 0 : 2) : up ? 1 : 3;
        label(
                "label",
                IntStream.range(0, places.size())
                        .mapToObj(i -> places.get((i + first) % places.size()))
                        .toList(),
                arrow.label());
    }

    private static Point middle(List<Point> outline) {
        return new Point(
                outline.stream().mapToDouble(Point::x).average().orElse(0),
                outline.stream().mapToDouble(Point::y).average().orElse(0));
    }

    /** On a line long enough to carry it, where there is most room. */
    private void lineLabel(Shape.Line line) {
        var inside =
                placed(line.points().stream().filter(drawing.window()::contains).toList());
        double length = 0;
        for (int i = 1; i < inside.size(); i++) {
            length += inside.get(i - 1).distance(inside.get(i));
        }
        if (line.label().isEmpty() || length < LABELED) {
            return;
        }
        var level = isNumber(line.label());
        double whole = length;
        var spots = IntStream.of(8, 5, 3, 7, 2, 6, 4)
                .mapToObj(tenth -> along(inside, whole * tenth / 10))
                .map(p -> level
                        ? new Place(new Point(p.x(), p.y() + 4), "middle")
                        : new Place(new Point(p.x() + 9, p.y() + 4), "start"))
                .toList();
        label(level ? "level" : "label", spots, line.label());
    }

    private static Point along(List<Point> line, double length) {
        double left = length;
        for (int i = 1; i < line.size(); i++) {
            double piece = line.get(i - 1).distance(line.get(i));
            if (piece >= left && piece > 0) {
                return line.get(i - 1).towards(line.get(i), left / piece);
            }
            left -= piece;
        }
        return line.get(line.size() - 1);
    }

    private static boolean isNumber(String label) {
        return label.matches("[−0-9.]+");
    }

    private void label(String style, List<Place> candidates, String prose) {
        var text = PlainLabel.of(prose);
        if (!text.isEmpty()) {
            var place = places.take(candidates, text);
            svg.label(style, place.anchor(), place.at(), prose);
        }
    }

    private List<Point> placed(List<Point> points) {
        return points.stream().map(plot::place).toList();
    }
}
