package org.nabla.web.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.nabla.figure.FigureFields;

/** Makes a drawing of the data of an exercise's figure. What it does not know it leaves out: a page never fails on a figure. */
final class DrawingReader {

    private final Window window;
    private final List<Shape> shapes = new ArrayList<>();
    private Optional<Grid> surface = Optional.empty();

    private DrawingReader(Window window) {
        this.window = window;
    }

    static Drawing read(Map<String, Object> figure) {
        var data = FigureFields.of(figure);
        var reader = new DrawingReader(window(data.at("window")));
        data.at("layers").stream().forEach(reader::layer);
        var axes = data.at("axes").stream().map(FigureFields::text).toList();
        var bare = figure.containsKey("axes") && axes.isEmpty() && reader.surface.isEmpty();
        var letters = axes.size() == 2 || bare ? axes : List.of("x", "y");
        return new Drawing(
                reader.window,
                letters,
                List.copyOf(reader.shapes),
                SceneReader.read(data).or(() -> reader.surface.map(grid -> SceneReader.above(grid, letters))),
                asked(data.at("answer")));
    }

    private void layer(FigureFields layer) {
        var label = layer.at("label").text();
        switch (layer.at("type").text()) {
            case "contour" -> {
                grid(layer).ifPresent(g -> contours(g, levels(layer, g)));
                levelLines(layer);
            }
            case "curve" -> {
                pieces(lines(layer.at("lines")).toList(), 1, label);
                grid(layer).ifPresent(g -> levels(layer, g).forEach(v -> pieces(Contours.of(g, v), 1, label)));
            }
            case "surface" -> surface = grid(layer).or(() -> surface);
            case "field" -> field(layer);
            case "region" -> area(layer.at("outline"), label, layer.map().containsKey("chosen"));
            case "polygon" -> area(layer.at("corners"), label, false);
            case "path" -> shapes.add(new Shape.Path(points(layer.at("points"))));
            case "point" -> point(layer.at("at")).ifPresent(p -> shapes.add(new Shape.Dot(p, label)));
            case "arrow" ->
                point(layer.at("from"))
                        .ifPresent(from -> point(layer.at("to"))
                                .ifPresent(to -> shapes.add(new Shape.Arrow(
                                        from,
                                        to,
                                        label,
                                        false,
                                        layer.at("place").text().equals("middle")))));
            default -> {}
        }
    }

    private static Optional<Asked> asked(FigureFields answer) {
        var kind = answer.at("kind").text();
        var box = answer.at("box").text();
        var step = answer.at("step").number();
        return !Asked.KINDS.contains(kind) || box.isEmpty()
                ? Optional.empty()
                : Optional.of(new Asked(kind, box, step > 0 ? step : 1, point(answer.at("from"))));
    }

    private void contours(Grid grid, List<Double> levels) {
        for (int i = 0; i < levels.size(); i++) {
            double weight = levels.size() > 1 ? 0.35 + 0.65 * i / (levels.size() - 1) : 1;
            pieces(Contours.of(grid, levels.get(i)), weight, Ticks.text(levels.get(i)));
        }
    }

    /** Level curves that were found before: from the lowest level to the highest, each with its pieces. */
    private void levelLines(FigureFields layer) {
        var curves = layer.at("curves").list();
        for (int i = 0; i < curves.size(); i++) {
            double weight = curves.size() > 1 ? 0.35 + 0.65 * i / (curves.size() - 1) : 1;
            double level = curves.get(i).at("level").number();
            var named =
                    Double.isFinite(level) && !curves.get(i).at("named").text().equals("no");
            pieces(lines(curves.get(i).at("lines")).toList(), weight, named ? Ticks.text(level) : "");
        }
    }

    /** What belongs together is named once, on its longest piece. */
    private void pieces(List<List<Point>> lines, double weight, String label) {
        var longest = lines.stream().max(Comparator.comparingDouble(this::length));
        for (var line : lines) {
            var named = longest.filter(l -> l == line).isPresent();
            shapes.add(new Shape.Line(line, weight, named ? label : ""));
        }
    }

    private double length(List<Point> line) {
        double length = 0;
        for (int i = 1; i < line.size(); i++) {
            if (window.contains(line.get(i))) {
                length += line.get(i - 1).distance(line.get(i));
            }
        }
        return length;
    }

    private static List<Double> levels(FigureFields layer, Grid grid) {
        var given = layer.at("levels").stream()
                .map(FigureFields::number)
                .filter(Double::isFinite)
                .sorted()
                .toList();
        return given.isEmpty() ? Contours.levels(grid) : given;
    }

    /** The longest arrow is as long as the step between two; the directions are told apart even where the field is weak. */
    private void field(FigureFields layer) {
        var arrows = layer.at("arrows").stream()
                .map(FigureFields::numbers)
                .filter(a -> a.length == 4)
                .toList();
        double longest =
                arrows.stream().mapToDouble(a -> Math.hypot(a[2], a[3])).max().orElse(0);
        if (!(longest > 0)) {
            return;
        }
        double step = Math.max(window.width(), window.height()) / Math.max(2, Math.sqrt(arrows.size())) * 0.9;
        for (var a : arrows) {
            double length = Math.hypot(a[2], a[3]);
            if (length > 0) {
                double scale = step * Math.sqrt(length / longest) / length;
                shapes.add(new Shape.Arrow(
                        new Point(a[0], a[1]), new Point(a[0] + scale * a[2], a[1] + scale * a[3]), "", true, false));
            }
        }
    }

    private void area(FigureFields outline, String label, boolean chosen) {
        var points = points(outline);
        if (points.size() >= 3) {
            shapes.add(new Shape.Area(points, label, chosen));
        }
    }

    private Optional<Grid> grid(FigureFields layer) {
        var grid = layer.at("grid");
        var values = grid.at("values").numbers();
        var read = new Grid(
                (int) grid.at("columns").number(), (int) grid.at("rows").number(), values, window);
        return read.isComplete() ? Optional.of(read) : Optional.empty();
    }

    private static Stream<List<Point>> lines(FigureFields lines) {
        return lines.stream().map(DrawingReader::points).filter(line -> line.size() >= 2);
    }

    private static List<Point> points(FigureFields points) {
        return points.stream().flatMap(p -> point(p).stream()).toList();
    }

    private static Optional<Point> point(FigureFields pair) {
        var numbers = pair.numbers();
        return numbers.length >= 2
                ? Optional.of(new Point(numbers[0], numbers[1])).filter(Point::isFinite)
                : Optional.empty();
    }

    private static Window window(FigureFields corners) {
        var c = corners.numbers();
        var read = c.length == 4
                ? new Window(c[0], c[1], c[2], c[3])
                : c.length == 2 ? new Window(c[0], c[1], c[0], c[1]) : Window.DEFAULT;
        return read.isSensible() ? read : Window.DEFAULT;
    }
}
