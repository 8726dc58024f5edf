package org.nabla.project.workshop;

import static org.nabla.project.workshop.Dense.clear;
import static org.nabla.project.workshop.Dense.diagonal;
import static org.nabla.project.workshop.Dense.dot;
import static org.nabla.project.workshop.Dense.plus;
import static org.nabla.project.workshop.Dense.times;

import java.util.Map;
import java.util.stream.IntStream;
import org.nabla.chance.DrawStream;

/** Least squares with two features by the normal equations and by descent, and the same with a ridge. */
final class RegressionThreeWays extends Workbench {
    private static final int ROWS = 12;
    private static final double STEP = 0.02;
    private static final double RIDGE = 6;

    RegressionThreeWays() {
        super(
                "regression-three-ways",
                "no_bias",
                "n",
                "no_n",
                "half",
                "rmse",
                "dof",
                "bcast",
                "sign",
                "no_2",
                "twice",
                "one",
                "bias_too",
                "lam_n",
                "minus",
                "sq",
                "sqnorm");
    }

    @Override
    public Data draw(DrawStream stream) {
        int w1 = stream.of(-3, -2, 2, 3);
        int w2 = stream.of(-2, -1, 1, 2);
        int w0 = stream.integer(2, 6);
        var x1 = IntStream.range(0, ROWS).map(i -> stream.integer(-4, 4)).toArray();
        var x2 = IntStream.range(0, ROWS).map(i -> stream.integer(0, 6)).toArray();
        var y = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            y[i] = 10 * (w1 * x1[i] + w2 * x2[i] + w0) + stream.noise(8);
        }
        return Data.of()
                .vector("x1", x1, 1)
                .vector("x2", x2, 1)
                .vector("y", y, 10)
                .build();
    }

    @Override
    boolean good(Data data, Keys keys) {
        return clear(0.3, keys.list("w"))
                && clear(0.1, keys.list("ridge"))
                && clear(0.1, keys.list("gd200"))
                && clear(0.02, keys.list("gd1"))
                && keys.number("bound") > 0.022
                && keys.list("gram")[1] != 0;
    }

    @Override
    Keys solved(Data data, String bug) {
        return new Run(data, bug).keys();
    }

    /** The slopes as the penalty grows, and the loss on the way of descent above the least that there is. */
    @Override
    public Map<String, Sketch> sketches(Data data) {
        var run = new Run(data, "");
        int n = 33;
        var penalty = new double[n];
        var slopes = new double[2][n];
        for (int i = 0; i < n; i++) {
            penalty[i] = StrictMath.pow(10, -1 + i / 8.0);
            var w = run.weights(0, penalty[i]);
            slopes[0][i] = w[1];
            slopes[1][i] = w[2];
        }
        var path = new SketchLayers().line("w1", penalty, slopes[0]).line("w2", penalty, slopes[1]);
        var losses = new double[201];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = run.loss(run.descent(i));
        }
        double least = run.loss(run.weights(0, 0));
        var descent = new SketchLayers()
                .trace("descent", losses)
                .line("least", new double[] {0, losses.length - 1}, new double[] {least, least});
        return Map.of("path", path.logXPlot(), "loss", descent.logPlot());
    }

    private static final class Run {
        private final String bug;
        private final double[] y;
        private final double[][] x;
        private final double[][] gram;
        private final double[] moments;

        Run(Data data, String bug) {
            this.bug = bug;
            y = data.vector("y");
            x = new double[y.length][];
            for (int i = 0; i < y.length; i++) {
                x[i] = new double[] {bug.equals("no_bias") ? 0 : 1, data.vector("x1")[i], data.vector("x2")[i]};
            }
            gram = times(Dense.transposed(x), x);
            moments = times(Dense.transposed(x), y);
        }

        Keys keys() {
            var keys = new Keys();
            keys.put(
                    "gram",
                    switch (bug) {
                        case "no_bias" -> new double[] {gram[1][1], gram[1][2], gram[2][2]};
                        case "n" -> new double[] {gram[0][0] / y.length, gram[0][1] / y.length, gram[1][1] / y.length};
                        default -> new double[] {gram[0][0], gram[0][1], gram[1][1]};
                    });
            var w = weights(0, 0);
            keys.put("w", w);
            keys.put("mse", loss(w));
            keys.put("gd1", descent(1));
            keys.put("bound", bound());
            keys.put("gd200", descent(200));
            keys.put("ridge", ridge());
            keys.put("path", path());
            if (bug.isEmpty()) {
                onTheWay(keys, w);
            }
            return keys;
        }

        /** What the worked ways and the intermediate values name. */
        private void onTheWay(Keys keys, double[] w) {
            keys.put("moments", moments);
            keys.put("residual", dot(x[0], w) - y[0]);
            keys.put("trace", 2 * (gram[0][0] + gram[1][1] + gram[2][2]) / y.length);
            keys.put("bound_of_sum", bound() / y.length);
            keys.put("gd2", descent(2));
            keys.put("diagonal", gram[0][0], gram[1][1] + RIDGE, gram[2][2] + RIDGE);
            var strong = weights(0, 10 * RIDGE);
            keys.put("slopes", strong[1], strong[2]);
        }

        /** The weights where the slopes are punished by {@code slopes} and the bias by {@code bias}. */
        private double[] weights(double bias, double slopes) {
            var a = plus(gram, 1, diagonal(bias, slopes, slopes));
            if (!bug.equals("no_bias")) {
                return Dense.solve(a, moments);
            }
            var part = Dense.solve(Dense.tail(a, 1), new double[] {moments[1], moments[2]});
            return new double[] {0, part[0], part[1]};
        }

        private double loss(double[] w) {
            var prediction = times(x, w);
            var residual = plus(prediction, -1, y);
            double squares = dot(residual, residual);
            int n = y.length;
            return switch (bug) {
                case "no_n" -> squares;
                case "half" -> squares / (2 * n);
                case "rmse" -> StrictMath.sqrt(squares / n);
                case "dof" -> squares / (n - 3);
                case "bcast" -> allPairs(prediction);
                default -> squares / n;
            };
        }

        private double allPairs(double[] prediction) {
            double sum = 0;
            for (double p : prediction) {
                for (double value : y) {
                    sum += (p - value) * (p - value);
                }
            }
            return sum / (y.length * y.length);
        }

        private double[] descent(int steps) {
            double factor = switch (bug) {
                case "sign" -> -2.0 / y.length;
                case "no_n" -> 2;
                case "no_2" -> 1.0 / y.length;
                case "twice" -> 2 * STEP / y.length;
                default -> 2.0 / y.length;
            };
            var w = new double[3];
            for (int i = 0; i < steps; i++) {
                var gradient = times(Dense.transposed(x), plus(times(x, w), -1, y));
                w = plus(w, -STEP * factor, gradient);
            }
            return w;
        }

        private double bound() {
            var hessian = times(2.0 / y.length, gram);
            double largest = Dense.form(hessian, Dense.power(hessian, new double[] {1, 1, 1}, 200));
            return switch (bug) {
                case "no_n" -> 2 / (largest * y.length);
                case "no_2" -> 4 / largest;
                case "one" -> 1 / largest;
                default -> 2 / largest;
            };
        }

        private double[] ridge() {
            return switch (bug) {
                case "bias_too" -> weights(RIDGE, RIDGE);
                case "lam_n" -> weights(0, RIDGE * y.length);
                case "minus" -> weights(0, -RIDGE);
                case "sq" -> weights(0, RIDGE * RIDGE);
                default -> weights(0, RIDGE);
            };
        }

        private double[] path() {
            double[] penalties = {0, RIDGE, 10 * RIDGE};
            var sizes = new double[penalties.length];
            for (int i = 0; i < sizes.length; i++) {
                var w = weights(0, penalties[i]);
                double squares = w[1] * w[1] + w[2] * w[2];
                sizes[i] = switch (bug) {
                    case "sqnorm" -> squares;
                    case "bias_too" -> Dense.norm(w);
                    default -> StrictMath.sqrt(squares);
                };
            }
            return sizes;
        }
    }
}
