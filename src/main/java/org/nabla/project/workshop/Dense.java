package org.nabla.project.workshop;

/**
 * Small dense matrices, computed in plain loops with the index ascending, so that every machine gets the same bits.
 *
 * <p>Nothing is checked: the shapes come from the workshops, never from people.
 */
final class Dense {
    private Dense() {}

    static double dot(double[] u, double[] v) {
        double sum = 0;
        for (int i = 0; i < u.length; i++) {
            sum += u[i] * v[i];
        }
        return sum;
    }

    static double norm(double[] u) {
        return StrictMath.sqrt(dot(u, u));
    }

    static double sum(double[] u) {
        double sum = 0;
        for (double entry : u) {
            sum += entry;
        }
        return sum;
    }

    /** The vector u + factor · v. */
    static double[] plus(double[] u, double factor, double[] v) {
        var result = new double[u.length];
        for (int i = 0; i < u.length; i++) {
            result[i] = u[i] + factor * v[i];
        }
        return result;
    }

    static double[] times(double factor, double[] v) {
        return plus(new double[v.length], factor, v);
    }

    static double[] times(double[][] a, double[] v) {
        var result = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            result[i] = dot(a[i], v);
        }
        return result;
    }

    static double[][] times(double[][] a, double[][] b) {
        var result = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b[0].length; j++) {
                for (int k = 0; k < b.length; k++) {
                    result[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return result;
    }

    static double[][] times(double factor, double[][] a) {
        return plus(new double[a.length][a[0].length], factor, a);
    }

    /** The matrix a + factor · b. */
    static double[][] plus(double[][] a, double factor, double[][] b) {
        var result = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            result[i] = plus(a[i], factor, b[i]);
        }
        return result;
    }

    static double[][] transposed(double[][] a) {
        var result = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[0].length; j++) {
                result[j][i] = a[i][j];
            }
        }
        return result;
    }

    static double[][] diagonal(double... entries) {
        var result = new double[entries.length][entries.length];
        for (int i = 0; i < entries.length; i++) {
            result[i][i] = entries[i];
        }
        return result;
    }

    static double[] diagonalOf(double[][] a) {
        var result = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            result[i] = a[i][i];
        }
        return result;
    }

    /** The entries row by row. */
    static double[] flat(double[][] a) {
        var result = new double[a.length * a[0].length];
        for (int i = 0; i < a.length; i++) {
            System.arraycopy(a[i], 0, result, i * a[0].length, a[0].length);
        }
        return result;
    }

    static double[][] copy(double[][] a) {
        var result = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            result[i] = a[i].clone();
        }
        return result;
    }

    /** The mean of each column. */
    static double[] means(double[][] rows) {
        var result = new double[rows[0].length];
        for (double[] row : rows) {
            result = plus(result, 1, row);
        }
        for (int j = 0; j < result.length; j++) {
            result[j] /= rows.length;
        }
        return result;
    }

    /** The matrix without the rows and columns before {@code from}. */
    static double[][] tail(double[][] a, int from) {
        int n = a.length - from;
        var result = new double[n][n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(a[i + from], from, result[i], 0, n);
        }
        return result;
    }

    /** The solution of ax = b by Gauss without pivots: right for positive definite a, whose pivots are positive. */
    static double[] solve(double[][] a, double[] b) {
        var m = copy(a);
        var x = b.clone();
        int n = x.length;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                double factor = m[j][i] / m[i][i];
                for (int k = i; k < n; k++) {
                    m[j][k] -= factor * m[i][k];
                }
                x[j] -= factor * x[i];
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= m[i][k] * x[k];
            }
            x[i] /= m[i][i];
        }
        return x;
    }

    /** The first eigenvector by {@code steps} multiplications with a, of length 1. */
    static double[] power(double[][] a, double[] start, int steps) {
        var v = start.clone();
        for (int i = 0; i < steps; i++) {
            v = times(a, v);
            v = times(1 / norm(v), v);
        }
        return v;
    }

    /** The quadratic form v·av. */
    static double form(double[][] a, double[] v) {
        return dot(v, times(a, v));
    }

    /** The smaller and the larger eigenvalue of a symmetric 2 × 2 matrix. */
    static double[] eigenvalues(double[][] a) {
        double trace = a[0][0] + a[1][1];
        double det = a[0][0] * a[1][1] - a[0][1] * a[1][0];
        double root = StrictMath.sqrt(trace * trace / 4 - det);
        return new double[] {trace / 2 - root, trace / 2 + root};
    }

    /** Whether every entry is further than {@code margin} from zero. */
    static boolean clear(double margin, double... entries) {
        for (double entry : entries) {
            if (!(StrictMath.abs(entry) > margin)) {
                return false;
            }
        }
        return true;
    }

    static double sigmoid(double z) {
        return 1 / (1 + StrictMath.exp(-z));
    }

    /** The log-loss of a score z with the label y, ln(1 + e^z) − yz, without overflow. */
    static double logLoss(double z, double y) {
        return Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z))) - y * z;
    }

    /** The softmax of each row, shifted by the row's maximum so that nothing overflows. */
    static double[][] softmaxOfRows(double[][] scores) {
        var result = new double[scores.length][];
        for (int i = 0; i < scores.length; i++) {
            result[i] = softmax(scores[i]);
        }
        return result;
    }

    static double[] softmax(double[] scores) {
        double max = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            max = Math.max(max, score);
        }
        var result = new double[scores.length];
        for (int j = 0; j < scores.length; j++) {
            result[j] = StrictMath.exp(scores[j] - max);
        }
        return times(1 / sum(result), result);
    }
}
