package org.nabla.project.workshop;

import static org.nabla.project.workshop.Dense.clear;
import static org.nabla.project.workshop.Dense.plus;
import static org.nabla.project.workshop.Dense.times;

import java.util.Map;
import org.nabla.chance.DrawStream;

/** A ravine f(x, y) = a·x²/2 + k·(y − c·x)²/2, c = r/10, walked down by descent, momentum and Adam. */
final class MomentumAndAdam extends Workbench {
    private static final double BETA = 0.9;
    private static final double RATE = 0.1;
    private static final double BETA2 = 0.999;
    private static final double EPSILON = 1e-8;

    MomentumAndAdam() {
        super(
                "momentum-and-adam",
                "no_cross",
                "inv",
                "diag",
                "one",
                "lmin",
                "twice",
                "ema",
                "order",
                "nesterov",
                "alias",
                "wrong_f",
                "beta",
                "one_minus",
                "nosqrt",
                "rate",
                "no_corr",
                "no_sqrt",
                "scalar",
                "t0");
    }

    @Override
    public Data draw(DrawStream stream) {
        return Data.of()
                .number("a", stream.integer(1, 2), 1)
                .number("k", stream.of(20, 25, 30, 40), 1)
                .number("r", stream.integer(1, 3), 1)
                .number("x0", stream.of(-4, -3, 3, 4), 1)
                .number("y0", stream.of(-2, -1, 1, 2), 1)
                .build();
    }

    @Override
    boolean good(Data data, Keys keys) {
        return clear(0.01, keys.list("a50"))
                && clear(0.02, keys.list("m2"))
                && clear(0.3, keys.list("g0"))
                && clear(0.02, keys.list("a2"))
                && keys.number("m50") > 1e-6
                && keys.number("gd50") > 1e-4;
    }

    @Override
    Keys solved(Data data, String bug) {
        return new Run(data, bug).keys();
    }

    /** Three walks through the ravine, on its level curves and by the value step for step. */
    @Override
    public Map<String, Sketch> sketches(Data data) {
        var run = new Run(data, "");
        int steps = 50;
        var walks = new double[3][steps + 1][];
        var values = new double[3][steps + 1];
        for (int i = 0; i <= steps; i++) {
            walks[0][i] = run.descent(i);
            walks[1][i] = run.momentum(i);
            walks[2][i] = run.adam(i);
            for (int j = 0; j < 3; j++) {
                values[j][i] = Math.max(1e-12, run.value(walks[j][i]));
            }
        }
        var plane = new SketchLayers()
                .contours(
                        "f",
                        new double[] {-4.5, 4.5},
                        new double[] {-4.5, 4.5},
                        (x, y) -> StrictMath.log1p(run.value(new double[] {x, y})))
                .path("descent", walks[0])
                .path("momentum", walks[1])
                .path("adam", walks[2]);
        var speed = new SketchLayers()
                .trace("descent", values[0])
                .trace("momentum", values[1])
                .trace("adam", values[2]);
        return Map.of("paths", plane.plane(), "value", speed.logPlot());
    }

    private static final class Run {
        private final String bug;
        private final double a;
        private final double k;
        private final double c;
        private final double[] start;

        Run(Data data, String bug) {
            this.bug = bug;
            a = data.number("a");
            k = data.number("k");
            c = data.number("r") / 10;
            start = new double[] {data.number("x0"), data.number("y0")};
        }

        Keys keys() {
            var keys = new Keys();
            keys.put("g0", gradient(start));
            theory(keys);
            keys.put("gd50", value(descent(50)));
            keys.put("m2", momentum(2));
            var end = momentum(50);
            keys.put("m50", bug.equals("wrong_f") ? Dense.dot(end, end) : value(end));
            keys.put("a1", adam(1));
            keys.put("a2", adam(2));
            keys.put("a50", adam(50));
            if (bug.isEmpty()) {
                onTheWay(keys);
            }
            return keys;
        }

        private void theory(Keys keys) {
            var eigen = Dense.eigenvalues(new double[][] {{a + c * c * k, -c * k}, {-c * k, k}});
            double high = eigen[1];
            double low = a * k / high; // the determinant is a·k: no digits are lost in a difference
            double up = StrictMath.sqrt(high);
            double down = StrictMath.sqrt(low);
            keys.put("trace", high + low);
            keys.put("lhigh", high);
            keys.put("roots", down, up);
            keys.put(
                    "kappa",
                    switch (bug) {
                        case "inv" -> low / high;
                        case "diag" -> k / a;
                        default -> high / low;
                    });
            keys.put(
                    "bound",
                    switch (bug) {
                        case "one" -> 1 / high;
                        case "lmin" -> 2 / low;
                        default -> 2 / high;
                    });
            keys.put(
                    "mrate",
                    switch (bug) {
                        case "beta" -> BETA;
                        case "one_minus" -> 1 - StrictMath.sqrt(BETA);
                        default -> StrictMath.sqrt(BETA);
                    });
            double ratio = (up - down) / (up + down);
            double plain = (high - low) / (high + low);
            keys.put(
                    "best",
                    switch (bug) {
                        case "nosqrt" -> plain * plain;
                        case "rate" -> ratio;
                        default -> ratio * ratio;
                    });
        }

        /** What the worked ways and the intermediate values name. */
        private void onTheWay(Keys keys) {
            var g = gradient(start);
            var m1 = momentum(1);
            keys.put("c", c);
            keys.put("across", start[1] - c * start[0]);
            keys.put("d1", descent(1));
            keys.put("m1", m1);
            keys.put("gm1", gradient(m1));
            keys.put("v2", plus(times(BETA, g), 1, gradient(m1)));
            keys.put("m3", momentum(3));
            keys.put("adam_m1", times(1 - BETA, g));
            keys.put("adam_v1", (1 - BETA2) * g[0] * g[0], (1 - BETA2) * g[1] * g[1]);
            keys.put("a3", adam(3));
        }

        private double value(double[] w) {
            double across = w[1] - c * w[0];
            return a * w[0] * w[0] / 2 + k * across * across / 2;
        }

        private double[] gradient(double[] w) {
            double across = k * (w[1] - c * w[0]);
            return new double[] {bug.equals("no_cross") ? a * w[0] : a * w[0] - c * across, across};
        }

        private double step() {
            return bug.equals("twice") ? 1 / (k * k) : 1 / k;
        }

        private double[] descent(int steps) {
            var w = start;
            for (int i = 0; i < steps; i++) {
                w = plus(w, -step(), gradient(w));
            }
            return w;
        }

        private double[] momentum(int steps) {
            var w = start;
            var v = new double[2];
            for (int i = 0; i < steps; i++) {
                var old = v;
                v = switch (bug) {
                    case "ema" -> plus(times(BETA, v), 1 - BETA, gradient(w));
                    case "nesterov" -> plus(times(BETA, v), 1, gradient(plus(w, -step() * BETA, v)));
                    case "alias" -> gradient(w);
                    default -> plus(times(BETA, v), 1, gradient(w));
                };
                w = plus(w, -step(), bug.equals("order") ? old : v);
            }
            return w;
        }

        private double[] adam(int steps) {
            var w = start.clone();
            var m = new double[2];
            var v = new double[2];
            double decay1 = 1;
            double decay2 = 1;
            if (bug.equals("t0")) {
                decay1 = BETA;
                decay2 = BETA2;
            }
            for (int t = 1; t <= steps; t++) {
                var g = gradient(w);
                decay1 *= BETA;
                decay2 *= BETA2;
                double fix1 = bug.equals("no_corr") ? 1 : 1 - decay1;
                double fix2 = bug.equals("no_corr") ? 1 : 1 - decay2;
                for (int i = 0; i < 2; i++) {
                    m[i] = BETA * m[i] + (1 - BETA) * g[i];
                    v[i] = BETA2 * v[i] + (1 - BETA2) * g[i] * g[i];
                }
                double shared = StrictMath.sqrt((v[0] + v[1]) / fix2 + EPSILON);
                for (int i = 0; i < 2; i++) {
                    double size = switch (bug) {
                        case "no_sqrt" -> v[i] / fix2 + EPSILON;
                        case "scalar" -> shared;
                        default -> StrictMath.sqrt(v[i] / fix2) + EPSILON;
                    };
                    w[i] -= RATE * m[i] / fix1 / size;
                }
            }
            return w;
        }
    }
}
