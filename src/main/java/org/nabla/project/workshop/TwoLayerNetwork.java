package org.nabla.project.workshop;

import static org.nabla.project.workshop.Dense.clear;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.nabla.chance.DrawStream;

/** A network with four hidden tanh units and one logistic output: forward, backward, and 300 steps of descent. */
final class TwoLayerNetwork extends Workbench {
    private static final int ROWS = 24;
    private static final int UNITS = 4;
    private static final double STEP = 0.5;
    /** How much the first step changes the loss, at least. */
    private static final double MOVES = 0.002;
    /** In the list of all weights: W1 by rows, then b1, W2, b2. */
    private static final int B1 = 2 * UNITS;

    private static final int W2 = 3 * UNITS;
    private static final int B2 = 4 * UNITS;

    /** Slips that are asked for before training only. */
    private static final Set<String> UNTRAINED =
            Set.of("w1", "no_act", "sigm", "prob", "bcast", "mse", "no_n", "z2", "a1", "one_h", "no_bias");

    TwoLayerNetwork() {
        super(
                "two-layer-network",
                "no_bias",
                "w1",
                "no_act",
                "sigm",
                "prob",
                "sum",
                "bcast",
                "mse",
                "sign",
                "no_n",
                "sigma",
                "lin",
                "z2",
                "a1",
                "meanb",
                "one_h",
                "twice",
                "seq",
                "seqW2",
                "no_db",
                "one_less",
                "score",
                "other");
    }

    @Override
    public Data draw(DrawStream stream) {
        var x1 = new int[ROWS];
        var x2 = new int[ROWS];
        var y = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            int quadrant = i % 4;
            x1[i] = stream.integer(4, 18) * (quadrant == 0 || quadrant == 3 ? 1 : -1);
            x2[i] = stream.integer(4, 18) * (quadrant == 0 || quadrant == 1 ? 1 : -1);
            y[i] = x1[i] > 0 == x2[i] > 0 ? 1 : 0;
        }
        int[][] w1 = {weights(stream), weights(stream)};
        return Data.of()
                .vector("x1", x1, 10)
                .vector("x2", x2, 10)
                .vector("y", y, 1)
                .matrix("W1", w1, 10)
                .vector("b1", weights(stream), 10)
                .vector("W2", weights(stream), 10)
                .number("b2", weight(stream), 10)
                .build();
    }

    private static int weight(DrawStream stream) {
        int size = stream.integer(2, 10);
        return size * stream.sign();
    }

    private static int[] weights(DrawStream stream) {
        var all = new int[UNITS];
        for (int j = 0; j < UNITS; j++) {
            all[j] = weight(stream);
        }
        return all;
    }

    @Override
    public boolean promises(Data data) {
        var run = new Run(data, "");
        var keys = new Keys();
        run.forward(keys);
        run.backward(keys);
        return begins(keys) && clear(MOVES, run.loss(run.moved(run.start)) - keys.number("loss"));
    }

    /** Whether what is asked before training is clear of zero. */
    private static boolean begins(Keys keys) {
        return clear(0.004, keys.list("dW2"))
                && clear(0.004, keys.list("dW1"))
                && clear(0.002, keys.list("db1"))
                && clear(0.05, keys.number("z1"))
                && clear(0.03, keys.list("hidden"));
    }

    @Override
    boolean good(Data data, Keys keys) {
        double p = keys.number("new");
        return begins(keys)
                && keys.number("loss300") < 0.25
                && keys.number("loss300") > 0.005
                && clear(MOVES, keys.number("loss1") - keys.number("loss"))
                && p > 0.02
                && p < 0.98
                && keys.number("loss100") > 0.02;
    }

    @Override
    Keys solved(Data data, String bug) {
        return new Run(data, bug).keys();
    }

    /** The plane shaded by the probability before and after training, and the loss on the way. */
    @Override
    public Map<String, Sketch> sketches(Data data) {
        var run = new Run(data, "");
        var losses = new double[301];
        var w = run.start;
        for (int i = 0; i < losses.length; i++) {
            losses[i] = run.loss(w);
            w = i + 1 < losses.length ? run.moved(w) : w;
        }
        double[] range = {-2, 2};
        var end = w;
        var before = new SketchLayers()
                .shade("p", range, range, (x, y) -> Dense.sigmoid(run.score(run.start, new double[] {x, y})))
                .points("rows", data.vector("x1"), data.vector("x2"), data.vector("y"));
        var after = new SketchLayers()
                .shade("p", range, range, (x, y) -> Dense.sigmoid(run.score(end, new double[] {x, y})))
                .points("rows", data.vector("x1"), data.vector("x2"), data.vector("y"));
        var loss = new SketchLayers().trace("loss", losses);
        return Map.of("before", before.plane(), "after", after.plane(), "loss", loss.logPlot());
    }

    private static final class Run {
        private final String bug;
        private final double[][] x;
        private final double[] y;
        private final double[] start;

        Run(Data data, String bug) {
            this.bug = bug;
            x = Dense.transposed(new double[][] {data.vector("x1"), data.vector("x2")});
            y = data.vector("y");
            start = new double[B2 + 1];
            System.arraycopy(Dense.flat(data.matrix("W1")), 0, start, 0, B1);
            System.arraycopy(data.vector("b1"), 0, start, B1, UNITS);
            System.arraycopy(data.vector("W2"), 0, start, W2, UNITS);
            start[B2] = data.number("b2");
        }

        Keys keys() {
            var keys = new Keys();
            forward(keys);
            if (bug.isEmpty()) {
                onTheWay(keys);
            }
            backward(keys);
            double h = 0.01;
            keys.put("up", loss(shifted(h)));
            double difference = loss(shifted(h)) - loss(shifted(-h));
            keys.put("check", difference / (bug.equals("one_h") ? h : 2 * h));
            if (!UNTRAINED.contains(bug)) {
                train(keys);
            }
            return keys;
        }

        private void backward(Keys keys) {
            var gradient = gradient(start);
            keys.put("dW2", Arrays.copyOfRange(gradient, W2, B2));
            keys.put("dW1", Arrays.copyOfRange(gradient, 0, UNITS));
            keys.put("db1", Arrays.copyOfRange(gradient, B1, W2));
        }

        /** What the intermediate values name. */
        private void onTheWay(Keys keys) {
            double z = score(start, x[0]);
            keys.put("loss1row", Dense.logLoss(z, y[0]));
            double dz = outputError(z, y[0]);
            keys.put("dz1", dz);
            var first = new double[UNITS];
            for (int j = 0; j < UNITS; j++) {
                double inner = inner(start, x[0], j);
                first[j] = dz * start[W2 + j] * slope(inner, StrictMath.tanh(inner));
            }
            keys.put("dZ1", first);
            var once = moved(start);
            keys.put("b1_after", Arrays.copyOfRange(once, B1, W2));
            keys.put("loss2", loss(moved(once)));
            keys.put("p_start", Dense.sigmoid(score(start, new double[] {1, 1})));
        }

        private void forward(Keys keys) {
            keys.put(
                    "par",
                    switch (bug) {
                        case "no_bias" -> 3 * UNITS;
                        case "w1" -> 2 * UNITS;
                        default -> B2 + 1;
                    });
            var inner = new double[UNITS];
            var hidden = new double[UNITS];
            for (int j = 0; j < UNITS; j++) {
                inner[j] = inner(start, x[0], j);
                hidden[j] = switch (bug) {
                    case "no_act" -> inner[j];
                    case "sigm" -> Dense.sigmoid(inner[j]);
                    default -> StrictMath.tanh(inner[j]);
                };
            }
            keys.put("inner", inner);
            keys.put("hidden", hidden);
            double z = score(start, x[0]);
            keys.put("z1", bug.equals("prob") ? Dense.sigmoid(z) : z);
            keys.put(
                    "loss",
                    switch (bug) {
                        case "sum" -> ROWS * loss(start);
                        case "bcast" -> allPairs();
                        case "mse" -> squaredError();
                        default -> loss(start);
                    });
        }

        private double inner(double[] w, double[] row, int j) {
            double sum = row[0] * w[j] + row[1] * w[UNITS + j];
            return bug.equals("no_bias") ? sum : sum + w[B1 + j];
        }

        private double score(double[] w, double[] row) {
            double sum = bug.equals("no_bias") ? 0 : w[B2];
            for (int j = 0; j < UNITS; j++) {
                sum += StrictMath.tanh(inner(w, row, j)) * w[W2 + j];
            }
            return sum;
        }

        private double loss(double[] w) {
            double sum = 0;
            for (int i = 0; i < ROWS; i++) {
                sum += Dense.logLoss(score(w, x[i]), y[i]);
            }
            return sum / ROWS;
        }

        private double allPairs() {
            double sum = 0;
            for (var row : x) {
                double z = score(start, row);
                for (double label : y) {
                    sum += Dense.logLoss(z, label);
                }
            }
            return sum / (ROWS * ROWS);
        }

        private double squaredError() {
            double sum = 0;
            for (int i = 0; i < ROWS; i++) {
                double error = Dense.sigmoid(score(start, x[i])) - y[i];
                sum += error * error;
            }
            return sum / ROWS;
        }

        private double[] gradient(double[] w) {
            return gradient(w, w);
        }

        /** The gradient at w, where the error goes back through the second layer of {@code back}. */
        private double[] gradient(double[] w, double[] back) {
            var g = new double[B2 + 1];
            var inner = new double[UNITS];
            var a = new double[UNITS];
            for (int i = 0; i < ROWS; i++) {
                double z = bug.equals("no_bias") ? 0 : w[B2];
                for (int j = 0; j < UNITS; j++) {
                    inner[j] = inner(w, x[i], j);
                    a[j] = StrictMath.tanh(inner[j]);
                    z += a[j] * w[W2 + j];
                }
                double dz = outputError(z, y[i]);
                for (int j = 0; j < UNITS; j++) {
                    g[W2 + j] += a[j] * dz;
                    double d = dz * back[W2 + j] * slope(inner[j], a[j]);
                    g[j] += x[i][0] * d;
                    g[UNITS + j] += x[i][1] * d;
                    g[B1 + j] += d;
                }
                g[B2] += dz;
            }
            double biases = bug.equals("meanb") ? 1.0 / ROWS : bug.equals("no_db") ? 0 : 1;
            for (int j = 0; j < UNITS; j++) {
                g[B1 + j] *= biases;
            }
            g[B2] *= biases;
            return g;
        }

        private double outputError(double z, double label) {
            double p = Dense.sigmoid(z);
            double error = (p - label) / ROWS;
            return switch (bug) {
                case "sign" -> -error;
                case "no_n" -> p - label;
                case "sigma" -> error * p * (1 - p);
                default -> error;
            };
        }

        private double slope(double inner, double a) {
            return switch (bug) {
                case "lin" -> 1;
                case "z2" -> 1 - inner * inner;
                case "a1" -> 1 - a;
                default -> 1 - a * a;
            };
        }

        private double[] shifted(double h) {
            var w = start.clone();
            w[0] += h;
            return w;
        }

        private double[] moved(double[] w) {
            double step = bug.equals("twice") ? STEP * STEP : STEP;
            var whole = Dense.plus(w, -step, gradient(w));
            if (!bug.equals("seq") && !bug.equals("seqW2")) {
                return whole;
            }
            var result = w.clone();
            System.arraycopy(whole, W2, result, W2, bug.equals("seq") ? UNITS + 1 : UNITS);
            var first = bug.equals("seq") ? gradient(result) : gradient(w, result);
            for (int j = 0; j < W2; j++) {
                result[j] = w[j] - step * first[j];
            }
            result[B2] = whole[B2];
            return result;
        }

        private void train(Keys keys) {
            var w = start;
            int hundred = bug.equals("one_less") ? 99 : 100;
            for (int step = 1; step <= 300; step++) {
                w = moved(w);
                if (step == 1) {
                    keys.put("loss1", loss(w));
                }
                if (step == hundred) {
                    keys.put("loss100", bug.equals("sum") ? ROWS * loss(w) : loss(w));
                }
            }
            keys.put("loss300", bug.equals("sum") ? ROWS * loss(w) : loss(w));
            double z = score(w, new double[] {1, 1});
            keys.put(
                    "new",
                    switch (bug) {
                        case "score" -> z;
                        case "other" -> 1 - Dense.sigmoid(z);
                        default -> Dense.sigmoid(z);
                    });
        }
    }
}
