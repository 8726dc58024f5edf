package org.nabla.exercise.generator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.numeric.NumericException;
import org.nabla.exercise.space.Box;
import org.nabla.exercise.space.Mesh;
import org.nabla.exercise.space.Triples;
import org.nabla.exercise.template.FigurePlan;

/**
 * Makes the numbers of a figure in space. {@code data} has {@code window} (six numbers), {@code axes} (three letters),
 * {@code view} (azimuth and elevation in degrees), and {@code layers}, each with {@code type} and perhaps {@code label}:
 *
 * <ul>
 *   <li>{@code point}: {@code at}; {@code arrow}: {@code from}, {@code to}
 *   <li>{@code curve}, {@code segment}: {@code lines}, each a list of points; {@code heads} [[before, at], …], where an arrow shows
 *       which way a curve is run through
 *   <li>{@code mesh}: {@code nodes}, three numbers for each, and {@code faces}, the indexes of their corners; {@code net: "yes"} where
 *       the lines between them follow the parameters; {@code arrows} of a field on it
 *   <li>{@code sheet}, a piece of a plane: {@code nodes}, {@code faces}, and its edge as {@code lines}
 *   <li>{@code field}: {@code arrows} [[x, y, z, dx, dy, dz], …], not scaled
 * </ul>
 */
final class SpaceFigureMaker {
    /** More than this a page need not carry. */
    private static final int MOST_FACES = 2_600;

    /** Where the head stands that says which way a curve is run through: what is marked often stands in the middle. */
    private static final double HEAD = 0.7;

    private final NameScope scope;
    private final ProseWriter prose;
    private final FigurePlan plan;
    private final Box box;
    private final double[] window;
    private final SpaceValues values;
    private int faces;

    SpaceFigureMaker(NameScope scope, ProseWriter prose, FigurePlan plan) {
        this.scope = scope;
        this.prose = prose;
        this.plan = plan;
        this.values = new SpaceValues(scope, plan.axes());
        this.window = plan.window().isEmpty()
                ? around()
                : plan.window().stream().mapToDouble(values::number).toArray();
        this.box = Box.of(window);
    }

    /** A window as large as what is drawn and has a size of its own: a plane or a level surface has none. */
    private double[] around() {
        var extent = new SpaceExtent();
        var surfaces = new SpaceSurfaces(scope, values, Box.of(new double[] {0, 1, 0, 1, 0, 1}));
        for (var layer : plan.layers()) {
            try {
                around(layer, surfaces, extent);
            } catch (NumericException e) {
                throw scope.broken(layer.formulas().get(0), "for the figure: " + e.getMessage());
            }
        }
        return extent.window().orElseThrow(() -> scope.broken(plan.place(), "the figure needs a window"));
    }

    private void around(FigurePlan.Layer layer, SpaceSurfaces surfaces, SpaceExtent extent) {
        var formulas = layer.formulas();
        switch (layer.type()) {
            case POINT, SEGMENT, POLYGON -> formulas.forEach(f -> extent.add(values.point(f)));
            case LINE -> extent.add(values.point(formulas.get(0)));
            case ARROW -> {
                var from = formulas.size() > 1 ? values.point(formulas.get(1)) : new double[3];
                extent.add(from);
                extent.add(Triples.plus(from, values.point(formulas.get(0)), 1));
            }
            case PARAMETRIC_CURVE -> values.curve(layer).points().forEach(extent::add);
            case PARAMETRIC_SURFACE, NORMALS ->
                surfaces.parametric(layer, 0).nodes().forEach(extent::add);
            case FLUX -> surfaces.parametric(layer, 1).nodes().forEach(extent::add);
            case SOLID -> surfaces.solid(layer).nodes().forEach(extent::add);
            default -> {}
        }
    }

    Exercise.Figure make() {
        for (int i = 0; i < 3; i++) {
            if (!(box.side(i) > 0)) {
                throw scope.broken(plan.place(), "the window of the figure is empty");
            }
        }
        var layers = new ArrayList<Object>();
        for (var layer : plan.layers()) {
            var data = new TreeMap<>(layer(layer)); // in one order on every machine
            layer.label().ifPresent(label -> data.put("label", prose.write(label)));
            layers.add(data);
        }
        var data = new LinkedHashMap<String, Object>();
        data.put("window", FigureMaker.numbers(window));
        data.put("axes", plan.axes());
        data.put(
                "view",
                plan.view().isEmpty()
                        ? SpaceViews.best(layers)
                        : plan.view().stream().map(values::number).toList());
        data.put("layers", layers);
        return new Exercise.Figure("space", data, prose.write(plan.alternative()));
    }

    private Map<String, Object> layer(FigurePlan.Layer layer) {
        var surfaces = new SpaceSurfaces(scope, values, box);
        var formulas = layer.formulas();
        try {
            return switch (layer.type()) {
                case POINT -> Map.of("type", "point", "at", written(values.point(formulas.get(0))));
                case ARROW -> arrow(layer);
                case SEGMENT ->
                    Map.of(
                            "type",
                            "segment",
                            "lines",
                            List.of(List.of(
                                    written(values.point(formulas.get(0))), written(values.point(formulas.get(1))))));
                case LINE -> line(layer);
                case PARAMETRIC_CURVE -> curve(layer);
                case POLYGON -> sheet(surfaces.polygon(layer));
                case PLANE -> sheet(surfaces.plane(layer));
                case FIELD -> Map.of("type", "field", "arrows", arrows(surfaces.field(formulas.get(0))));
                case SURFACE -> mesh(surfaces.graph(layer), true);
                case LEVEL_SURFACE -> mesh(surfaces.level(layer), false);
                case PARAMETRIC_SURFACE -> mesh(surfaces.parametric(layer, 0), true);
                case FLUX -> with(mesh(surfaces.parametric(layer, 1), true), surfaces.flux(layer));
                case NORMALS -> with(mesh(surfaces.parametric(layer, 0), true), surfaces.normals(layer));
                case SOLID -> mesh(surfaces.solid(layer), true);
                default -> throw scope.broken(plan.place(), "this is drawn in the plane: leave out the third axis");
            };
        } catch (NumericException e) {
            throw scope.broken(formulas.get(0), "for the figure: " + e.getMessage());
        }
    }

    private Map<String, Object> arrow(FigurePlan.Layer layer) {
        var along = values.point(layer.formulas().get(0));
        var from = layer.formulas().size() > 1 ? values.point(layer.formulas().get(1)) : new double[3];
        return Map.of("type", "arrow", "from", written(from), "to", written(Triples.plus(from, along, 1)));
    }

    private Map<String, Object> line(FigurePlan.Layer layer) {
        var ends = box.cut(
                values.point(layer.formulas().get(0)),
                values.point(layer.formulas().get(1)));
        if (ends.isEmpty()) {
            throw scope.broken(layer.formulas().get(0), "for the figure: the line passes by the window");
        }
        return Map.of(
                "type",
                "curve",
                "lines",
                List.of(ends.stream().map(this::written).toList()));
    }

    private Map<String, Object> curve(FigurePlan.Layer layer) {
        var curve = values.curve(layer);
        var data = new TreeMap<String, Object>();
        data.put("type", "curve");
        data.put("lines", List.of(curve.points().stream().map(this::written).toList()));
        if (layer.marked()) {
            data.put("heads", List.of(List.of(written(curve.at(HEAD - 0.01)), written(curve.at(HEAD)))));
        }
        return data;
    }

    private Map<String, Object> mesh(Mesh mesh, boolean net) {
        if (mesh.faces().isEmpty()) {
            throw scope.broken(plan.place(), "nothing of the surface is in the window of the figure");
        }
        faces += mesh.faces().size();
        if (faces > MOST_FACES) {
            throw scope.broken(plan.place(), "the figure has too many surfaces: draw fewer");
        }
        var data = new TreeMap<String, Object>();
        data.put("type", "mesh");
        data.put(
                "nodes", mesh.nodes().stream().flatMap(p -> written(p).stream()).toList());
        data.put(
                "faces",
                mesh.faces().stream()
                        .map(f -> Arrays.stream(f).boxed().toList())
                        .toList());
        if (net) {
            data.put("net", "yes");
        }
        return data;
    }

    private Map<String, Object> sheet(SpaceSurfaces.Sheet sheet) {
        var data = mesh(sheet.mesh(), false);
        data.put("type", "sheet");
        data.put("lines", List.of(sheet.edge().stream().map(this::written).toList()));
        return data;
    }

    private Map<String, Object> with(Map<String, Object> mesh, List<double[]> arrows) {
        mesh.put("arrows", arrows(arrows));
        return mesh;
    }

    private List<Object> arrows(List<double[]> arrows) {
        return arrows.stream().map(a -> (Object) FigureMaker.numbers(a)).toList();
    }

    /** As exact as the box needs it: a fifth of a pixel. */
    private List<Object> written(double[] p) {
        var numbers = new ArrayList<Object>();
        for (int i = 0; i < 3; i++) {
            double step = Math.pow(10, Math.floor(Math.log10(box.side(i) / 1000)));
            numbers.add(step < 1 ? Math.round(p[i] / step) / Math.rint(1 / step) : Math.round(p[i] / step) * step);
        }
        return numbers;
    }
}
