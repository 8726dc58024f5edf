package org.nabla.web.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.nabla.figure.FigureFields;
import org.nabla.web.figure.Scene.Kind;

/** Makes a scene of the data of a figure in space. What it does not know it leaves out: a page never fails on a figure. */
final class SceneReader {

    private static final int TILES = 24;
    private static final int PIECES = 20;
    private static final List<String> LETTERS = List.of("x", "y", "z");

    private final SpaceBox box;
    private final Scene scene;

    private SceneReader(SpaceBox box, List<String> letters, View view) {
        this.box = box;
        this.scene = new Scene(box, letters, view);
    }

    /** Empty where the data are not of a box in space. */
    static Optional<Scene> read(FigureFields data) {
        var corners = data.at("window").numbers();
        if (corners.length != 6 || !SpaceBox.isSensible(corners)) {
            return Optional.empty();
        }
        var letters = data.at("axes").stream().map(FigureFields::text).toList();
        var view = data.at("view").numbers();
        var reader = new SceneReader(
                SpaceBox.of(corners),
                letters.size() == 3 ? letters : LETTERS,
                view.length == 2 && Double.isFinite(view[0] + view[1]) ? new View(view[0], view[1]) : View.DEFAULT);
        reader.axes();
        data.at("layers").stream().forEach(reader::layer);
        if (!reader.scene.hasFaces()) {
            reader.drops();
        }
        return Optional.of(reader.scene);
    }

    /** The graph of a function of two letters. */
    static Scene above(Grid grid, List<String> axes) {
        var reader = new SceneReader(
                SpaceBox.above(grid), List.of(axes.get(0), axes.get(1), axes.contains("z") ? "" : "z"), View.DEFAULT);
        reader.graph(grid);
        return reader.scene;
    }

    private void graph(Grid grid) {
        int across = Math.min(TILES, grid.columns() - 1);
        int up = Math.min(TILES, grid.rows() - 1);
        for (int i = 0; i < across; i++) {
            for (int j = 0; j < up; j++) {
                var corners = Stream.of(
                                new int[] {i, j}, new int[] {i + 1, j}, new int[] {i + 1, j + 1}, new int[] {i, j + 1})
                        .flatMap(c -> node(grid, c[0], across, c[1], up).stream())
                        .toList();
                if (corners.size() == 4) {
                    scene.add(Kind.TILE, corners);
                }
            }
        }
    }

    private Optional<Node> node(Grid grid, int i, int across, int j, int up) {
        int column = (int) Math.round((double) i * (grid.columns() - 1) / across);
        int row = (int) Math.round((double) j * (grid.rows() - 1) / up);
        var p = grid.place(column, row);
        double z = grid.at(column, row);
        return Double.isFinite(z) ? Optional.of(box.place(p.x(), p.y(), z)) : Optional.empty();
    }

    /** Those axes that run through the inside of the box. */
    private void axes() {
        var origin = box.place(0, 0, 0);
        var half = box.half();
        if (Math.abs(origin.x()) < half[0] && Math.abs(origin.y()) < half[1]) {
            axis(new Node(origin.x(), origin.y(), -half[2]), new Node(origin.x(), origin.y(), half[2]));
        }
        if (Math.abs(origin.x()) < half[0] && Math.abs(origin.z()) < half[2]) {
            axis(new Node(origin.x(), -half[1], origin.z()), new Node(origin.x(), half[1], origin.z()));
        }
        if (Math.abs(origin.y()) < half[1] && Math.abs(origin.z()) < half[2]) {
            axis(new Node(-half[0], origin.y(), origin.z()), new Node(half[0], origin.y(), origin.z()));
        }
    }

    private void axis(Node from, Node to) {
        scene.add(Kind.AXIS, divided(List.of(from, to)));
    }

    /** In pieces, each of which may be before or behind a surface. */
    private static List<Node> divided(List<Node> line) {
        var divided = new ArrayList<Node>(List.of(line.get(0)));
        for (int k = 1; k < line.size(); k++) {
            var from = line.get(k - 1);
            var to = line.get(k);
            IntStream.rangeClosed(1, PIECES)
                    .mapToObj(i -> from.towards(to, i, PIECES))
                    .forEach(divided::add);
        }
        return divided;
    }

    /** Where nothing hides it, a line to the floor shows how high a point or the tip of an arrow is. */
    private void drops() {
        var nodes = scene.nodes();
        var ends = Stream.of(Kind.DOT, Kind.ARROW)
                .flatMap(kind -> scene.pieces().getOrDefault(kind, List.of()).stream())
                .map(chain -> nodes.get(chain[chain.length - 1]))
                .distinct()
                .toList();
        for (var p : ends) {
            scene.add(Kind.DROP, List.of(p, new Node(p.x(), p.y(), -box.half()[2])));
        }
    }

    private void layer(FigureFields layer) {
        var label = layer.at("label").text();
        switch (layer.at("type").text()) {
            case "point" ->
                node(layer.at("at")).ifPresent(at -> {
                    scene.add(Kind.DOT, List.of(at));
                    scene.label(at, label);
                });
            case "arrow" ->
                node(layer.at("from"))
                        .ifPresent(from -> node(layer.at("to")).ifPresent(to -> {
                            scene.add(Kind.ARROW, List.of(from, to));
                            scene.label(to, label);
                        }));
            case "curve" -> lines(Kind.CURVE, layer, label);
            case "segment" -> lines(Kind.THREAD, layer, label);
            case "sheet" -> {
                mesh(layer, Kind.SHEET);
                lines(Kind.EDGE, layer, "");
                highest(layer.at("lines").stream().flatMap(line -> nodes(line).stream()))
                        .ifPresent(at -> scene.label(at, label));
            }
            case "mesh" -> {
                mesh(layer, layer.at("net").text().equals("yes") ? Kind.TILE : Kind.SKIN)
                        .ifPresent(at -> scene.label(at, label));
                field(layer, Kind.PIN);
            }
            case "field" -> field(layer, Kind.THIN);
            default -> {}
        }
    }

    private void lines(Kind kind, FigureFields layer, String label) {
        var lines = layer.at("lines").stream()
                .map(this::nodes)
                .filter(line -> line.size() > 1)
                .toList();
        lines.forEach(line -> scene.add(kind, kind == Kind.CURVE && line.size() > 2 ? line : divided(line)));
        for (var head : layer.at("heads").stream().map(this::nodes).toList()) {
            if (head.size() == 2) {
                scene.add(Kind.HEAD, head);
            }
        }
        lines.stream().findFirst().ifPresent(line -> scene.label(line.get(line.size() * 3 / 5), label));
    }

    /** The highest of its points, where a label stands well. */
    private Optional<Node> mesh(FigureFields layer, Kind kind) {
        var numbers = layer.at("nodes").numbers();
        var nodes = new ArrayList<Node>();
        for (int i = 0; i + 2 < numbers.length; i += 3) {
            nodes.add(box.place(numbers[i], numbers[i + 1], numbers[i + 2]));
        }
        layer.at("faces").stream().forEach(face -> {
            var corners = new ArrayList<Node>();
            for (double index : face.numbers()) {
                if (index >= 0 && index < nodes.size()) {
                    corners.add(nodes.get((int) index));
                }
            }
            if (corners.size() > 2) {
                scene.add(kind, corners);
            }
        });
        return highest(nodes.stream());
    }

    private static Optional<Node> highest(Stream<Node> nodes) {
        return nodes.max(Comparator.comparingInt(Node::z));
    }

    /** As in the plane: the longest is as long as there is room, and weak ones are still seen. */
    private void field(FigureFields layer, Kind kind) {
        var arrows = layer.at("arrows").stream()
                .map(FigureFields::numbers)
                .filter(a -> a.length == 6)
                .toList();
        double longest = arrows.stream().mapToDouble(this::length).max().orElse(0);
        double step = 0.9 / Math.max(4, Math.cbrt(arrows.size()));
        for (var a : arrows) {
            double length = length(a);
            if (length > 0) {
                double scale = step * Math.sqrt(length / longest) / length;
                scene.add(
                        kind,
                        List.of(
                                box.place(a[0], a[1], a[2]),
                                box.place(a[0] + scale * a[3], a[1] + scale * a[4], a[2] + scale * a[5])));
            }
        }
    }

    /** In parts of the longest side. */
    private double length(double[] a) {
        var c = box.corners();
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = a[3 + i] / (c[2 * i + 1] - c[2 * i]) * box.sides()[i];
            sum += part * part;
        }
        return Math.sqrt(sum);
    }

    private List<Node> nodes(FigureFields points) {
        return points.stream().flatMap(p -> node(p).stream()).toList();
    }

    private Optional<Node> node(FigureFields point) {
        var p = point.numbers();
        return p.length == 3 && Double.isFinite(p[0] + p[1] + p[2])
                ? Optional.of(box.place(p[0], p[1], p[2]))
                : Optional.empty();
    }
}
