package org.nabla.exercise.space;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The points where a function of three letters is zero, as a mesh: one node in each cell that the surface crosses, brought onto
 * the surface by Newton's method, one face across each edge of the grid on which the function changes its sign.
 *
 * @see <a href="https://doi.org/10.1007/BFb0056277">Gibson, Constrained elastic surface nets, 1998</a>
 */
public final class LevelSurface {

    /** How many cells the longest side of the box has. */
    private static final int CELLS = 15;

    /** Steps of Newton's method: from within a cell they are more than enough. */
    private static final int NEWTON = 6;

    /** A function of three letters, NaN where it has no value. */
    public interface Function {
        double at(double x, double y, double z);
    }

    private final Function function;
    private final Box box;
    private final int[] counts = new int[3];
    private final double[] steps = new double[3];
    private final double[][][] values;
    private final List<double[]> nodes = new ArrayList<>();
    private final List<int[]> faces = new ArrayList<>();
    private final Map<Integer, Integer> cells = new HashMap<>();

    private LevelSurface(Function function, Box box) {
        this.function = function;
        this.box = box;
        double longest = Math.max(box.side(0), Math.max(box.side(1), box.side(2)));
        for (int i = 0; i < 3; i++) {
            // One cell more on each side: what crosses the side of the box is cut off there.
            int inside = Math.max(8, (int) Math.round(CELLS * box.side(i) / longest));
            steps[i] = box.side(i) / inside;
            counts[i] = inside + 2;
        }
        this.values = new double[counts[0] + 1][counts[1] + 1][counts[2] + 1];
    }

    public static Mesh of(Function function, Box box) {
        return new LevelSurface(function, box).mesh().clipped(box);
    }

    private Mesh mesh() {
        for (int i = 0; i <= counts[0]; i++) {
            for (int j = 0; j <= counts[1]; j++) {
                for (int k = 0; k <= counts[2]; k++) {
                    values[i][j][k] = function.at(coordinate(0, i), coordinate(1, j), coordinate(2, k));
                }
            }
        }
        for (int axis = 0; axis < 3; axis++) {
            edges(axis);
        }
        return new Mesh(nodes, faces);
    }

    /** Off the round numbers by a hair: where the function is zero on a node of the grid, it has no sign. */
    private double coordinate(int axis, double index) {
        return box.low()[axis] + (index - 1 + 1e-7) * steps[axis];
    }

    private void edges(int axis) {
        int across = (axis + 1) % 3;
        int up = (axis + 2) % 3;
        var at = new int[3];
        for (at[axis] = 0; at[axis] < counts[axis]; at[axis]++) {
            for (at[across] = 1; at[across] < counts[across]; at[across]++) {
                for (at[up] = 1; at[up] < counts[up]; at[up]++) {
                    var next = at.clone();
                    next[axis]++;
                    if (value(at) < 0 == value(next) < 0 || !Double.isFinite(value(at) + value(next))) {
                        continue;
                    }
                    var face = new int[4];
                    for (int corner = 0; corner < 4; corner++) {
                        var cell = at.clone();
                        cell[across] -= corner == 1 || corner == 2 ? 1 : 0;
                        cell[up] -= corner > 1 ? 1 : 0;
                        face[corner] = node(cell);
                    }
                    if (face[0] >= 0 && face[1] >= 0 && face[2] >= 0 && face[3] >= 0) {
                        faces.add(face);
                    }
                }
            }
        }
    }

    private double value(int[] at) {
        return values[at[0]][at[1]][at[2]];
    }

    /** The node of a cell; −1 where there is none on the surface. */
    private int node(int[] cell) {
        int key = (cell[0] * counts[1] + cell[1]) * counts[2] + cell[2];
        return cells.computeIfAbsent(key, k -> {
            var p = newton(middle(cell), cell);
            if (p.length == 0) {
                return -1;
            }
            nodes.add(p);
            return nodes.size() - 1;
        });
    }

    /** The mean of where the surface crosses the edges of the cell. */
    private double[] middle(int[] cell) {
        var sum = new double[3];
        int count = 0;
        for (int axis = 0; axis < 3; axis++) {
            for (int corner = 0; corner < 4; corner++) {
                var a = cell.clone();
                a[(axis + 1) % 3] += corner & 1;
                a[(axis + 2) % 3] += corner >> 1;
                var b = a.clone();
                b[axis]++;
                double from = value(a);
                double to = value(b);
                if (from < 0 != to < 0) {
                    double part = from / (from - to);
                    for (int i = 0; i < 3; i++) {
                        sum[i] += coordinate(i, a[i] + (i == axis ? part : 0));
                    }
                    count++;
                }
            }
        }
        return new double[] {sum[0] / count, sum[1] / count, sum[2] / count};
    }

    /** Down the gradient onto the surface; stays where it is when that leads out of the cell, as at the tip of a cone. */
    private double[] newton(double[] start, int[] cell) {
        var p = start;
        for (int i = 0; i < NEWTON; i++) {
            double value = function.at(p[0], p[1], p[2]);
            var slope = new double[3];
            for (int axis = 0; axis < 3; axis++) {
                double h = steps[axis] * 1e-4;
                var e = new double[3];
                e[axis] = h;
                slope[axis] = (function.at(p[0] + e[0], p[1] + e[1], p[2] + e[2])
                                - function.at(p[0] - e[0], p[1] - e[1], p[2] - e[2]))
                        / (2 * h);
            }
            double square = Triples.dot(slope, slope);
            if (!(square > 0) || !Double.isFinite(value / square)) {
                return start;
            }
            p = Triples.plus(p, slope, -value / square);
        }
        for (int axis = 0; axis < 3; axis++) {
            if (Math.abs(p[axis] - coordinate(axis, cell[axis] + 0.5)) > steps[axis]) {
                return start;
            }
        }
        return p;
    }
}
