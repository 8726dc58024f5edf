package org.nabla.exercise.contour;

import java.util.List;

/** The points of a line that the eye needs: what is left out lies on the line between its neighbors to half a pixel. */
public final class Outline {
    private static final double TOLERANCE = 0.0017;

    private final double width;
    private final double height;

    /** @param window x from, x to, y from, y to */
    public Outline(double[] window) {
        this.width = window[1] - window[0];
        this.height = window[3] - window[2];
    }

    /** By the way of Douglas and Peucker. A closed line stays closed. */
    public List<double[]> of(List<double[]> line) {
        var keep = new boolean[line.size()];
        keep[0] = true;
        keep[line.size() - 1] = true;
        // A closed line has no distance from end to end to measure by: it is cut where it is farthest from its start.
        var start = line.get(0);
        int farthest = 0;
        for (int i = 1; i < line.size(); i++) {
            farthest = distance(line.get(i), start) > distance(line.get(farthest), start) ? i : farthest;
        }
        keep[farthest] = true;
        mark(line, 0, farthest, keep);
        mark(line, farthest, line.size() - 1, keep);
        return java.util.stream.IntStream.range(0, line.size())
                .filter(i -> keep[i])
                .mapToObj(line::get)
                .toList();
    }

    private void mark(List<double[]> line, int from, int to, boolean[] keep) {
        double most = TOLERANCE;
        int worst = -1;
        for (int i = from + 1; i < to; i++) {
            double off = off(line.get(i), line.get(from), line.get(to));
            if (off > most) {
                most = off;
                worst = i;
            }
        }
        if (worst >= 0) {
            keep[worst] = true;
            mark(line, from, worst, keep);
            mark(line, worst, to, keep);
        }
    }

    private double distance(double[] a, double[] b) {
        return Math.hypot((a[0] - b[0]) / width, (a[1] - b[1]) / height);
    }

    /** From a piece of a straight line, in parts of the window. */
    private double off(double[] p, double[] from, double[] to) {
        double dx = (to[0] - from[0]) / width;
        double dy = (to[1] - from[1]) / height;
        double px = (p[0] - from[0]) / width;
        double py = (p[1] - from[1]) / height;
        double square = dx * dx + dy * dy;
        double part = square == 0 ? 0 : Math.max(0, Math.min(1, (px * dx + py * dy) / square));
        return Math.hypot(px - part * dx, py - part * dy);
    }
}
