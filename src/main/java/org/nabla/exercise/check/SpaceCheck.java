package org.nabla.exercise.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.generator.ExerciseGenerator;
import org.nabla.exercise.numeric.Difference;
import org.nabla.exercise.numeric.Numeric;
import org.nabla.exercise.numeric.Numerics;
import org.nabla.exercise.space.Box;
import org.nabla.exercise.space.LevelSurface;
import org.nabla.exercise.space.Mesh;
import org.nabla.exercise.space.Triples;
import org.nabla.exercise.template.FigurePlan;
import org.nabla.figure.FigureFields;
import org.nabla.math.Expression;

/** Whether a figure in space is true: what is drawn is in its window, on the surface it is said to be on, and nothing is missing. */
final class SpaceCheck {

    /** A little beyond the edge still counts. */
    private static final double MARGIN = 0.02;

    private static final double SHORTEST = 0.04;
    private static final double NEAR = 0.02;

    /** A circle of flat faces is off the round one by half of this. */
    private static final double ON = 0.01;

    private static final int LINES = 8;
    private static final int STEPS = 160;

    private final ExerciseGenerator.Work work;
    private final FigurePlan plan;
    private final Box box;
    private final List<FigureFields> layers;
    private final List<String> problems = new ArrayList<>();

    private SpaceCheck(ExerciseGenerator.Work work, FigurePlan plan, Exercise.Figure figure) {
        this.work = work;
        this.plan = plan;
        var data = FigureFields.of(figure.data());
        this.box = Box.of(data.at("window").numbers());
        this.layers = data.at("layers").list();
    }

    /** What is not as it should be, each in a sentence. */
    static List<String> problems(ExerciseGenerator.Work work, FigurePlan plan, Exercise.Figure figure) {
        var check = new SpaceCheck(work, plan, figure);
        for (int i = 0; i < check.layers.size(); i++) {
            check.layer(plan.layers().get(i), check.layers.get(i));
        }
        return check.problems.stream().distinct().toList();
    }

    private void layer(FigurePlan.Layer layer, FigureFields data) {
        switch (layer.type()) {
            case POINT -> point(layer, data.at("at").numbers());
            case ARROW -> arrow(data.at("from").numbers(), data.at("to").numbers());
            case SEGMENT, POLYGON -> points(data).forEach(p -> inside("the corner", p));
            case PARAMETRIC_CURVE -> points(data).forEach(p -> inside("the curve at", p));
            case PARAMETRIC_SURFACE, FLUX, NORMALS, SOLID ->
                mesh(data).nodes().forEach(p -> inside("the surface at", p));
            case LEVEL_SURFACE -> level(layer, mesh(data));
            default -> {}
        }
        if (data.map().containsKey("arrows")
                && data.at("arrows").stream().noneMatch(a -> a.stream().skip(3).anyMatch(n -> n.number() != 0))) {
            problems.add("the vectors on the surface, or of the field, are all zero");
        }
    }

    private void inside(String what, double[] p) {
        if (!box.contains(p, MARGIN)) {
            problems.add(what + " " + text(p) + " is outside the window");
        }
    }

    private void arrow(double[] from, double[] to) {
        inside("the start of an arrow", from);
        inside("the tip of an arrow", to);
        if (box.distance(from, to) < SHORTEST) {
            problems.add("the arrow to " + text(to) + " is too short to have a head");
        }
    }

    private void point(FigurePlan.Layer layer, double[] p) {
        inside("the point", p);
        if (layer.marked() && layers.stream().noneMatch(l -> isOn(l, p))) {
            problems.add("the point " + text(p) + " lies on no surface, plane or curve of the figure");
        }
    }

    private boolean isOn(FigureFields layer, double[] p) {
        if (layer.map().containsKey("faces")) {
            return mesh(layer).distance(p, box) < ON;
        }
        var line = points(layer);
        var segments = new ArrayList<int[]>();
        for (int i = 1; i < line.size(); i++) {
            segments.add(new int[] {i - 1, i, i});
        }
        return new Mesh(line, segments).distance(p, box) < ON;
    }

    /** Each node is where the equation holds; and where the function changes its sign, the surface is near. */
    private void level(FigurePlan.Layer layer, Mesh mesh) {
        var f = function(layer);
        for (var p : mesh.nodes()) {
            if (!(away(f, p) < NEAR)) {
                problems.add("the surface " + layer.formulas().get(0).text() + " is drawn at " + text(p)
                        + ", where it is not");
            }
        }
        for (int axis = 0; axis < 3; axis++) {
            for (int line = 0; line < LINES * LINES; line++) {
                along(axis, line, f, mesh, layer.formulas().get(0).text());
            }
        }
    }

    private void along(int axis, int line, LevelSurface.Function f, Mesh mesh, String name) {
        var p = new double[3];
        p[(axis + 1) % 3] = place((axis + 1) % 3, (line % LINES + 0.51) / LINES);
        p[(axis + 2) % 3] = place((axis + 2) % 3, (line / LINES + 0.49) / LINES);
        double before = Double.NaN;
        for (int i = 0; i <= STEPS; i++) {
            p[axis] = place(axis, (double) i / STEPS);
            double value = f.at(p[0], p[1], p[2]);
            if (before < 0 != value < 0 && Double.isFinite(before) && Double.isFinite(value)) {
                if (away(f, p) < NEAR && mesh.distance(p, box) > 2 * NEAR) {
                    problems.add("the surface " + name + " is missing near " + text(p));
                }
            }
            before = value;
        }
    }

    private double place(int axis, double part) {
        return box.low()[axis] + part * box.side(axis);
    }

    /** How far the zero of a function is, as far as its slope says, in parts of the box; not a number where it jumps. */
    private double away(LevelSurface.Function f, double[] p) {
        double value = f.at(p[0], p[1], p[2]);
        var slope = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            slope[axis] = (beside(f, p, axis, 1e-3) - beside(f, p, axis, -1e-3)) / 2e-3;
        }
        double steep = Triples.length(slope);
        if (value == 0 || Math.abs(value) < 1e-9 * steep) {
            return 0;
        }
        var ahead = p.clone();
        var back = p.clone();
        for (int axis = 0; axis < 3; axis++) {
            double way = 2 * NEAR * slope[axis] / steep * box.side(axis);
            ahead[axis] += way;
            back[axis] -= way;
        }
        // Away from a zero a function grows, away from a pole it falls.
        double grown = Math.abs(f.at(ahead[0], ahead[1], ahead[2])) + Math.abs(f.at(back[0], back[1], back[2]));
        return grown < 2 * Math.abs(value) ? Double.NaN : Math.abs(value) / steep;
    }

    private double beside(LevelSurface.Function f, double[] p, int axis, double part) {
        var q = p.clone();
        q[axis] += part * box.side(axis);
        return f.at(q[0], q[1], q[2]);
    }

    private LevelSurface.Function function(FigurePlan.Layer layer) {
        return Difference.ofSides(work.scope().insert(layer.formulas().get(0)))
                .map(this::function)
                .orElse((x, y, z) -> Double.NaN);
    }

    private LevelSurface.Function function(Expression difference) {
        var numerics = new Numerics();
        var axes = plan.axes();
        return (x, y, z) -> {
            var at = new HashMap<String, Numeric>();
            at.put(axes.get(0), Numeric.of(x));
            at.put(axes.get(1), Numeric.of(y));
            at.put(axes.get(2), Numeric.of(z));
            return numerics.evaluate(difference, at).number();
        };
    }

    private static Mesh mesh(FigureFields data) {
        var numbers = data.at("nodes").numbers();
        var nodes = new ArrayList<double[]>();
        for (int i = 0; i + 2 < numbers.length; i += 3) {
            nodes.add(new double[] {numbers[i], numbers[i + 1], numbers[i + 2]});
        }
        var faces = data.at("faces").stream()
                .map(face -> face.stream().mapToInt(n -> (int) n.number()).toArray())
                .toList();
        return new Mesh(nodes, faces);
    }

    private static List<double[]> points(FigureFields data) {
        return data.at("lines").stream()
                .flatMap(FigureFields::stream)
                .map(FigureFields::numbers)
                .toList();
    }

    private static String text(double[] p) {
        return "(" + round(p[0]) + ", " + round(p[1]) + ", " + round(p[2]) + ")";
    }

    private static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
