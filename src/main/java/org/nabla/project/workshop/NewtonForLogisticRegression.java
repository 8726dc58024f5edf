package org.nabla.project.workshop;

import static org.nabla.project.workshop.Dense.clear;
import static org.nabla.project.workshop.Dense.plus;
import static org.nabla.project.workshop.Dense.times;

import java.util.Map;
import org.nabla.chance.DrawStream;

/** Logistic regression with two features: gradient and Hessian of the log-loss, Newton and descent. */
final class NewtonForLogisticRegression extends Workbench {
    private static final int ROWS = 20;
    private static final double STEP = 0.5;

    NewtonForLogisticRegression() {
        super(
                "newton-for-logistic-regression",
                "no_n",
                "log2",
                "plus",
                "sign",
                "sigma",
                "no_act",
                "hn",
                "p_only",
                "up",
                "diag",
                "no_bias",
                "sum",
                "errors",
                "var",
                "sen",
                "twice");
    }

    @Override
    public Data draw(DrawStream stream) {
        int c1 = stream.integer(2, 3);
        int c2 = stream.of(-2, 2, 3);
        int c0 = stream.integer(-3, 3);
        var x1 = new int[ROWS];
        var x2 = new int[ROWS];
        var y = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            x1[i] = stream.integer(-20, 20);
            x2[i] = stream.integer(-20, 20);
            y[i] = c1 * x1[i] + c2 * x2[i] + 5 * c0 + stream.noise(32) > 0 ? 1 : 0;
        }
        return Data.of()
                .vector("x1", x1, 10)
                .vector("x2", x2, 10)
                .vector("y", y, 1)
                .build();
    }

    /** The classes overlap, so that the optimum exists: at most 19 rows are right, and the weights are not large. */
    @Override
    boolean good(Data data, Keys keys) {
        double ones = Dense.sum(data.vector("y"));
        for (double weight : keys.list("w")) {
            if (!(StrictMath.abs(weight) < 6)) {
                return false;
            }
        }
        return ones >= 5
                && ones <= 15
                && clear(0.15, keys.list("w"))
                && clear(0.02, keys.list("grad0"))
                && clear(0.01, keys.list("h0"))
                && keys.number("acc") <= ROWS - 1
                && clear(0.05, keys.list("newton1"));
    }

    @Override
    Keys solved(Data data, String bug) {
        return new Run(data, bug).keys();
    }

    /** The rows with three lines of equal probability, and the distance to the optimum for Newton and for descent. */
    @Override
    public Map<String, Sketch> sketches(Data data) {
        var run = new Run(data, "");
        var best = new double[3];
        for (int i = 0; i < 12; i++) {
            best = run.newton(best);
        }
        var plane = new SketchLayers().points("rows", data.vector("x1"), data.vector("x2"), data.vector("y"));
        double odds = StrictMath.log(3);
        border(plane, "quarter", best, -odds);
        border(plane, "middle", best, 0);
        border(plane, "three", best, odds);
        var newton = new double[8];
        var descent = new double[101];
        var w = new double[3];
        for (int i = 0; i < newton.length; i++) {
            newton[i] = Math.max(1e-15, Dense.norm(plus(w, -1, best)));
            w = run.newton(w);
        }
        w = new double[3];
        for (int i = 0; i < descent.length; i++) {
            descent[i] = Dense.norm(plus(w, -1, best));
            w = plus(w, -STEP, run.gradient(w));
        }
        var speed = new SketchLayers().trace("newton", newton).trace("descent", descent);
        return Map.of("plane", plane.plane(), "speed", speed.logPlot());
    }

    /** Where the score is {@code level}, within the square of the rows. */
    private static void border(SketchLayers plane, String name, double[] w, double level) {
        boolean steep = StrictMath.abs(w[1]) > StrictMath.abs(w[2]);
        var along = SketchLayers.range(-2.2, 2.2, 89);
        var other = new double[along.length];
        for (int i = 0; i < along.length; i++) {
            double value = steep ? (level - w[0] - w[2] * along[i]) / w[1] : (level - w[0] - w[1] * along[i]) / w[2];
            other[i] = StrictMath.abs(value) <= 2.2 ? value : Double.NaN;
        }
        plane.line(name, steep ? other : along, steep ? along : other);
    }

    private static final class Run {
        private final String bug;
        private final double[] y;
        private final double[][] x;

        Run(Data data, String bug) {
            this.bug = bug;
            y = data.vector("y");
            x = new double[y.length][];
            for (int i = 0; i < y.length; i++) {
                x[i] = new double[] {bug.equals("no_bias") ? 0 : 1, data.vector("x1")[i], data.vector("x2")[i]};
            }
        }

        Keys keys() {
            var keys = new Keys();
            var zero = new double[3];
            keys.put(
                    "loss0",
                    switch (bug) {
                        case "no_n" -> y.length * StrictMath.log(2);
                        case "log2" -> 1;
                        case "plus" -> -StrictMath.log(2);
                        default -> loss(zero);
                    });
            keys.put("grad0", gradient(zero));
            var h = hessian(zero);
            keys.put("h0", h[0][0], h[0][1], h[1][1], h[1][2]);
            keys.put("newton1", newton(zero));
            atTheOptimum(keys);
            return keys;
        }

        private void atTheOptimum(Keys keys) {
            var w = new double[3];
            for (int i = 0; i < 12; i++) {
                w = newton(w);
            }
            keys.put("w", w);
            keys.put("nll", bug.equals("sum") ? y.length * loss(w) : loss(w));
            double total = 0;
            int right = 0;
            for (int i = 0; i < y.length; i++) {
                double p = probability(i, w);
                total += p;
                right += p > 0.5 == y[i] > 0.5 ? 1 : 0;
            }
            keys.put("sum", total);
            var slow = new double[3];
            for (int i = 0; i < 100; i++) {
                slow = plus(slow, bug.equals("twice") ? -STEP * STEP : -STEP, gradient(slow));
            }
            keys.put("gd100", slow);
            keys.put("acc", bug.equals("errors") ? y.length - right : right);
            keys.put("se", standardErrors(w));
            if (bug.isEmpty()) {
                onTheWay(keys, w);
            }
        }

        /** What the intermediate values name. */
        private void onTheWay(Keys keys, double[] w) {
            var zero = new double[3];
            keys.put("row1", times(probability(0, zero) - y[0], x[0]));
            keys.put("weight", 0.25);
            keys.put("newton2", newton(newton(zero)));
            keys.put("p1", probability(0, w));
            keys.put("gd1", plus(zero, -STEP, gradient(zero)));
            keys.put("information", times(y.length, Dense.diagonalOf(hessian(w))));
        }

        private double probability(int row, double[] w) {
            return Dense.sigmoid(Dense.dot(x[row], w));
        }

        private double loss(double[] w) {
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                sum += Dense.logLoss(Dense.dot(x[i], w), y[i]);
            }
            return sum / y.length;
        }

        private double[] gradient(double[] w) {
            var sum = new double[3];
            for (int i = 0; i < y.length; i++) {
                double p = probability(i, w);
                double residual = switch (bug) {
                    case "sign" -> y[i] - p;
                    case "sigma" -> (p - y[i]) * p * (1 - p);
                    case "no_act" -> Dense.dot(x[i], w) - y[i];
                    default -> p - y[i];
                };
                sum = plus(sum, residual, x[i]);
            }
            return bug.equals("no_n") ? sum : times(1.0 / y.length, sum);
        }

        private double[][] hessian(double[] w) {
            var sum = new double[3][3];
            for (int i = 0; i < y.length; i++) {
                double p = probability(i, w);
                double weight = bug.equals("p_only") ? p : p * (1 - p);
                for (int j = 0; j < 3; j++) {
                    sum[j] = plus(sum[j], weight * x[i][j], x[i]);
                }
            }
            return bug.equals("hn") ? sum : times(1.0 / y.length, sum);
        }

        private double[] newton(double[] w) {
            var g = gradient(w);
            var h = hessian(w);
            var step = switch (bug) {
                case "up" -> times(-1, Dense.solve(h, g));
                case "diag" -> new double[] {g[0] / h[0][0], g[1] / h[1][1], g[2] / h[2][2]};
                case "no_bias" -> {
                    var part = Dense.solve(Dense.tail(h, 1), new double[] {g[1], g[2]});
                    yield new double[] {0, part[0], part[1]};
                }
                default -> Dense.solve(h, g);
            };
            return plus(w, -1, step);
        }

        private double[] standardErrors(double[] w) {
            var information = times(y.length, hessian(w));
            var errors = new double[3];
            for (int i = 0; i < 3; i++) {
                var unit = new double[3];
                unit[i] = 1;
                double variance = Dense.solve(information, unit)[i];
                errors[i] = switch (bug) {
                    case "var" -> variance;
                    case "sen" -> StrictMath.sqrt(variance * y.length);
                    default -> StrictMath.sqrt(variance);
                };
            }
            return errors;
        }
    }
}
