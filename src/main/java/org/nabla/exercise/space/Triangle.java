package org.nabla.exercise.space;

/** A triangle in space. */
final class Triangle {
    private Triangle() {}

    /** From a point to the nearest point of a triangle: above its inside the height, else the distance to an edge. */
    static double distance(double[] p, double[] a, double[] b, double[] c) {
        var n = Vectors.cross(Vectors.minus(b, a), Vectors.minus(c, a));
        double size = Vectors.length(n);
        if (size > 0 && isOver(p, a, b, n) && isOver(p, b, c, n) && isOver(p, c, a, n)) {
            return Math.abs(Vectors.dot(Vectors.minus(p, a), n)) / size;
        }
        return Math.min(segment(p, a, b), Math.min(segment(p, b, c), segment(p, c, a)));
    }

    private static boolean isOver(double[] p, double[] a, double[] b, double[] n) {
        return Vectors.dot(Vectors.cross(Vectors.minus(b, a), Vectors.minus(p, a)), n) >= 0;
    }

    static double segment(double[] p, double[] a, double[] b) {
        var along = Vectors.minus(b, a);
        double square = Vectors.dot(along, along);
        double part = square == 0 ? 0 : Math.max(0, Math.min(1, Vectors.dot(Vectors.minus(p, a), along) / square));
        return Vectors.length(Vectors.minus(p, Vectors.plus(a, along, part)));
    }
}
