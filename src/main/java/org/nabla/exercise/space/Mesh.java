package org.nabla.exercise.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A surface as flat faces.
 *
 * @param faces the indexes of the corners of each, all the way round
 */
public record Mesh(List<double[]> nodes, List<int[]> faces) {

    /** So many pieces hide one another well enough where the surface runs straight. */
    private static final int STRAIGHT = 7;

    /** A point of a surface for two parameters, NaN where there is none. */
    public interface Patch {
        double[] at(double u, double v);
    }

    /** Over equal steps of u and v from 0 to 1. */
    public static Mesh of(Patch patch, int columns, int rows) {
        var nodes = new ArrayList<double[]>();
        for (int j = 0; j <= rows; j++) {
            for (int i = 0; i <= columns; i++) {
                nodes.add(patch.at((double) i / columns, (double) j / rows));
            }
        }
        var faces = new ArrayList<int[]>();
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < columns; i++) {
                int a = j * (columns + 1) + i;
                var face = new int[] {a, a + 1, a + columns + 2, a + columns + 1};
                if (Arrays.stream(face).allMatch(n -> Triples.isFinite(nodes.get(n)))) {
                    faces.add(face);
                }
            }
        }
        return new Mesh(nodes, faces).tidied();
    }

    /** In so many pieces each way; in fewer along a parameter along which the surface runs straight. */
    public static Mesh fitting(Patch patch, int pieces) {
        boolean across = isStraight(patch::at);
        boolean up = isStraight((part, other) -> patch.at(other, part));
        // What is round one way alone can be rounder.
        int many = across || up ? pieces * 4 / 3 : pieces;
        int few = Math.min(pieces, STRAIGHT);
        return of(patch, across ? few : many, up ? few : many);
    }

    private static boolean isStraight(Patch along) {
        for (double other : new double[] {0.07, 0.31, 0.58, 0.97}) {
            var from = along.at(0, other);
            var way = Triples.minus(along.at(1, other), from);
            for (double part : new double[] {0.23, 0.5, 0.81}) {
                var off = Triples.minus(along.at(part, other), Triples.plus(from, way, part));
                if (!(Triples.length(off) <= 1e-9 * (1 + Triples.length(way)))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Only nodes that are used, each once. */
    private Mesh tidied() {
        var kept = new ArrayList<double[]>();
        var places = new HashMap<Integer, Integer>();
        var all = new ArrayList<int[]>();
        for (var face : faces) {
            all.add(Arrays.stream(face)
                    .map(n -> places.computeIfAbsent(n, old -> {
                        kept.add(nodes.get(old));
                        return kept.size() - 1;
                    }))
                    .toArray());
        }
        return new Mesh(kept, all);
    }

    public Mesh and(Mesh other) {
        var all = new ArrayList<>(nodes);
        all.addAll(other.nodes);
        var joined = new ArrayList<>(faces);
        other.faces.forEach(face ->
                joined.add(Arrays.stream(face).map(n -> n + nodes.size()).toArray()));
        return new Mesh(all, joined);
    }

    /**
     * What of it is inside the box; faces that reach out are cut off, each side of the box after the other.
     *
     * @see <a href="https://en.wikipedia.org/wiki/Sutherland%E2%80%93Hodgman_algorithm">Sutherland and Hodgman</a>
     */
    public Mesh clipped(Box box) {
        var mesh = this;
        for (int axis = 0; axis < 3; axis++) {
            mesh = mesh.cut(axis, box.low()[axis], 1).cut(axis, box.high()[axis], -1);
        }
        return mesh.tidied();
    }

    /** @param side 1 to keep what is above the bound, −1 what is below */
    private Mesh cut(int axis, double bound, int side) {
        var all = new ArrayList<>(nodes);
        var made = new HashMap<Long, Integer>();
        var kept = new ArrayList<int[]>();
        for (var face : faces) {
            var corners = new ArrayList<Integer>();
            for (int i = 0; i < face.length; i++) {
                int a = face[i];
                int b = face[(i + 1) % face.length];
                double over = side * (all.get(a)[axis] - bound);
                double next = side * (all.get(b)[axis] - bound);
                if (over >= 0) {
                    corners.add(a);
                }
                if (over > 0 && next < 0 || over < 0 && next > 0) {
                    corners.add(between(all, made, a, b, over / (over - next), axis, bound));
                }
            }
            if (corners.size() > 2) {
                kept.add(corners.stream().mapToInt(Integer::intValue).toArray());
            }
        }
        return new Mesh(all, kept);
    }

    private static int between(
            List<double[]> all, Map<Long, Integer> made, int a, int b, double part, int axis, double bound) {
        long edge = (long) Math.min(a, b) * Integer.MAX_VALUE + Math.max(a, b);
        return made.computeIfAbsent(edge, e -> {
            var p = Triples.plus(all.get(a), Triples.minus(all.get(b), all.get(a)), part);
            p[axis] = bound;
            all.add(p);
            return all.size() - 1;
        });
    }

    /** How far a point is from it, in parts of the box. */
    public double distance(double[] p, Box box) {
        double least = Double.POSITIVE_INFINITY;
        for (var face : faces) {
            for (int i = 2; i < face.length; i++) {
                var a = nodes.get(face[0]);
                var b = nodes.get(face[i - 1]);
                var c = nodes.get(face[i]);
                least = Math.min(
                        least, Triangle.distance(scaled(p, box), scaled(a, box), scaled(b, box), scaled(c, box)));
            }
        }
        return least;
    }

    private static double[] scaled(double[] p, Box box) {
        return new double[] {box.part(p, 0), box.part(p, 1), box.part(p, 2)};
    }
}
