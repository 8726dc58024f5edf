package org.nabla.exercise.generator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nabla.exercise.numeric.Numeric;
import org.nabla.exercise.space.Box;
import org.nabla.exercise.space.LevelSurface;
import org.nabla.exercise.space.Mesh;
import org.nabla.exercise.space.Solid;
import org.nabla.exercise.space.Triples;
import org.nabla.exercise.template.FigurePlan;
import org.nabla.exercise.template.Formula;

/** The surfaces of a figure in space as meshes, and the arrows on them. */
final class SpaceSurfaces {
    private static final int PIECES = 22;
    private static final int SHEET = 14;
    private static final int ARROWS = 5;
    private static final int FIELD = 4;

    private final NameScope scope;
    private final SpaceValues values;
    private final Box box;

    SpaceSurfaces(NameScope scope, SpaceValues values, Box box) {
        this.scope = scope;
        this.values = values;
        this.box = box;
    }

    /**
     * A piece of a plane.
     *
     * @param edge all the way round, the first corner again at the end
     */
    record Sheet(Mesh mesh, List<double[]> edge) {}

    Mesh graph(FigurePlan.Layer layer) {
        var f = values.graph(layer.formulas().get(0));
        return Mesh.of(
                        (u, v) -> {
                            double x = box.low()[0] + u * box.side(0);
                            double y = box.low()[1] + v * box.side(1);
                            return new double[] {x, y, f.applyAsDouble(x, y)};
                        },
                        PIECES,
                        PIECES)
                .clipped(box);
    }

    Mesh level(FigurePlan.Layer layer) {
        return LevelSurface.of(values.difference(layer.formulas().get(0)), box);
    }

    /** @param first where the point stands among the formulas; its bounds follow it */
    Mesh parametric(FigurePlan.Layer layer, int first) {
        return Mesh.fitting(patch(layer, first), PIECES);
    }

    private Mesh.Patch patch(FigurePlan.Layer layer, int first) {
        var letters = layer.letter().orElseThrow().split(",");
        var formulas = layer.formulas();
        var place = values.point(formulas.get(first), letters[0], letters[1]);
        var ranges = ranges(formulas.subList(first + 1, first + 5), letters);
        return (u, v) -> {
            var at = ranges.at(u, v);
            return place.at(at[0], at[1]);
        };
    }

    /** From parts of the ranges to the values of the letters. */
    private interface Ranges {
        double[] at(double... parts);
    }

    private Ranges ranges(List<Formula> bounds, String[] letters) {
        var made = bounds.stream().map(values::bound).toList();
        return parts -> {
            var known = new HashMap<String, Numeric>();
            var at = new double[letters.length];
            for (int i = 0; i < letters.length; i++) {
                double from = made.get(2 * i).at(known);
                double to = made.get(2 * i + 1).at(known);
                at[i] = from + parts[i] * (to - from);
                known.put(letters[i], Numeric.of(at[i]));
            }
            return at;
        };
    }

    Mesh solid(FigurePlan.Layer layer) {
        var letters = layer.letter().orElseThrow().split(",");
        var ranges = ranges(layer.formulas(), letters);
        return Solid.surface(
                (a, b, c) -> {
                    var at = ranges.at(a, b, c);
                    var named = new HashMap<String, Double>();
                    for (int i = 0; i < 3; i++) {
                        named.put(letters[i], at[i]);
                    }
                    return cartesian(named);
                },
                box);
    }

    private static double[] cartesian(Map<String, Double> at) {
        if (at.containsKey("rho")) {
            double rho = at.getOrDefault("rho", 0.0);
            double phi = at.getOrDefault("phi", 0.0);
            double theta = at.getOrDefault("theta", 0.0);
            return new double[] {
                rho * Math.sin(phi) * Math.cos(theta), rho * Math.sin(phi) * Math.sin(theta), rho * Math.cos(phi),
            };
        } else if (at.containsKey("r")) {
            double r = at.getOrDefault("r", 0.0);
            double theta = at.getOrDefault("theta", 0.0);
            return new double[] {r * Math.cos(theta), r * Math.sin(theta), at.getOrDefault("z", 0.0)};
        }
        return new double[] {at.getOrDefault("x", 0.0), at.getOrDefault("y", 0.0), at.getOrDefault("z", 0.0)};
    }

    Sheet polygon(FigurePlan.Layer layer) {
        var corners = layer.formulas().stream().map(values::point).toList();
        var middle = new double[3];
        corners.forEach(c -> {
            for (int i = 0; i < 3; i++) {
                middle[i] += c[i] / corners.size();
            }
        });
        var mesh = new Mesh(List.of(), List.of());
        for (int i = 0; i < corners.size(); i++) {
            var from = corners.get(i);
            var to = corners.get((i + 1) % corners.size());
            mesh = mesh.and(Mesh.of(
                    (u, v) -> Triples.plus(
                            middle, Triples.minus(Triples.plus(from, Triples.minus(to, from), u), middle), v),
                    4,
                    4));
        }
        var edge = new ArrayList<>(corners);
        edge.add(corners.get(0));
        return new Sheet(mesh, edge);
    }

    /** As the graph over that side of the box from which the plane is steepest seen. */
    Sheet plane(FigurePlan.Layer layer) {
        var formulas = layer.formulas();
        double[] n;
        double right;
        if (formulas.size() == 3) {
            n = Triples.cross(values.point(formulas.get(1)), values.point(formulas.get(2)));
            right = Triples.dot(n, values.point(formulas.get(0)));
        } else {
            var f = values.difference(formulas.get(0));
            double d = f.at(0, 0, 0);
            n = new double[] {f.at(1, 0, 0) - d, f.at(0, 1, 0) - d, f.at(0, 0, 1) - d};
            right = -d;
            double off = f.at(2, -3, 5) - d - Triples.dot(n, new double[] {2, -3, 5});
            if (!(Math.abs(off) <= 1e-9 * (Math.abs(d) + 10 * Triples.length(n)))) {
                throw scope.broken(formulas.get(0), "for the figure: this is no equation of a plane");
            }
        }
        int up = 0;
        for (int i = 1; i < 3; i++) {
            up = Math.abs(n[i]) * box.side(i) > Math.abs(n[up]) * box.side(up) ? i : up;
        }
        if (n[up] == 0) {
            throw scope.broken(formulas.get(0), "for the figure: this is no equation of a plane");
        }
        var whole = over(n, right, up, 1).clipped(box);
        if (whole.faces().isEmpty()) {
            throw scope.broken(formulas.get(0), "for the figure: the plane passes by the window");
        }
        var face = whole.faces().get(0);
        var edge = new ArrayList<double[]>();
        for (int i = 0; i <= face.length; i++) {
            edge.add(whole.nodes().get(face[i % face.length]));
        }
        return new Sheet(over(n, right, up, SHEET).clipped(box), edge);
    }

    private Mesh over(double[] n, double right, int up, int pieces) {
        int a = (up + 1) % 3;
        int b = (up + 2) % 3;
        return Mesh.of(
                (u, v) -> {
                    var p = new double[3];
                    p[a] = box.low()[a] + u * box.side(a);
                    p[b] = box.low()[b] + v * box.side(b);
                    p[up] = (right - n[a] * p[a] - n[b] * p[b]) / n[up];
                    return p;
                },
                pieces,
                pieces);
    }

    List<double[]> field(Formula formula) {
        var field = values.field(formula);
        var arrows = new ArrayList<double[]>();
        for (int i = 0; i < FIELD * FIELD * FIELD; i++) {
            var p = new double[] {
                place(0, i % FIELD), place(1, i / FIELD % FIELD), place(2, i / FIELD / FIELD),
            };
            arrow(p, field.at(p), arrows);
        }
        return arrows;
    }

    private double place(int axis, int index) {
        return box.low()[axis] + (index + 0.5) / FIELD * box.side(axis);
    }

    List<double[]> flux(FigurePlan.Layer layer) {
        var field = values.field(layer.formulas().get(0));
        var patch = patch(layer, 1);
        var arrows = new ArrayList<double[]>();
        for (int i = 0; i < ARROWS * ARROWS; i++) {
            var p = patch.at((i % ARROWS + 0.5) / ARROWS, (i / ARROWS + 0.5) / ARROWS);
            arrow(p, field.at(p), arrows);
        }
        return arrows;
    }

    /** Of length one: they say which way. */
    List<double[]> normals(FigurePlan.Layer layer) {
        var patch = patch(layer, 0);
        double h = 1e-4;
        var arrows = new ArrayList<double[]>();
        for (int i = 0; i < ARROWS * ARROWS; i++) {
            double u = (i % ARROWS + 0.5) / ARROWS;
            double v = (i / ARROWS + 0.5) / ARROWS;
            var n = Triples.cross(
                    Triples.minus(patch.at(u + h, v), patch.at(u - h, v)),
                    Triples.minus(patch.at(u, v + h), patch.at(u, v - h)));
            double length = Triples.length(n);
            if (length > 0) {
                arrow(patch.at(u, v), Triples.plus(new double[3], n, 1 / length), arrows);
            }
        }
        return arrows;
    }

    private static void arrow(double[] p, double[] along, List<double[]> arrows) {
        if (Triples.isFinite(p) && Triples.isFinite(along)) {
            arrows.add(new double[] {p[0], p[1], p[2], along[0], along[1], along[2]});
        }
    }
}
