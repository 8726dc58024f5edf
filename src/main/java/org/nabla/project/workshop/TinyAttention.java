package org.nabla.project.workshop;

import static org.nabla.project.workshop.Dense.clear;
import static org.nabla.project.workshop.Dense.flat;
import static org.nabla.project.workshop.Dense.plus;
import static org.nabla.project.workshop.Dense.times;
import static org.nabla.project.workshop.Dense.transposed;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.nabla.chance.DrawStream;

/** One attention head on four tokens of two numbers: forward, backward by hand, a causal mask, one step of descent. */
final class TinyAttention extends Workbench {
    private static final int TOKENS = 4;
    private static final double STEP = 0.1;

    TinyAttention() {
        super(
                "tiny-attention",
                "no_scale",
                "d",
                "KQ",
                "WX",
                "axis",
                "PT",
                "no_half",
                "mean",
                "sign",
                "P",
                "T",
                "diag",
                "no_sub",
                "sumaxis",
                "no_scale_b",
                "dK",
                "one_path",
                "two",
                "noT",
                "forward",
                "one_h",
                "lower",
                "zero",
                "after",
                "only_v",
                "seq");
    }

    @Override
    public Data draw(DrawStream stream) {
        return Data.of()
                .matrix("X", halves(stream, TOKENS, 3), 10)
                .matrix("Wq", halves(stream, 2, 2), 10)
                .matrix("Wk", halves(stream, 2, 2), 10)
                .matrix("Wv", halves(stream, 2, 2), 10)
                .matrix("Y", halves(stream, TOKENS, 2), 10)
                .build();
    }

    /** Rows of two multiples of one half, in tenths. */
    private static int[][] halves(DrawStream stream, int rows, int most) {
        var result = new int[rows][2];
        for (var row : result) {
            row[0] = 5 * stream.integer(-most, most);
            row[1] = 5 * stream.integer(-most, most);
        }
        return result;
    }

    @Override
    boolean good(Data data, Keys keys) {
        for (var name : List.of("s", "o", "dWv", "dWq", "dWk", "dx", "check")) {
            if (!clear(0.02, keys.list(name))) {
                return false;
            }
        }
        for (var name : List.of("Wq", "Wk", "Wv")) {
            var w = data.matrix(name);
            if (!clear(0.2, w[0][0] * w[1][1] - w[0][1] * w[1][0])) {
                return false;
            }
        }
        double loss = keys.number("loss");
        return Arrays.stream(keys.list("p")).allMatch(p -> p > 0.01)
                && clear(0.02, keys.list("o_masked"))
                && clear(0.004, keys.list("ds"))
                && loss > 0.2
                && loss < 40
                && Arrays.stream(data.matrix("X"))
                                .map(Arrays::toString)
                                .distinct()
                                .count()
                        == TOKENS
                && keys.number("after1") < 0.97 * loss;
    }

    @Override
    Keys solved(Data data, String bug) {
        return new Run(data, bug).keys();
    }

    /** The table of attention without and with the mask, and the loss over 200 steps of descent. */
    @Override
    public Map<String, Sketch> sketches(Data data) {
        var run = new Run(data, "");
        var losses = new double[201];
        var w = run.w;
        for (int i = 0; i < losses.length; i++) {
            var pass = run.forward(w, false);
            losses[i] = run.loss(pass);
            w = w.moved(-0.02, run.gradient(pass));
        }
        return Map.of(
                "attention",
                        new SketchLayers()
                                .cells("p", run.forward(run.w, false).p)
                                .plot(),
                "masked",
                        new SketchLayers()
                                .cells("p", run.forward(run.w, true).p)
                                .plot(),
                "loss", new SketchLayers().trace("loss", losses).plot());
    }

    /** The three weights of a head. */
    private record Weights(double[][] q, double[][] k, double[][] v) {
        Weights moved(double step, Weights by) {
            return new Weights(plus(q, step, by.q), plus(k, step, by.k), plus(v, step, by.v));
        }
    }

    /** What a pass forward has found. */
    private record Pass(double[][] q, double[][] k, double[][] v, double[][] s, double[][] p, double[][] o) {}

    private static final class Run {
        private final String bug;
        private final double[][] x;
        private final double[][] y;
        private final Weights w;
        private final double scale;

        Run(Data data, String bug) {
            this.bug = bug;
            x = data.matrix("X");
            y = data.matrix("Y");
            w = new Weights(data.matrix("Wq"), data.matrix("Wk"), data.matrix("Wv"));
            scale = bug.equals("no_scale") ? 1 : bug.equals("d") ? 0.5 : 1 / StrictMath.sqrt(2);
        }

        Keys keys() {
            var keys = new Keys();
            var pass = forward(w, false);
            keys.put("q1", pass.q[0]);
            keys.put("k1", pass.k[0]);
            keys.put("k2", pass.k[1]);
            keys.put("v1", pass.v[0]);
            keys.put("scores0", pass.s[0]);
            keys.put("scores1", pass.s[1]);
            keys.put("s", pass.s[0][0], pass.s[0][1]);
            keys.put("p", pass.p[0]);
            keys.put("o", bug.equals("PT") ? times(transposed(pass.p), pass.v)[0] : pass.o[0]);
            keys.put(
                    "loss",
                    switch (bug) {
                        case "no_half" -> 2 * loss(pass);
                        case "mean" -> loss(pass) / TOKENS;
                        default -> loss(pass);
                    });
            backward(keys, pass);
            check(keys);
            var masked = forward(w, true);
            keys.put("mask", masked.p[1][0], masked.p[1][1]);
            keys.put("o_masked", masked.o[2]);
            return keys;
        }

        private double[][] project(double[][] weights) {
            return times(x, bug.equals("WX") ? transposed(weights) : weights);
        }

        private Pass forward(Weights weights, boolean mask) {
            var q = project(weights.q);
            var k = project(weights.k);
            var v = project(weights.v);
            var s = times(scale, times(q, transposed(k)));
            if (bug.equals("KQ")) {
                s = transposed(s);
            }
            var p = mask ? masked(s) : softmax(s);
            return new Pass(q, k, v, s, p, times(p, v));
        }

        private double[][] softmax(double[][] s) {
            return bug.equals("axis") ? transposed(Dense.softmaxOfRows(transposed(s))) : Dense.softmaxOfRows(s);
        }

        private double[][] masked(double[][] s) {
            boolean after = bug.equals("after");
            var result = after ? softmax(s) : Dense.copy(s);
            double hidden = after || bug.equals("zero") ? 0 : -1e9;
            for (int i = 0; i < TOKENS; i++) {
                for (int j = 0; j < TOKENS; j++) {
                    if (bug.equals("lower") ? j < i : j > i) {
                        result[i][j] = hidden;
                    }
                }
            }
            return after ? result : softmax(result);
        }

        private double loss(Pass pass) {
            var error = flat(plus(pass.o, -1, y));
            return Dense.dot(error, error) / 2;
        }

        private double[][] error(Pass pass) {
            var error = plus(pass.o, -1, y);
            return bug.equals("sign") ? times(-1, error) : error;
        }

        private double[][] scoreGradient(Pass pass) {
            var dp = times(error(pass), transposed(pass.v));
            var ds = new double[TOKENS][TOKENS];
            for (int i = 0; i < TOKENS; i++) {
                for (int j = 0; j < TOKENS; j++) {
                    double p = pass.p[i][j];
                    ds[i][j] = switch (bug) {
                        case "diag" -> p * (1 - p) * dp[i][j];
                        case "no_sub" -> p * dp[i][j];
                        case "sumaxis" -> p * (dp[i][j] - Dense.dot(transposed(dp)[j], transposed(pass.p)[j]));
                        default -> p * (dp[i][j] - Dense.dot(dp[i], pass.p[i]));
                    };
                }
            }
            return ds;
        }

        private void backward(Keys keys, Pass pass) {
            double back = bug.equals("no_scale_b") ? 1 : scale;
            var dv = times(bug.equals("P") ? pass.p : transposed(pass.p), error(pass));
            var ds = scoreGradient(pass);
            var dq = times(back, times(ds, pass.k));
            var dk = times(back, times(bug.equals("dK") ? ds : transposed(ds), pass.q));
            var gradient = new Weights(toWeights(dq), toWeights(dk), toWeights(dv));
            keys.put("do1", error(pass)[0]);
            keys.put("dv1", dv[0]);
            keys.put("dp1", times(error(pass), transposed(pass.v))[0]);
            keys.put("dq1", dq[0]);
            keys.put("dk1", dk[0]);
            keys.put("wv1", plus(w.v, -STEP, gradient.v)[0]);
            keys.put("dWv", entries(gradient.v));
            keys.put("ds", ds[0]);
            keys.put("dWq", entries(gradient.q));
            keys.put("dWk", entries(gradient.k));
            keys.put("dx", inputGradient(dq, dk, dv)[0]);
            keys.put(
                    "after1",
                    switch (bug) {
                        case "only_v" -> loss(forward(new Weights(w.q, w.k, plus(w.v, -STEP, gradient.v)), false));
                        case "seq" -> oneAfterTheOther(gradient.v, pass);
                        default -> loss(forward(w.moved(-STEP, gradient), false));
                    });
        }

        /** The gradient without a slip. */
        Weights gradient(Pass pass) {
            var ds = scoreGradient(pass);
            return new Weights(
                    toWeights(times(scale, times(ds, pass.k))),
                    toWeights(times(scale, times(transposed(ds), pass.q))),
                    toWeights(times(transposed(pass.p), error(pass))));
        }

        private double[][] toWeights(double[][] gradient) {
            return times(transposed(x), gradient);
        }

        private double[] entries(double[][] gradient) {
            return flat(bug.equals("T") ? transposed(gradient) : gradient);
        }

        private double[][] inputGradient(double[][] dq, double[][] dk, double[][] dv) {
            var fromQ = times(dq, bug.equals("noT") ? w.q : transposed(w.q));
            var fromK = times(dk, bug.equals("noT") ? w.k : transposed(w.k));
            var fromV = times(dv, bug.equals("noT") ? w.v : transposed(w.v));
            return switch (bug) {
                case "one_path" -> fromV;
                case "two" -> plus(fromQ, 1, fromV);
                default -> plus(plus(fromQ, 1, fromK), 1, fromV);
            };
        }

        /** The slip of moving Wv first and computing the other gradients with the new one. */
        private double oneAfterTheOther(double[][] dwv, Pass pass) {
            var moved = new Weights(w.q, w.k, plus(w.v, -STEP, dwv));
            var ds = scoreGradient(forward(moved, false));
            var dwq = toWeights(times(scale, times(ds, pass.k)));
            var dwk = toWeights(times(scale, times(transposed(ds), pass.q)));
            return loss(forward(new Weights(plus(w.q, -STEP, dwq), plus(w.k, -STEP, dwk), moved.v), false));
        }

        private void check(Keys keys) {
            double up = lossAt(STEP);
            double down = lossAt(-STEP);
            keys.put("up", up);
            keys.put(
                    "check",
                    switch (bug) {
                        case "forward" -> (up - lossAt(0)) / STEP;
                        case "one_h" -> (up - down) / STEP;
                        default -> (up - down) / (2 * STEP);
                    });
        }

        private double lossAt(double shift) {
            var q = Dense.copy(w.q);
            q[0][0] += shift;
            return loss(forward(new Weights(q, w.k, w.v), false));
        }
    }
}
