package org.nabla.exercise.space;

/** Three numbers as a vector. */
public final class Triples {
    private Triples() {}

    /** The point a that far along b. */
    public static double[] plus(double[] a, double[] b, double times) {
        return new double[] {a[0] + times * b[0], a[1] + times * b[1], a[2] + times * b[2]};
    }

    public static double[] minus(double[] a, double[] b) {
        return plus(a, b, -1);
    }

    public static double dot(double[] a, double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    public static double[] cross(double[] a, double[] b) {
        return new double[] {
            a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0],
        };
    }

    public static double length(double[] a) {
        return Math.sqrt(dot(a, a));
    }

    public static boolean isFinite(double[] a) {
        return Double.isFinite(a[0] + a[1] + a[2]);
    }
}
