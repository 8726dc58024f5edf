package org.nabla.math.value;

/** erf in doubles, by its series in the middle and by the continued fraction of erfc outside. */
final class ErrorFunction {

    /** More than the true error of {@link #of}, absolute. */
    static final double ERROR = 1e-13;

    private static final double LIMIT = 3;

    private ErrorFunction() {}

    static double of(double x) {
        if (Double.isNaN(x)) {
            return x;
        }
        var size = Math.abs(x);
        var value = size < LIMIT ? series(size) : 1 - tail(size);
        return x < 0 ? -value : value;
    }

    /** 2/√π e^(−x²) Σ 2ⁿ x^(2n+1)/(2n+1)!!: all terms positive, so nothing cancels. */
    private static double series(double x) {
        var term = x;
        var sum = x;
        for (var n = 1; term > sum * 1e-18; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * StrictMath.exp(-x * x) * sum;
    }

    private static double tail(double x) {
        if (x > 27) {
            return 0;
        }
        var fraction = 0.0;
        for (var k = 80; k >= 1; k--) {
            fraction = k / 2.0 / (x + fraction);
        }
        return StrictMath.exp(-x * x) / Math.sqrt(Math.PI) / (x + fraction);
    }
}
