package org.nabla.math.value;

import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.function.DoubleUnaryOperator;

/**
 * Integrals of functions of one real variable by numbers alone: the independent route that confirms what algebra found.
 *
 * <p>First the double exponential rule, which bears infinite slopes and poles at the ends and infinite intervals; where it does
 * not settle, as at corners inside, adaptive Gauss–Kronrod. An integral that seems to diverge has no value.
 *
 * <p>No library's rule does it: of Hipparchus 3.0, Gauss–Legendre says −2·10⁻¹² for 1/x from −1 to 1, which has no integral,
 * and it, Romberg and Simpson have none for 1/√x from 0 to 1 after two million values, where 282 suffice here, nor for
 * e^(−x) from 0 to infinity.
 */
public final class Quadrature {

    /** About the precision with which a result is worth comparing. */
    public static final double TOLERANCE = 1e-8;

    private static final int LEVELS = 9;
    private static final double FURTHEST = 6.6;
    private static final double FAR = 1e50;
    private static final int MOST_INTERVALS = 1_000;

    /** No symmetry of a pole's two sides may hide it: (√5 − 1)/2. */
    private static final double UNEVEN = 0.6180339887498949;

    private static final double[] NODES = {
        0.991455371120812639206854697526329,
        0.949107912342758524526189684047851,
        0.864864423359769072789712788640926,
        0.741531185599394439863864773280788,
        0.586087235467691130294144691693014,
        0.405845151377397166906606412076961,
        0.207784955007898467600689403773245,
        0.0
    };
    private static final double[] KRONROD = {
        0.022935322010529224963732008058970,
        0.063092092629978553290700663189204,
        0.104790010322250183839876322541518,
        0.140653259715525918745189590510238,
        0.169004726639267902826583426598550,
        0.190350578064785409913256402421014,
        0.204432940075298892414161999234649,
        0.209482141084727828012999174891714
    };
    private static final double[] GAUSS = {
        0.129484966168869693270611432679082,
        0.279705391489276667901467771423780,
        0.381830050505118944950369775488975,
        0.417959183673469387755102040816327
    };

    private Quadrature() {}

    /**
     * The integral of f from a to b; either end may be infinite, and b below a turns the sign.
     *
     * @return the value to about 8 digits; empty where it seems to diverge, or where the rules do not settle
     */
    public static OptionalDouble integrate(DoubleUnaryOperator f, double a, double b) {
        if (Double.isNaN(a) || Double.isNaN(b)) {
            return OptionalDouble.empty();
        } else if (a == b) {
            return OptionalDouble.of(0);
        } else if (a > b) {
            var turned = integrate(f, b, a);
            return turned.isPresent() ? OptionalDouble.of(-turned.getAsDouble()) : turned;
        } else if (Double.isInfinite(a) && Double.isInfinite(b)) {
            return both(integrate(f, a, 0), integrate(f, 0, b));
        }
        var smooth = doubleExponential(f, a, b);
        return smooth.isPresent() || Double.isInfinite(a) || Double.isInfinite(b) ? smooth : adaptive(f, a, b);
    }

    private static OptionalDouble both(OptionalDouble a, OptionalDouble b) {
        return a.isPresent() && b.isPresent()
                ? OptionalDouble.of(a.getAsDouble() + b.getAsDouble())
                : OptionalDouble.empty();
    }

    private static OptionalDouble doubleExponential(DoubleUnaryOperator f, double a, double b) {
        DoubleUnaryOperator g = Double.isInfinite(b)
                ? t -> halfLine(f, a, 1, t)
                : Double.isInfinite(a) ? t -> halfLine(f, b, -1, t) : t -> interval(f, a, b, t);
        var step = 0.5;
        var previous = Double.NaN;
        for (var level = 0; level < LEVELS; level++, step /= 2) {
            var sum = 0.0;
            var size = 0.0;
            var count = (int) (FURTHEST / step);
            for (var k = -count; k <= count; k++) {
                var value = g.applyAsDouble(k * step);
                if (Double.isNaN(value) || Double.isInfinite(value)) {
                    return OptionalDouble.empty();
                }
                sum += value;
                size += Math.abs(value);
            }
            var integral = sum * step;
            var scale = Math.max(size * step, Double.MIN_NORMAL);
            if (level > 2 && Math.abs(integral - previous) <= TOLERANCE * scale) {
                return settles(g, scale) ? OptionalDouble.of(integral) : OptionalDouble.empty();
            }
            previous = integral;
        }
        return OptionalDouble.empty();
    }

    /** Whether both tails fade, as they do not where the integral diverges at an end. */
    private static boolean settles(DoubleUnaryOperator g, double scale) {
        for (var sign : new int[] {-1, 1}) {
            var t = FURTHEST;
            while (t > 1 && g.applyAsDouble(sign * t) == 0) {
                t -= 0.05;
            }
            if (Math.abs(g.applyAsDouble(sign * t)) > 1e-5 * scale) {
                return false;
            }
        }
        return true;
    }

    private static double interval(DoubleUnaryOperator f, double a, double b, double t) {
        var u = Math.PI / 2 * Math.sinh(t);
        var distance = (b - a) / (Math.exp(2 * Math.abs(u)) + 1);
        var x = t < 0 ? a + distance : b - distance;
        if (x <= a || x >= b) {
            return 0;
        }
        var cosh = Math.cosh(u);
        var weight = (b - a) / 2 * Math.PI / 2 * Math.cosh(t) / (cosh * cosh);
        return weight == 0 ? 0 : f.applyAsDouble(x) * weight;
    }

    private static double halfLine(DoubleUnaryOperator f, double end, int sign, double t) {
        var distance = Math.exp(Math.PI / 2 * Math.sinh(t));
        var x = end + sign * distance;
        if (distance == 0 || x == end || Double.isInfinite(x)) {
            return 0;
        }
        var value = f.applyAsDouble(x);
        // far out x² e^(−x²) is ∞·0 in doubles
        var vanishes = value == 0 || Double.isNaN(value) && distance > FAR;
        return vanishes ? 0 : value * distance * Math.PI / 2 * Math.cosh(t);
    }

    private record Piece(double a, double b, double value, double error) {}

    private static OptionalDouble adaptive(DoubleUnaryOperator f, double a, double b) {
        var pieces = new PriorityQueue<Piece>((p, q) -> Double.compare(q.error(), p.error()));
        var middle = a + UNEVEN * (b - a);
        pieces.add(gaussKronrod(f, a, middle));
        pieces.add(gaussKronrod(f, middle, b));
        while (pieces.size() < MOST_INTERVALS) {
            var total = pieces.stream().mapToDouble(Piece::value).sum();
            var size = pieces.stream().mapToDouble(p -> Math.abs(p.value())).sum();
            var error = pieces.stream().mapToDouble(Piece::error).sum();
            if (Double.isNaN(error) || Double.isInfinite(total)) {
                return OptionalDouble.empty();
            } else if (error <= TOLERANCE * 1e-1 * Math.max(size, 1e-12)) {
                return OptionalDouble.of(total);
            }
            var worst = pieces.remove();
            if (worst.b() - worst.a() < 1e-13 * (b - a)) {
                return OptionalDouble.empty();
            }
            var cut = worst.a() + UNEVEN * (worst.b() - worst.a());
            pieces.add(gaussKronrod(f, worst.a(), cut));
            pieces.add(gaussKronrod(f, cut, worst.b()));
        }
        return OptionalDouble.empty();
    }

    private static Piece gaussKronrod(DoubleUnaryOperator f, double a, double b) {
        var middle = (a + b) / 2;
        var half = (b - a) / 2;
        var centre = f.applyAsDouble(middle);
        var kronrod = KRONROD[7] * centre;
        var gauss = GAUSS[3] * centre;
        for (var i = 0; i < 7; i++) {
            var pair = f.applyAsDouble(middle - half * NODES[i]) + f.applyAsDouble(middle + half * NODES[i]);
            kronrod += KRONROD[i] * pair;
            gauss += i % 2 == 1 ? GAUSS[i / 2] * pair : 0;
        }
        return new Piece(a, b, kronrod * half, Math.abs(kronrod - gauss) * half);
    }
}
