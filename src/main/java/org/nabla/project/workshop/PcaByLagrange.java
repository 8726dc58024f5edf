package org.nabla.project.workshop;

import static org.nabla.project.workshop.Dense.clear;
import static org.nabla.project.workshop.Dense.form;
import static org.nabla.project.workshop.Dense.plus;
import static org.nabla.project.workshop.Dense.times;

import java.util.Map;
import org.nabla.chance.DrawStream;

/** The principal components of a table with three columns, by power iteration and deflation. */
final class PcaByLagrange extends Workbench {
    private static final int ROWS = 12;
    private static final int STEPS = 500;

    PcaByLagrange() {
        super(
                "pca-by-lagrange",
                "axis",
                "no_centre",
                "n1",
                "no_n",
                "std",
                "no_norm",
                "sqrt",
                "sing",
                "no_defl",
                "sq",
                "two",
                "l2",
                "kept",
                "sum",
                "raw");
    }

    @Override
    public Data draw(DrawStream stream) {
        int[] u = {stream.of(-2, -1, 1, 2), stream.of(-2, -1, 1, 2), stream.of(-2, -1, 1, 2)};
        int[] v = {stream.integer(-1, 1), stream.sign(), stream.integer(-1, 1)};
        int[] mean = {stream.integer(-5, 9), stream.integer(-5, 9), stream.integer(-5, 9)};
        var columns = new int[3][ROWS];
        for (int i = 0; i < ROWS; i++) {
            int a = stream.integer(-20, 20);
            int b = stream.integer(-12, 12);
            for (int j = 0; j < 3; j++) {
                columns[j][i] = 10 * mean[j] + u[j] * a + v[j] * b + stream.noise(3);
            }
        }
        return Data.of()
                .vector("x1", columns[0], 10)
                .vector("x2", columns[1], 10)
                .vector("x3", columns[2], 10)
                .build();
    }

    @Override
    boolean good(Data data, Keys keys) {
        double gap = keys.number("l2") / keys.number("l1");
        return gap > 0.08
                && gap < 0.75
                && clear(0.1, keys.list("v1"))
                && clear(0.05, keys.list("mean"))
                && clear(0.05, keys.list("S"))
                && clear(0.05, keys.number("score"))
                && clear(0.03, keys.list("p1"));
    }

    @Override
    Keys solved(Data data, String bug) {
        var x = table(data);
        var keys = new Keys();
        keys.put("mean", bug.equals("axis") ? firstThree(rowMeans(x)) : Dense.means(x));
        var centered = centered(x, bug);
        var s = covariance(centered, bug);
        keys.put("S", s[0][0], s[0][1], s[1][2]);
        var once = times(s, new double[] {1, 0, 0});
        keys.put("p1", bug.equals("no_norm") ? once : times(1 / Dense.norm(once), once));
        var v = positive(Dense.power(s, new double[] {1, 0, 0}, STEPS));
        double first = form(s, v);
        keys.put(
                "l1",
                switch (bug) {
                    case "sqrt" -> StrictMath.sqrt(first);
                    case "sing" -> StrictMath.sqrt(first * x.length);
                    default -> first;
                });
        keys.put("v1", v);
        double second = form(s, second(s, v, first, bug));
        keys.put("l2", bug.equals("sqrt") ? StrictMath.sqrt(second) : second);
        use(keys, s, first, second, bug);
        keys.put(
                "recon",
                switch (bug) {
                    case "l2" -> second;
                    case "kept" -> first;
                    case "sum" -> lost(centered, v);
                    default -> lost(centered, v) / x.length;
                });
        keys.put("score", StrictMath.abs(Dense.dot(bug.equals("raw") ? x[0] : centered[0], v)));
        keys.put("total", times(x.length, Dense.means(x)));
        keys.put("row1", centered[0]);
        keys.put("column", once);
        keys.put("length", Dense.norm(once));
        keys.put("p2", Dense.power(s, new double[] {1, 0, 0}, 2));
        keys.put("deflated", plus(s[0], -first * v[0], v));
        keys.put("trace", Dense.sum(Dense.diagonalOf(s)));
        keys.put("lost1", lost(new double[][] {centered[0]}, v));
        return keys;
    }

    /** The rows in the plane of the first two directions, and the angle to the first one step for step. */
    @Override
    public Map<String, Sketch> sketches(Data data) {
        var centered = centered(table(data), "");
        var s = covariance(centered, "");
        var v = positive(Dense.power(s, new double[] {1, 0, 0}, STEPS));
        double first = form(s, v);
        var w = second(s, v, first, "");
        double long1 = 2 * StrictMath.sqrt(first);
        double long2 = 2 * StrictMath.sqrt(form(s, w));
        var plane = new SketchLayers()
                .points("rows", times(centered, v), times(centered, w))
                .line("first", new double[] {-long1, long1}, new double[] {0, 0})
                .line("second", new double[] {0, 0}, new double[] {-long2, long2});
        var angle = new double[21];
        for (int i = 0; i < angle.length; i++) {
            var u = Dense.power(s, new double[] {1, 0, 0}, i);
            double along = Dense.dot(u, v);
            double across = Dense.norm(plus(u, -along, v));
            angle[i] = Math.max(1e-9, StrictMath.atan2(across, StrictMath.abs(along)));
        }
        return Map.of(
                "plane",
                plane.plane(),
                "angle",
                new SketchLayers().trace("angle", angle).logPlot());
    }

    private static double[][] table(Data data) {
        return Dense.transposed(new double[][] {data.vector("x1"), data.vector("x2"), data.vector("x3")});
    }

    private static void use(Keys keys, double[][] s, double first, double second, String bug) {
        double trace = Dense.sum(Dense.diagonalOf(s));
        var entries = Dense.flat(s);
        keys.put(
                "share",
                switch (bug) {
                    case "sq" -> first * first / Dense.dot(entries, entries);
                    case "two" -> (first + second) / trace;
                    default -> first / trace;
                });
    }

    private static double[] rowMeans(double[][] x) {
        var means = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            means[i] = Dense.sum(x[i]) / x[i].length;
        }
        return means;
    }

    private static double[] firstThree(double[] all) {
        return new double[] {all[0], all[1], all[2]};
    }

    private static double[][] centered(double[][] x, String bug) {
        if (bug.equals("no_centre")) {
            return x;
        }
        var columns = Dense.means(x);
        var rows = rowMeans(x);
        var result = new double[x.length][x[0].length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[0].length; j++) {
                result[i][j] = x[i][j] - (bug.equals("axis") ? rows[i] : columns[j]);
            }
        }
        return result;
    }

    private static double[][] covariance(double[][] centered, String bug) {
        double n = switch (bug) {
            case "n1" -> centered.length - 1;
            case "no_n" -> 1;
            default -> centered.length;
        };
        var s = times(1 / n, times(Dense.transposed(centered), centered));
        if (!bug.equals("std")) {
            return s;
        }
        var correlation = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                correlation[i][j] = s[i][j] / StrictMath.sqrt(s[i][i] * s[j][j]);
            }
        }
        return correlation;
    }

    /** The direction or its opposite: the one whose largest entry is positive. */
    private static double[] positive(double[] v) {
        int largest = 0;
        for (int i = 1; i < v.length; i++) {
            if (StrictMath.abs(v[i]) > StrictMath.abs(v[largest])) {
                largest = i;
            }
        }
        return v[largest] < 0 ? times(-1, v) : v;
    }

    private static double[] second(double[][] s, double[] v, double first, String bug) {
        var deflated = Dense.copy(s);
        if (!bug.equals("no_defl")) {
            for (int i = 0; i < v.length; i++) {
                deflated[i] = plus(deflated[i], -first * v[i], v);
            }
        }
        var start = StrictMath.abs(v[1]) < 0.9 ? new double[] {0, 1, 0} : new double[] {1, 0, 0};
        return Dense.power(deflated, start, STEPS);
    }

    /** The sum over the rows of the squared distance from the line along v. */
    private static double lost(double[][] centered, double[] v) {
        double sum = 0;
        for (var row : centered) {
            var rest = plus(row, -Dense.dot(row, v), v);
            sum += Dense.dot(rest, rest);
        }
        return sum;
    }
}
