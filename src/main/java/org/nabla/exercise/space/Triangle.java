package org.nabla.exercise.space;

/** A triangle in space. */
final class Triangle {
    private Triangle() {}

    /** From a point to the nearest point of a triangle: above its inside the height, else the distance to an edge. */
    static double distance(double[] p, double[] a, double[] b, double[] c) {
        var n = Triples.cross(Triples.minus(b, a), Triples.minus(c, a));
        double size = Triples.length(n);
        if (size > 0 && isOver(p, a, b, n) && isOver(p, b, c, n) && isOver(p, c, a, n)) {
            return Math.abs(Triples.dot(Triples.minus(p, a), n)) / size;
        }
        return Math.min(segment(p, a, b), Math.min(segment(p, b, c), segment(p, c, a)));
    }

    private static boolean isOver(double[] p, double[] a, double[] b, double[] n) {
        return Triples.dot(Triples.cross(Triples.minus(b, a), Triples.minus(p, a)), n) >= 0;
    }

    static double segment(double[] p, double[] a, double[] b) {
        var along = Triples.minus(b, a);
        double square = Triples.dot(along, along);
        double part = square == 0 ? 0 : Math.max(0, Math.min(1, Triples.dot(Triples.minus(p, a), along) / square));
        return Triples.length(Triples.minus(p, Triples.plus(a, along, part)));
    }
}
