package org.nabla.exercise.generator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.numeric.Difference;
import org.nabla.exercise.numeric.Numeric;
import org.nabla.exercise.numeric.NumericException;
import org.nabla.exercise.numeric.Numerics;
import org.nabla.exercise.reading.FigureReader;
import org.nabla.exercise.template.FigurePlan;
import org.nabla.exercise.template.Formula;
import org.nabla.math.Expression;

/**
 * Makes the numbers of a figure. {@code kind} is {@code plane} or {@code space}; {@code data} has {@code window} (x from, x
 * to, y from, y to), {@code axes} (two letters) and {@code layers}, from the bottom up, each with {@code type} and, where the
 * author gave one, {@code label} (prose):
 *
 * <ul>
 *   <li>{@code surface}: {@code grid} with {@code columns}, {@code rows} and {@code values} of the function over the window, row by
 *       row from the lowest y, {@code ""} where there is none
 *   <li>{@code contour}: {@code curves} from the lowest level to the highest, each with its {@code level} and its {@code lines};
 *       {@code named: "no"} where the level is not to be read
 *   <li>{@code curve}: {@code lines}, each a list of points
 *   <li>{@code region}: {@code outline}; {@code polygon}: {@code corners}
 *   <li>{@code field}: {@code arrows} [[x, y, dx, dy], …], not scaled
 *   <li>{@code point}: {@code at}; {@code arrow}: {@code from}, {@code to}
 * </ul>
 *
 * <p>Where the figure is the answer box of a part, {@code answer} has its {@code kind} (point, arrow or region), the {@code part},
 * and perhaps {@code from} and {@code step}.
 */
final class FigureMaker {
    private static final int GRID = 40;
    private static final int FIELD = 12;
    private static final int CURVE = 160;
    private static final int BORDER = 60;

    private final NameScope scope;
    private final ProseWriter prose;

    /** Level curves that were found for another picture; none for the one picture of an exercise. */
    private final Optional<Map<Object, Map<String, Object>>> found;

    FigureMaker(NameScope scope, ProseWriter prose) {
        this(scope, prose, Optional.empty());
    }

    private FigureMaker(NameScope scope, ProseWriter prose, Optional<Map<Object, Map<String, Object>>> found) {
        this.scope = scope;
        this.prose = prose;
        this.found = found;
    }

    /**
     * For one of many pictures, in which points move on level curves that stay.
     *
     * @param found the level curves of those before; this one adds its own
     */
    static FigureMaker ofMany(NameScope scope, ProseWriter prose, Map<Object, Map<String, Object>> found) {
        return new FigureMaker(scope, prose, Optional.of(found));
    }

    Exercise.Figure make(FigurePlan plan) {
        if (plan.inSpace()) {
            return new SpaceFigureMaker(scope, prose, plan).make();
        }
        var window = plan.window().stream().mapToDouble(this::number).toArray();
        if (window[0] >= window[1] || window[2] >= window[3]) {
            throw scope.broken(plan.place(), "the window of the figure is empty");
        }
        boolean space = plan.layers().stream().anyMatch(l -> l.type() == FigurePlan.Type.SURFACE);
        var letters = plan.axes().isEmpty() ? FigureReader.LETTERS : plan.axes();
        var layers = new ArrayList<Object>();
        for (var layer : plan.layers()) {
            layers.add(labelled(layer, layer(plan, layer, window, letters)));
        }
        var data = new LinkedHashMap<String, Object>();
        data.put("window", numbers(window));
        data.put("axes", plan.axes());
        data.put("layers", layers);
        plan.asked().ifPresent(asked -> data.put("answer", asked(asked)));
        return new Exercise.Figure(space ? "space" : "plane", data, prose.write(plan.alternative()));
    }

    private Map<String, Object> asked(FigurePlan.Asked asked) {
        var data = new TreeMap<String, Object>(Map.of("kind", asked.what(), "part", asked.part()));
        asked.from().ifPresent(from -> data.put("from", numbers(vector(from))));
        asked.step().ifPresent(step -> data.put("step", number(step)));
        return data;
    }

    private Map<String, Object> labelled(FigurePlan.Layer layer, Map<String, Object> data) {
        var result = new TreeMap<>(data); // in one order on every machine
        layer.label().ifPresent(label -> result.put("label", prose.write(label)));
        return result;
    }

    private Map<String, Object> layer(FigurePlan plan, FigurePlan.Layer layer, double[] window, List<String> axes) {
        try {
            return switch (layer.type()) {
                case CONTOUR -> contour(plan, layer, window, axes);
                case SURFACE ->
                    Map.of(
                            "type",
                            "surface",
                            "grid",
                            grid(scope.value(layer.formulas().get(0)), window, axes));
                case FIELD -> field(layer, window, axes);
                case REGION -> Map.of("type", "region", "outline", region(layer, axes));
                case POLAR_REGION -> Map.of("type", "region", "outline", polar(layer));
                case CURVE -> curve(layer, window, axes);
                case PARAMETRIC_CURVE -> parametric(layer);
                case POINT ->
                    Map.of(
                            "type",
                            "point",
                            "at",
                            numbers(vector(layer.formulas().get(0))));
                case ARROW -> arrow(layer);
                case POLYGON ->
                    Map.of(
                            "type",
                            "polygon",
                            "corners",
                            layer.formulas().stream()
                                    .map(f -> numbers(vector(f)))
                                    .toList());
                default -> throw scope.broken(plan.place(), "this is drawn in space: name three axes, axes: [x, y, z]");
            };
        } catch (NumericException e) {
            throw scope.broken(layer.formulas().get(0), "for the figure: " + e.getMessage());
        }
    }

    /** One level curve goes through each marked point, and some touch each curve that is given by an equation. */
    private Map<String, Object> contour(FigurePlan plan, FigurePlan.Layer layer, double[] window, List<String> axes) {
        var lines = new FigureLines(window);
        var function = scope.value(layer.formulas().get(0));
        var levels = layer.formulas().stream().skip(1).map(this::number).toList();
        if (found.isPresent()) {
            return found.get()
                    .computeIfAbsent(
                            List.of(function, numbers(window), levels, axes),
                            key -> lines.contour(function(function, axes), levels, List.of(), List.of()));
        }
        return lines.contour(
                function(function, axes),
                levels,
                layers(plan, FigurePlan.Type.POINT)
                        .map(point -> vector(point.formulas().get(0)))
                        .toList(),
                layers(plan, FigurePlan.Type.CURVE)
                        .flatMap(curve -> lines.traced(function(difference(curve), axes)).stream())
                        .toList());
    }

    private static Stream<FigurePlan.Layer> layers(FigurePlan plan, FigurePlan.Type type) {
        return plan.layers().stream().filter(l -> l.type() == type);
    }

    private Map<String, Object> curve(FigurePlan.Layer layer, double[] window, List<String> axes) {
        return Map.of("type", "curve", "lines", new FigureLines(window).zeros(function(difference(layer), axes)));
    }

    private Expression difference(FigurePlan.Layer curve) {
        var formula = curve.formulas().get(0);
        return Difference.ofSides(scope.insert(formula))
                .orElseThrow(() ->
                        scope.broken(formula, "expected an equation, or a point (cos(t), sin(t)) for t in 0..pi"));
    }

    private static DoubleBinaryOperator function(Expression e, List<String> axes) {
        return new Numerics().function(e, axes.get(0), axes.get(1));
    }

    private Map<String, Object> parametric(FigurePlan.Layer layer) {
        var point = scope.value(layer.formulas().get(0));
        double from = number(layer.formulas().get(1));
        double to = number(layer.formulas().get(2));
        var letter = layer.letter().orElseThrow();
        var numerics = new Numerics();
        var line = new ArrayList<Object>();
        for (int i = 0; i <= CURVE; i++) {
            var at = Map.of(letter, Numeric.of(from + (to - from) * i / CURVE));
            line.add(numbers(numerics.evaluate(point, at).entries()));
        }
        return Map.of("type", "curve", "lines", List.of(line));
    }

    private Map<String, Object> grid(Expression e, double[] window, List<String> axes) {
        var function = function(e, axes);
        var values = new ArrayList<Object>();
        for (double y : steps(window[2], window[3], GRID)) {
            for (double x : steps(window[0], window[1], GRID)) {
                double z = function.applyAsDouble(x, y);
                values.add(Double.isFinite(z) ? (Object) rounded(z) : "");
            }
        }
        return new TreeMap<>(Map.of("columns", GRID + 1.0, "rows", GRID + 1.0, "values", values));
    }

    private Map<String, Object> field(FigurePlan.Layer layer, double[] window, List<String> axes) {
        var field = scope.value(layer.formulas().get(0));
        var numerics = new Numerics();
        var arrows = new ArrayList<Object>();
        for (double x : steps(window[0], window[1], FIELD)) {
            for (double y : steps(window[2], window[3], FIELD)) {
                var v = numerics.evaluate(field, at(axes, x, y)).entries();
                if (v.length == 2 && Double.isFinite(v[0]) && Double.isFinite(v[1])) {
                    arrows.add(numbers(new double[] {x, y, v[0], v[1]}));
                }
            }
        }
        return Map.of("type", "field", "arrows", arrows);
    }

    private Map<String, Object> arrow(FigurePlan.Layer layer) {
        var along = vector(layer.formulas().get(0));
        var from = layer.formulas().size() > 1 ? vector(layer.formulas().get(1)) : new double[along.length];
        var to = new double[along.length];
        for (int i = 0; i < to.length; i++) {
            to[i] = from[i] + along[i];
        }
        return Map.of("type", "arrow", "from", numbers(from), "to", numbers(to));
    }

    /** Around the region: along the lower inner bound, back along the upper one. */
    private List<Object> region(FigurePlan.Layer layer, List<String> axes) {
        var letters = layer.letter().orElseThrow().split(",");
        boolean flipped = letters[0].equals(axes.get(1));
        var points = new ArrayList<Object>();
        for (var p : border(layer, letters[0])) {
            points.add(numbers(flipped ? new double[] {p[1], p[0]} : p));
        }
        return points;
    }

    private List<Object> polar(FigurePlan.Layer layer) {
        var letters = layer.letter().orElseThrow().split(",");
        boolean radiusOuter = letters[0].equals("r");
        var points = new ArrayList<Object>();
        for (var p : border(layer, letters[0])) {
            double r = radiusOuter ? p[0] : p[1];
            double theta = radiusOuter ? p[1] : p[0];
            points.add(numbers(new double[] {r * Math.cos(theta), r * Math.sin(theta)}));
        }
        return points;
    }

    private List<double[]> border(FigurePlan.Layer layer, String outer) {
        var bounds = layer.formulas();
        var outerSteps = steps(number(bounds.get(0)), number(bounds.get(1)), BORDER);
        var low = scope.value(bounds.get(2));
        var high = scope.value(bounds.get(3));
        var numerics = new Numerics();
        var points = new ArrayList<double[]>();
        for (double u : outerSteps) {
            points.add(new double[] {
                u, numerics.evaluate(low, Map.of(outer, Numeric.of(u))).number()
            });
        }
        sides(points, numerics, high, outer, outerSteps[BORDER]);
        for (int i = BORDER; i >= 0; i--) {
            var at = Map.of(outer, Numeric.of(outerSteps[i]));
            points.add(new double[] {outerSteps[i], numerics.evaluate(high, at).number()});
        }
        sides(points, numerics, low, outer, outerSteps[0]);
        return points;
    }

    /** Along the side on which the outer variable stays: an arc, in polar coordinates. */
    private static void sides(List<double[]> points, Numerics numerics, Expression end, String outer, double u) {
        double from = points.get(points.size() - 1)[1];
        double to = numerics.evaluate(end, Map.of(outer, Numeric.of(u))).number();
        for (double v : steps(from, to, BORDER)) {
            points.add(new double[] {u, v});
        }
    }

    private double number(Formula formula) {
        return Numerics.value(scope.value(formula), Map.of()).number();
    }

    private double[] vector(Formula formula) {
        return Numerics.value(scope.value(formula), Map.of()).entries();
    }

    private static Map<String, Numeric> at(List<String> axes, double x, double y) {
        var at = new HashMap<String, Numeric>();
        at.put(axes.get(0), Numeric.of(x));
        at.put(axes.get(1), Numeric.of(y));
        return at;
    }

    static double[] steps(double from, double to, int count) {
        var steps = new double[count + 1];
        for (int i = 0; i <= count; i++) {
            steps[i] = from + (to - from) * i / count;
        }
        return steps;
    }

    static List<Object> numbers(double[] values) {
        var numbers = new ArrayList<Object>();
        for (double value : values) {
            numbers.add(rounded(value));
        }
        return numbers;
    }

    /** To four digits: a figure needs no more, and the page less. */
    static double rounded(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return 0;
        }
        return new java.math.BigDecimal(value)
                .round(new java.math.MathContext(4, java.math.RoundingMode.HALF_EVEN))
                .doubleValue();
    }
}
