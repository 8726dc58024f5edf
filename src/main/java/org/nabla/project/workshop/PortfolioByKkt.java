package org.nabla.project.workshop;

import static org.nabla.project.workshop.Dense.clear;
import static org.nabla.project.workshop.Dense.dot;
import static org.nabla.project.workshop.Dense.form;
import static org.nabla.project.workshop.Dense.plus;
import static org.nabla.project.workshop.Dense.times;

import java.util.Arrays;
import java.util.Map;
import org.nabla.chance.DrawStream;

/** The portfolio of three funds with the least variance: with a sum alone, with a return asked for, without debts. */
final class PortfolioByKkt extends Workbench {
    private static final int MONTHS = 10;
    private static final double STEP = 0.05;
    private static final int[][] ORDERS = {{0, 1, 2}, {1, 0, 2}, {2, 1, 0}, {1, 2, 0}, {0, 2, 1}};
    private static final double[] ONES = {1, 1, 1};

    PortfolioByKkt() {
        super(
                "portfolio-by-kkt",
                "axis",
                "other",
                "diag",
                "plus",
                "no_centre",
                "n1",
                "no_n",
                "corr",
                "no_sum",
                "length",
                "sd",
                "equal",
                "half",
                "prop",
                "l1",
                "clip",
                "zero",
                "sign",
                "no_2",
                "up",
                "clip1",
                "no_proj");
    }

    @Override
    public Data draw(DrawStream stream) {
        int[] beta = {stream.integer(3, 6), stream.integer(9, 14), stream.integer(6, 9)};
        int[] mean = {stream.integer(2, 6), stream.integer(8, 14), stream.integer(5, 10)};
        var order = ORDERS[stream.below(ORDERS.length)];
        var columns = new int[3][MONTHS];
        for (int i = 0; i < MONTHS; i++) {
            int market = stream.noise(4);
            var unordered = new int[3];
            for (int j = 0; j < 3; j++) {
                unordered[j] = mean[j] + Math.floorDiv(beta[j] * market, 3) + stream.noise(5);
            }
            for (int j = 0; j < 3; j++) {
                columns[j][i] = unordered[order[j]];
            }
        }
        return Data.of()
                .vector("r1", columns[0], 10)
                .vector("r2", columns[1], 10)
                .vector("r3", columns[2], 10)
                .build();
    }

    /** Exactly one weight of the unrestricted optimum is negative, and clearly so: the bound binds. */
    @Override
    boolean good(Data data, Keys keys) {
        var sorted = keys.list("w").clone();
        Arrays.sort(sorted);
        var m = keys.list("m");
        var moved = plus(keys.list("pg1"), -1.0 / 3, ONES);
        return sorted[0] < -0.04
                && sorted[1] > 0.05
                && keys.number("nu") > 0.02
                && clear(0.05, keys.list("wk"))
                && clear(0.05, m)
                && clear(0.1, m[0] - m[1])
                && clear(0.02, keys.list("S"))
                && clear(0.03, keys.number("two"))
                && clear(0.02, keys.number("price"))
                && clear(0.1, keys.list("wt"))
                && keys.number("var") > 0.02
                && Arrays.stream(keys.list("pg1")).allMatch(w -> w > 0.02)
                && Arrays.stream(moved).anyMatch(w -> StrictMath.abs(w) > 0.01);
    }

    @Override
    Keys solved(Data data, String bug) {
        return new Run(table(data), bug).keys();
    }

    /** The shares of the first two funds with the variance, and the least deviation for each return. */
    @Override
    public Map<String, Sketch> sketches(Data data) {
        var run = new Run(table(data), "");
        var keys = run.keys();
        var w = keys.list("w");
        var bound = keys.list("bound");
        double[] range = {-0.7, 1.7};
        var plane = new SketchLayers()
                .contours("variance", range, range, (x, y) -> form(run.s, new double[] {x, y, 1 - x - y}))
                .line("triangle", new double[] {0, 1, 0, 0}, new double[] {0, 0, 1, 0})
                .point("free", w[0], w[1])
                .point("bound", bound[0], bound[1]);
        var sorted = run.m.clone();
        Arrays.sort(sorted);
        var returns = SketchLayers.range(sorted[0], sorted[2], 41);
        var deviations = new double[returns.length];
        for (int i = 0; i < returns.length; i++) {
            deviations[i] = StrictMath.sqrt(form(run.s, run.withReturn(returns[i])));
        }
        double[] funds = {StrictMath.sqrt(run.s[0][0]), StrictMath.sqrt(run.s[1][1]), StrictMath.sqrt(run.s[2][2])};
        var frontier = new SketchLayers()
                .line("frontier", deviations, returns)
                .points("funds", funds, run.m)
                .point("wish", StrictMath.sqrt(form(run.s, keys.list("wt"))), keys.number("rho"));
        return Map.of("plane", plane.plane(), "frontier", frontier.plot());
    }

    private static double[][] table(Data data) {
        return Dense.transposed(new double[][] {data.vector("r1"), data.vector("r2"), data.vector("r3")});
    }

    private static final class Run {
        private final String bug;
        private final double[][] r;
        private final double[] m;
        private final double[][] s;

        Run(double[][] r, String bug) {
            this.bug = bug;
            this.r = r;
            m = Dense.means(r);
            s = covariance();
        }

        private double[][] covariance() {
            var centered = new double[r.length][];
            for (int i = 0; i < r.length; i++) {
                centered[i] = bug.equals("no_centre") ? r[i] : plus(r[i], -1, m);
            }
            double n = bug.equals("n1") ? r.length - 1 : bug.equals("no_n") ? 1 : r.length;
            var all = times(1 / n, times(Dense.transposed(centered), centered));
            if (!bug.equals("corr")) {
                return all;
            }
            var scaled = new double[3][3];
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    scaled[i][j] = all[i][j] / StrictMath.sqrt(all[i][i] * all[j][j]);
                }
            }
            return scaled;
        }

        Keys keys() {
            var keys = new Keys();
            keys.put("total", times(r.length, m));
            keys.put("row1", plus(r[0], -1, m));
            keys.put("m", bug.equals("axis") ? meansOfMonths() : m);
            keys.put("two", two());
            keys.put("S", s[0][0], s[0][1], s[1][2]);
            var w = withoutBounds(keys);
            withReturn(keys);
            withoutDebts(keys, w);
            keys.put("pg1", projectedStep(keys));
            return keys;
        }

        private double[] meansOfMonths() {
            return new double[] {Dense.sum(r[0]) / 3, Dense.sum(r[1]) / 3, Dense.sum(r[2]) / 3};
        }

        private double two() {
            double a = s[0][0];
            double b = s[0][1];
            double c = s[1][1];
            return switch (bug) {
                case "other" -> (a - b) / (a + c - 2 * b);
                case "diag" -> c / (a + c);
                case "plus" -> (c - b) / (a + c);
                default -> (c - b) / (a + c - 2 * b);
            };
        }

        private double[] withoutBounds(Keys keys) {
            var x = Dense.solve(bug.equals("diag") ? Dense.diagonal(Dense.diagonalOf(s)) : s, ONES);
            var w = switch (bug) {
                case "no_sum" -> x;
                case "length" -> times(1 / Dense.norm(x), x);
                default -> times(1 / Dense.sum(x), x);
            };
            double variance = form(s, w);
            keys.put("v", x);
            keys.put("w", w);
            keys.put(
                    "var",
                    switch (bug) {
                        case "sd" -> StrictMath.sqrt(variance);
                        case "equal" -> form(s, ONES) / 9;
                        default -> variance;
                    });
            keys.put("lam", bug.equals("half") ? variance : 2 * variance);
            return w;
        }

        /** The two multipliers of 2Sw = λ₁1 + λ₂m, halved. */
        private double[] multipliers(double asked) {
            var x = Dense.solve(s, ONES);
            var y = Dense.solve(s, m);
            double a = Dense.sum(x);
            double b = Dense.sum(y);
            double c = dot(m, y);
            double det = a * c - b * b;
            return new double[] {(c - b * asked) / det, (a * asked - b) / det};
        }

        private double[] withReturn(double asked) {
            var by = multipliers(asked);
            return plus(times(by[0], Dense.solve(s, ONES)), by[1], Dense.solve(s, m));
        }

        private void withReturn(Keys keys) {
            var sorted = m.clone();
            Arrays.sort(sorted);
            double asked = sorted[2] * 0.5 + sorted[1] * 0.5;
            var by = multipliers(asked);
            var y = Dense.solve(s, m);
            keys.put("rho", asked);
            keys.put("Sm", y);
            keys.put("vwt", form(s, withReturn(asked)));
            keys.put("wt", bug.equals("prop") ? times(1 / Dense.sum(y), y) : withReturn(asked));
            keys.put(
                    "price",
                    switch (bug) {
                        case "half" -> by[1];
                        case "l1" -> 2 * by[0];
                        default -> 2 * by[1];
                    });
        }

        private void withoutDebts(Keys keys, double[] w) {
            int out = 0;
            for (int i = 1; i < 3; i++) {
                out = w[i] < w[out] ? i : out;
            }
            int i = out == 0 ? 1 : 0;
            int j = out == 2 ? 1 : 2;
            var y = Dense.solve(new double[][] {{s[i][i], s[i][j]}, {s[j][i], s[j][j]}}, new double[] {1, 1});
            var v = new double[3];
            v[i] = y[0] / (y[0] + y[1]);
            v[j] = y[1] / (y[0] + y[1]);
            if (bug.equals("clip") || bug.equals("zero")) {
                v[i] = Math.max(w[i], 0);
                v[j] = Math.max(w[j], 0);
                v = bug.equals("clip") ? times(1 / Dense.sum(v), v) : v;
            }
            keys.put("predict", out + 1);
            keys.put("v2", y);
            keys.put("bound", v);
            keys.put("wk", v[i], v[j]);
            keys.put("Sv", times(s, v));
            double price = 2 * times(s, v)[out] - 2 * form(s, v);
            keys.put("nu", bug.equals("half") ? price / 2 : bug.equals("sign") ? -price : price);
        }

        private double[] projectedStep(Keys keys) {
            var start = times(1.0 / 3, ONES);
            double factor = bug.equals("no_2") ? 1 : bug.equals("up") ? -2 : 2;
            var moved = plus(start, -STEP * factor, times(s, start));
            keys.put("moved", moved);
            return switch (bug) {
                case "no_proj" -> moved;
                case "clip1" -> scaled(moved);
                default -> projected(moved);
            };
        }

        private static double[] scaled(double[] z) {
            var positive = Arrays.stream(z).map(w -> Math.max(w, 0)).toArray();
            return times(1 / Dense.sum(positive), positive);
        }

        /** The nearest point with entries of at least 0 that add up to 1, by sorting. */
        private static double[] projected(double[] z) {
            var sorted = z.clone();
            Arrays.sort(sorted);
            double sum = 0;
            double shift = 0;
            for (int i = 1; i <= z.length; i++) {
                double largest = sorted[z.length - i];
                sum += largest;
                if (largest - (sum - 1) / i > 0) {
                    shift = (sum - 1) / i;
                }
            }
            double cut = shift;
            return Arrays.stream(z).map(w -> Math.max(w - cut, 0)).toArray();
        }
    }
}
