package org.nabla.web.figure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lines on which a function has one value, found by marching squares.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Marching_squares">Marching squares: the cases, and the saddle decided by the
 *     value in the middle</a>
 */
final class Contours {

    /** An edge of the grid: from a node to the right (0) or upwards (1). */
    private record Edge(int column, int row, int direction) {}

    private final Grid grid;
    private final double level;
    private final Map<Edge, List<Edge>> neighbours = new HashMap<>();

    private Contours(Grid grid, double level) {
        this.grid = grid;
        this.level = level;
    }

    static List<List<Point>> of(Grid grid, double level) {
        return new Contours(grid, level).lines();
    }

    /** Seven or so round numbers strictly between the lowest and the highest value. */
    static List<Double> levels(Grid grid) {
        double low = grid.lowest();
        double high = grid.highest();
        return Ticks.between(low, high, 8).stream()
                .filter(v -> v > low && v < high)
                .toList();
    }

    private List<List<Point>> lines() {
        for (int row = 0; row + 1 < grid.rows(); row++) {
            for (int column = 0; column + 1 < grid.columns(); column++) {
                square(column, row);
            }
        }
        var lines = new ArrayList<List<Point>>();
        while (!neighbours.isEmpty()) {
            lines.add(walk(start()).stream().map(this::crossing).toList());
        }
        return lines;
    }

    private void square(int c, int r) {
        var bottom = new Edge(c, r, 0);
        var top = new Edge(c, r + 1, 0);
        var left = new Edge(c, r, 1);
        var right = new Edge(c + 1, r, 1);
        double[] corners = {grid.at(c, r), grid.at(c + 1, r), grid.at(c + 1, r + 1), grid.at(c, r + 1)};
        int which = 0;
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            if (!Double.isFinite(corners[i])) {
                return;
            }
            which |= corners[i] >= level ? 1 << i : 0;
            sum += corners[i];
        }
        boolean middleAbove = sum / 4 >= level;
        switch (which) {
            case 1, 14 -> join(left, bottom);
            case 2, 13 -> join(bottom, right);
            case 3, 12 -> join(left, right);
            case 4, 11 -> join(right, top);
            case 6, 9 -> join(bottom, top);
            case 7, 8 -> join(left, top);
            case 5 -> saddle(middleAbove, bottom, right, top, left);
            case 10 -> saddle(!middleAbove, bottom, right, top, left);
            default -> {}
        }
    }

    private void saddle(boolean cutsBottomRight, Edge bottom, Edge right, Edge top, Edge left) {
        join(bottom, cutsBottomRight ? right : left);
        join(top, cutsBottomRight ? left : right);
    }

    private void join(Edge a, Edge b) {
        neighbours.computeIfAbsent(a, e -> new ArrayList<>(2)).add(b);
        neighbours.computeIfAbsent(b, e -> new ArrayList<>(2)).add(a);
    }

    /** The end of an open line before any edge of a closed one, the first in the grid before later ones. */
    private Edge start() {
        return neighbours.entrySet().stream()
                .filter(e -> e.getValue().size() == 1)
                .map(Map.Entry::getKey)
                .min(Contours::inOrder)
                .or(() -> neighbours.keySet().stream().min(Contours::inOrder))
                .orElseThrow();
    }

    private static int inOrder(Edge a, Edge b) {
        int rows = Integer.compare(a.row, b.row);
        int columns = Integer.compare(a.column, b.column);
        return rows != 0 ? rows : columns != 0 ? columns : Integer.compare(a.direction, b.direction);
    }

    private Deque<Edge> walk(Edge start) {
        var line = new ArrayDeque<Edge>();
        var at = Optional.of(start);
        while (at.isPresent()) {
            var here = at.get();
            line.add(here);
            at = take(here);
        }
        return line;
    }

    /** The next edge of the line, which is then no longer known. */
    private Optional<Edge> take(Edge here) {
        var next = neighbours.getOrDefault(here, List.of()).stream().findFirst();
        next.ifPresent(there -> {
            forget(here, there);
            forget(there, here);
        });
        return next;
    }

    private void forget(Edge edge, Edge neighbour) {
        var left = neighbours.get(edge);
        if (left != null) {
            left.remove(neighbour);
            if (left.isEmpty()) {
                neighbours.remove(edge);
            }
        }
    }

    private Point crossing(Edge e) {
        double here = grid.at(e.column, e.row);
        double there = e.direction == 0 ? grid.at(e.column + 1, e.row) : grid.at(e.column, e.row + 1);
        double part = here == there ? 0.5 : (level - here) / (there - here);
        return e.direction == 0 ? grid.place(e.column + part, e.row) : grid.place(e.column, e.row + part);
    }
}
