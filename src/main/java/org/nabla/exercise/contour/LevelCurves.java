package org.nabla.exercise.contour;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.Stream;

/**
 * The lines of one level, by marching squares of less than two pixels that follow a line from square to square. Each point of a
 * line is found on the function itself; where the function jumps over the level there is no line. In a square with
 * four crossings the sign at its saddle says which belong together; where the saddle has the level, the lines cross there.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Marching_squares">Marching squares, and the cases of a saddle</a>
 */
public final class LevelCurves {

    /** Of the size of the values about a saddle: as good as the level itself. */
    private static final double SAME = 1e-3;

    /** Of the change along an edge: less than a fiftieth of a pixel off. */
    private static final double CLOSE = 0.01;

    private static final int SECANTS = 4;
    private static final int HALVINGS = 18;

    private final GridFunction plane;

    /** @param window x from, x to, y from, y to */
    public LevelCurves(DoubleBinaryOperator function, double[] window) {
        this.plane = new GridFunction(function, window);
    }

    /** An edge of the grid: from a node to the right (0) or upwards (1). */
    record Edge(int column, int row, int direction) {}

    private record Square(int column, int row) {}

    /** What an edge is joined to, perhaps by way of a saddle. */
    private record Link(Edge to, Optional<double[]> via) {}

    /** Lines, each a list of points (x, y); a closed one ends where it began. */
    public List<List<double[]>> of(double level) {
        return new Search(level).lines();
    }

    /** The finite values at the nodes where lines are looked for. */
    public double[] values() {
        var values = new double[(GridFunction.COARSE + 1) * (GridFunction.COARSE + 1)];
        for (int i = 0; i < values.length; i++) {
            values[i] = plane.at(
                    i % (GridFunction.COARSE + 1) * GridFunction.CUT, i / (GridFunction.COARSE + 1) * GridFunction.CUT);
        }
        return java.util.Arrays.stream(values).filter(Double::isFinite).toArray();
    }

    private final class Search {
        private final double level;
        private final Map<Edge, Optional<double[]>> crossings = new HashMap<>();
        private final Map<Edge, List<Link>> links = new HashMap<>();
        private final boolean[] seen = new boolean[GridFunction.STEPS * GridFunction.STEPS];
        private final Deque<Square> open = new ArrayDeque<>();

        Search(double level) {
            this.level = level;
        }

        List<List<double[]>> lines() {
            for (int row = 0; row < GridFunction.STEPS; row += GridFunction.CUT) {
                for (int column = 0; column < GridFunction.STEPS; column += GridFunction.CUT) {
                    if (isCrossed(column, row)) {
                        all(column, row);
                    }
                }
            }
            while (!open.isEmpty()) {
                square(open.remove());
            }
            var lines = new ArrayList<List<double[]>>();
            while (!links.isEmpty()) {
                lines.add(walk(start()));
            }
            return lines;
        }

        private void all(int column, int row) {
            for (int r = row; r < row + GridFunction.CUT; r++) {
                for (int c = column; c < column + GridFunction.CUT; c++) {
                    look(c, r);
                }
            }
        }

        private void look(int column, int row) {
            boolean inside = column >= 0 && row >= 0 && column < GridFunction.STEPS && row < GridFunction.STEPS;
            if (inside && !seen[row * GridFunction.STEPS + column]) {
                seen[row * GridFunction.STEPS + column] = true;
                open.add(new Square(column, row));
            }
        }

        /** By the corners, the middle, and the middles of the sides, which the corners do not tell of. */
        private boolean isCrossed(int column, int row) {
            int half = GridFunction.CUT / 2;
            int above = 0;
            int below = 0;
            int none = 0;
            for (int r = row; r <= row + GridFunction.CUT; r += half) {
                for (int c = column; c <= column + GridFunction.CUT; c += half) {
                    double value = plane.at(c, r) - level;
                    above += value >= 0 ? 1 : 0;
                    below += value < 0 ? 1 : 0;
                    none += Double.isFinite(value) ? 0 : 1;
                }
            }
            return above > 0 && below > 0 || none > 0 && above + below > 0;
        }

        private void square(Square s) {
            int c = s.column;
            int r = s.row;
            var edges = List.of(new Edge(c, r, 0), new Edge(c + 1, r, 1), new Edge(c, r + 1, 0), new Edge(c, r, 1));
            var crossed = edges.stream().filter(e -> crossing(e).isPresent()).toList();
            if (crossed.size() == 2) {
                join(crossed.get(0), crossed.get(1), Optional.empty());
            } else if (crossed.size() == 4) {
                saddle(s, edges);
            }
            for (var edge : crossed) {
                look(
                        edge.direction == 0 ? edge.column : edge.column - 1,
                        edge.direction == 0 ? edge.row - 1 : edge.row);
                look(edge.column, edge.row);
            }
        }

        /** Edges in their order around: bottom, right, top, left. */
        private void saddle(Square s, List<Edge> edges) {
            double[] at = critical(s);
            double value = plane.at(at[0], at[1]) - level;
            double size = 0;
            for (int i = 0; i < 4; i++) {
                size = Math.max(size, Math.abs(plane.at(s.column + i % 2, s.row + i / 2) - level));
            }
            if (!Double.isFinite(value) || Math.abs(value) <= SAME * size) {
                var via = Optional.of(new double[] {plane.x(at[0]), plane.y(at[1])});
                join(edges.get(0), edges.get(2), via);
                join(edges.get(1), edges.get(3), via);
            } else {
                boolean cornerAlone = plane.at(s.column, s.row) - level >= 0 != value >= 0;
                join(edges.get(0), edges.get(cornerAlone ? 3 : 1), Optional.empty());
                join(edges.get(2), edges.get(cornerAlone ? 1 : 3), Optional.empty());
            }
        }

        /** Where the function neither rises nor falls, from the middle on by Newton's way on differences. */
        private double[] critical(Square s) {
            double u = s.column + 0.5;
            double v = s.row + 0.5;
            double d = 0.2;
            for (int i = 0; i < 4; i++) {
                double f = plane.at(u, v);
                double right = plane.at(u + d, v);
                double left = plane.at(u - d, v);
                double up = plane.at(u, v + d);
                double down = plane.at(u, v - d);
                double fx = (right - left) / (2 * d);
                double fy = (up - down) / (2 * d);
                double fxx = (right - 2 * f + left) / (d * d);
                double fyy = (up - 2 * f + down) / (d * d);
                double fxy = (plane.at(u + d, v + d)
                                - plane.at(u + d, v - d)
                                - plane.at(u - d, v + d)
                                + plane.at(u - d, v - d))
                        / (4 * d * d);
                double det = fxx * fyy - fxy * fxy;
                double du = -(fyy * fx - fxy * fy) / det;
                double dv = -(fxx * fy - fxy * fx) / det;
                if (!Double.isFinite(du) || !Double.isFinite(dv)) {
                    break;
                }
                u = Math.max(s.column, Math.min(s.column + 1, u + du));
                v = Math.max(s.row, Math.min(s.row + 1, v + dv));
            }
            return new double[] {u, v};
        }

        private Optional<double[]> crossing(Edge e) {
            return crossings.computeIfAbsent(e, this::find);
        }

        /** By the secant where that soon leads to the level, else by halving; none where the function jumps over it. */
        private Optional<double[]> find(Edge e) {
            double low = 0;
            double high = 1;
            double atLow = along(e, 0);
            double atHigh = along(e, 1);
            if (!Double.isFinite(atLow) || !Double.isFinite(atHigh) || atLow >= 0 == atHigh >= 0) {
                return Optional.empty();
            }
            double first = Math.abs(atHigh - atLow);
            for (int i = 0; i < SECANTS + HALVINGS; i++) {
                double part = i < SECANTS ? low + (high - low) * atLow / (atLow - atHigh) : (low + high) / 2;
                double value = along(e, part);
                if (!Double.isFinite(value)) {
                    return Optional.empty();
                }
                if (Math.abs(value) < CLOSE * first) {
                    return Optional.of(place(e, part));
                }
                if (value >= 0 == atLow >= 0) {
                    low = part;
                    atLow = value;
                } else {
                    high = part;
                    atHigh = value;
                }
            }
            return Optional.empty();
        }

        /** How much the value is above the level, so far along an edge. */
        private double along(Edge e, double part) {
            if (part == 0) {
                return plane.at(e.column, e.row) - level;
            }
            return e.direction == 0
                    ? (part == 1 ? plane.at(e.column + 1, e.row) : plane.at(e.column + part, (double) e.row)) - level
                    : (part == 1 ? plane.at(e.column, e.row + 1) : plane.at((double) e.column, e.row + part)) - level;
        }

        private double[] place(Edge e, double part) {
            return e.direction == 0
                    ? new double[] {plane.x(e.column + part), plane.y(e.row)}
                    : new double[] {plane.x(e.column), plane.y(e.row + part)};
        }

        private void join(Edge a, Edge b, Optional<double[]> via) {
            links.computeIfAbsent(a, e -> new ArrayList<>(2)).add(new Link(b, via));
            links.computeIfAbsent(b, e -> new ArrayList<>(2)).add(new Link(a, via));
        }

        /** The end of an open line before any edge of a closed one, the first in the grid before later ones. */
        private Edge start() {
            return links.entrySet().stream()
                    .filter(e -> e.getValue().size() == 1)
                    .map(Map.Entry::getKey)
                    .min(LevelCurves::inOrder)
                    .or(() -> links.keySet().stream().min(LevelCurves::inOrder))
                    .orElseThrow();
        }

        private List<double[]> walk(Edge start) {
            var line = new ArrayList<double[]>();
            crossing(start).ifPresent(line::add);
            var at = take(start);
            while (at.isPresent()) {
                var link = at.get();
                Stream.concat(link.via.stream(), crossing(link.to).stream()).forEach(line::add);
                at = take(link.to);
            }
            return line;
        }

        /** The next edge of the line, which is then no longer known. */
        private Optional<Link> take(Edge here) {
            var next = links.getOrDefault(here, List.of()).stream().findFirst();
            next.ifPresent(link -> {
                forget(here, link.to);
                forget(link.to, here);
            });
            return next;
        }

        private void forget(Edge edge, Edge neighbor) {
            var left = links.get(edge);
            if (left == null) {
                return;
            }
            for (int i = 0; i < left.size(); i++) {
                if (left.get(i).to.equals(neighbor)) {
                    left.remove(i);
                    break;
                }
            }
            if (left.isEmpty()) {
                links.remove(edge);
            }
        }
    }

    private static int inOrder(Edge a, Edge b) {
        int rows = Integer.compare(a.row, b.row);
        int columns = Integer.compare(a.column, b.column);
        return rows != 0 ? rows : columns != 0 ? columns : Integer.compare(a.direction, b.direction);
    }
}
