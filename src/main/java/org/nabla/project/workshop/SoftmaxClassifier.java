package org.nabla.project.workshop;

import static org.nabla.project.workshop.Dense.clear;
import static org.nabla.project.workshop.Dense.plus;
import static org.nabla.project.workshop.Dense.softmax;
import static org.nabla.project.workshop.Dense.times;

import java.util.Map;
import org.nabla.chance.DrawStream;

/** A linear classifier for three classes: softmax of XW, cross-entropy, descent. */
final class SoftmaxClassifier extends Workbench {
    private static final int ROWS = 18;
    private static final int CLASSES = 3;
    private static final double STEP = 0.5;

    SoftmaxClassifier() {
        super(
                "softmax-classifier",
                "no_n",
                "log2",
                "mean3",
                "sign",
                "p",
                "jac",
                "transpose",
                "n3",
                "axis",
                "twice",
                "no_bias",
                "sum",
                "one_less",
                "no_shift",
                "max");
    }

    @Override
    public Data draw(DrawStream stream) {
        int[][] centers = {
            {stream.integer(8, 16), stream.integer(-6, 6)},
            {stream.integer(-16, -8), stream.integer(4, 14)},
            {stream.integer(-10, 2), stream.integer(-16, -8)}
        };
        var x1 = new int[ROWS];
        var x2 = new int[ROWS];
        var y = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            y[i] = i % CLASSES;
            x1[i] = centers[y[i]][0] + stream.noise(5);
            x2[i] = centers[y[i]][1] + stream.noise(5);
        }
        return Data.of()
                .vector("x1", x1, 10)
                .vector("x2", x2, 10)
                .vector("y", y, 1)
                .build();
    }

    @Override
    boolean good(Data data, Keys keys) {
        return clear(0.1, keys.list("w200"))
                && clear(0.02, keys.list("grad0"))
                && keys.number("loss200") > 0.02
                && keys.number("loss200") < 0.6
                && keys.number("lmax") < 7
                && clear(1e-4, keys.list("p1"))
                && clear(0.01, keys.list("hand"));
    }

    @Override
    Keys solved(Data data, String bug) {
        return new Run(data, bug).keys();
    }

    /** The rows with the borders of the three classes after 200 steps, and the loss on the way. */
    @Override
    public Map<String, Sketch> sketches(Data data) {
        var run = new Run(data, "");
        var losses = new double[201];
        var w = new double[3][CLASSES];
        for (int i = 0; i < losses.length; i++) {
            losses[i] = run.loss(w);
            w = i + 1 < losses.length ? plus(w, -STEP, run.gradient(w)) : w;
        }
        var plane = new SketchLayers().points("rows", data.vector("x1"), data.vector("x2"), data.vector("y"));
        border(plane, "border01", w, 0, 1, 2);
        border(plane, "border02", w, 0, 2, 1);
        border(plane, "border12", w, 1, 2, 0);
        return Map.of(
                "plane",
                plane.plane(),
                "loss",
                new SketchLayers().trace("loss", losses).logPlot());
    }

    /** Where the scores of two classes are equal and the third is below them. */
    private static void border(SketchLayers plane, String name, double[][] w, int one, int two, int third) {
        double[] d = {w[0][one] - w[0][two], w[1][one] - w[1][two], w[2][one] - w[2][two]};
        boolean steep = StrictMath.abs(d[1]) > StrictMath.abs(d[2]);
        var along = SketchLayers.range(-3.5, 3.5, 281);
        var other = new double[along.length];
        for (int i = 0; i < along.length; i++) {
            double value = steep ? -(d[0] + d[2] * along[i]) / d[1] : -(d[0] + d[1] * along[i]) / d[2];
            double[] row = {1, steep ? value : along[i], steep ? along[i] : value};
            var scores = times(new double[][] {row}, w)[0];
            boolean shown = StrictMath.abs(value) <= 3.5 && scores[third] <= scores[one];
            other[i] = shown ? value : Double.NaN;
        }
        plane.line(name, steep ? other : along, steep ? along : other);
    }

    private static final class Run {
        private final String bug;
        private final double[] x1;
        private final double[] x2;
        private final double[][] x;
        private final double[][] labels;

        Run(Data data, String bug) {
            this.bug = bug;
            x1 = data.vector("x1");
            x2 = data.vector("x2");
            x = new double[x1.length][];
            labels = new double[x1.length][CLASSES];
            for (int i = 0; i < x1.length; i++) {
                x[i] = new double[] {bug.equals("no_bias") ? 0 : 1, x1[i], x2[i]};
                labels[i][(int) data.vector("y")[i]] = 1;
            }
        }

        Keys keys() {
            var keys = new Keys();
            byHand(keys);
            var g = gradient(new double[3][CLASSES]);
            if (bug.equals("transpose")) {
                g = Dense.transposed(g);
            }
            keys.put("grad0", g[1][1], g[1][2], g[2][1]);
            keys.put("loss1", loss(descent(1)));
            var w = descent(bug.equals("one_less") ? 199 : 200);
            keys.put("loss200", bug.equals("sum") ? x.length * loss(w) : loss(w));
            keys.put("w200", w[1][0], w[1][1], w[2][2]);
            double[][] first = {{1, x1[0], x2[0]}};
            keys.put("score1", times(first, w)[0]);
            keys.put("p1", softmax(times(first, w)[0]));
            if (bug.isEmpty()) {
                onTheWay(keys);
            }
            return keys;
        }

        private void byHand(Keys keys) {
            double log3 = StrictMath.log(CLASSES);
            keys.put(
                    "loss0",
                    switch (bug) {
                        case "no_n" -> x.length * log3;
                        case "log2" -> log3 / StrictMath.log(2);
                        case "mean3" -> log3 / CLASSES;
                        default -> log3;
                    });
            var p = softmax(new double[] {x1[0], x2[0], 0});
            var error = plus(p, -1, new double[] {1, 0, 0});
            keys.put(
                    "hand",
                    switch (bug) {
                        case "sign" -> times(-1, error);
                        case "p" -> p;
                        case "jac" -> shrunk(error, p);
                        default -> error;
                    });
            double m = 700 + StrictMath.rint(10 * x1[0]);
            double tail = StrictMath.log(1 + StrictMath.exp(-1) + StrictMath.exp(-2));
            keys.put("hand_p", p);
            keys.put("m", m);
            keys.put(
                    "lse",
                    switch (bug) {
                        case "no_shift" -> tail;
                        case "max" -> m;
                        default -> m + tail;
                    });
        }

        /** What the prompts and the intermediate values name. */
        private void onTheWay(Keys keys) {
            var gram = times(Dense.transposed(x), x);
            keys.put("lmax", Dense.form(gram, Dense.power(gram, new double[] {1, 1, 1}, 500)) / x.length);
            keys.put("row1", plus(probabilities(new double[3][CLASSES]), -1, labels)[0]);
            var w = descent(1);
            keys.put("p_right", Dense.dot(labels[0], probabilities(w)[0]));
            keys.put("w1", w[1][0], w[1][1], w[2][2]);
            keys.put("loss2", loss(descent(2)));
        }

        private static double[] shrunk(double[] error, double[] p) {
            var result = new double[p.length];
            for (int j = 0; j < p.length; j++) {
                result[j] = error[j] * p[j] * (1 - p[j]);
            }
            return result;
        }

        private double[][] probabilities(double[][] w) {
            var scores = times(x, w);
            return bug.equals("axis")
                    ? Dense.transposed(Dense.softmaxOfRows(Dense.transposed(scores)))
                    : Dense.softmaxOfRows(scores);
        }

        private double loss(double[][] w) {
            var p = probabilities(w);
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                sum -= StrictMath.log(Dense.dot(labels[i], p[i]));
            }
            return sum / x.length;
        }

        private double[][] gradient(double[][] w) {
            var p = probabilities(w);
            var error = plus(p, -1, labels);
            if (bug.equals("sign")) {
                error = times(-1, error);
            }
            if (bug.equals("jac")) {
                for (int i = 0; i < error.length; i++) {
                    error[i] = shrunk(error[i], p[i]);
                }
            }
            double n = switch (bug) {
                case "n3" -> x.length * CLASSES;
                case "no_n" -> 1;
                default -> x.length;
            };
            return times(1 / n, times(Dense.transposed(x), error));
        }

        private double[][] descent(int steps) {
            double step = bug.equals("twice") ? STEP * STEP : STEP;
            var w = new double[3][CLASSES];
            for (int i = 0; i < steps; i++) {
                w = plus(w, -step, gradient(w));
            }
            return w;
        }
    }
}
