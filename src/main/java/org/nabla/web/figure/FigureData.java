package org.nabla.web.figure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What the script needs to bring a drawing to life, as JSON that may stand inside a script element. */
final class FigureData {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MathContext DIGITS = new MathContext(5);

    private FigureData() {}

    static String of(Drawing drawing) {
        var data = new LinkedHashMap<String, Object>();
        var w = drawing.window();
        data.put("window", List.of(w.left(), w.right(), w.bottom(), w.top()));
        data.put("axes", drawing.axes());
        data.put("shapes", drawing.shapes().stream().map(FigureData::shape).toList());
        drawing.asked().ifPresent(asked -> data.put("answer", asked(asked, Plot.of(w))));
        drawing.scene().ifPresent(scene -> data.put("scene", scene(scene)));
        try {
            return JSON.writeValueAsString(data).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers and texts always have a form in JSON", e);
        }
    }

    /** With the place of the window on the paper, where the script draws with the server. */
    private static Map<String, Object> asked(Asked asked, Plot plot) {
        var data = new LinkedHashMap<String, Object>();
        data.put("kind", asked.kind());
        data.put("box", asked.box());
        data.put("step", number(asked.step()));
        asked.from().ifPresent(from -> data.put("from", List.of(number(from.x()), number(from.y()))));
        data.put("plot", List.of(number(Plot.LEFT), number(Plot.TOP), number(plot.width()), number(plot.height())));
        return data;
    }

    private static Map<String, Object> shape(Shape shape) {
        var pen = new ShapeData();
        shape.to(pen);
        return pen.data;
    }

    /** A shape as the script reads it, by the name of its kind. */
    private static final class ShapeData implements Shape.Pen {
        private final Map<String, Object> data = new LinkedHashMap<>();

        private void begin(String kind, List<Point> points) {
            data.put("kind", kind);
            data.put("points", pairs(points));
        }

        private void label(String label) {
            data.put("label", PlainLabel.of(label));
        }

        @Override
        public void line(Shape.Line line) {
            begin("line", line.points());
            data.put("weight", number(line.weight()));
            label(line.label());
        }

        @Override
        public void path(Shape.Path path) {
            begin("path", path.points());
        }

        @Override
        public void area(Shape.Area area) {
            begin("area", area.outline());
            label(area.label());
        }

        @Override
        public void arrow(Shape.Arrow arrow) {
            begin("arrow", List.of(arrow.from(), arrow.to()));
            data.put("thin", arrow.thin());
            data.put("middle", arrow.middle());
            label(arrow.label());
        }

        @Override
        public void dot(Shape.Dot dot) {
            begin("dot", List.of(dot.at()));
            label(dot.label());
        }
    }

    private static Map<String, Object> scene(Scene scene) {
        var data = new LinkedHashMap<String, Object>();
        data.put("paper", List.of(SceneSvg.WIDTH, SceneSvg.height(scene)));
        data.put("view", List.of(scene.view().azimuth(), scene.view().elevation()));
        data.put("half", scene.box().half());
        data.put("letters", scene.letters().stream().map(Svg::runs).toList());
        data.put(
                "ticks",
                IntStream.range(0, 3)
                        .mapToObj(axis -> SceneFrame.ticks(scene, axis))
                        .toList());
        data.put(
                "nodes",
                scene.nodes().stream()
                        .flatMapToInt(n -> IntStream.of(n.x(), n.y(), n.z()))
                        .toArray());
        var pieces = new LinkedHashMap<String, Object>();
        scene.pieces().forEach((kind, chains) -> pieces.put(kind.word(), chains));
        data.put("pieces", pieces);
        data.put(
                "labels",
                scene.labels().stream()
                        .map(label -> List.of(
                                label.node(),
                                Svg.runs(label.prose()),
                                PlainLabel.of(label.prose()).length()))
                        .toList());
        return data;
    }

    private static List<List<BigDecimal>> pairs(List<Point> points) {
        return points.stream().map(p -> List.of(number(p.x()), number(p.y()))).toList();
    }

    private static BigDecimal number(double value) {
        return new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    }
}
