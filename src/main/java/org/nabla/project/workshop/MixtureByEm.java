package org.nabla.project.workshop;

import static org.nabla.project.workshop.Dense.clear;

import java.util.Map;
import org.nabla.chance.DrawStream;

/** Two Gaussians fitted to 24 numbers by expectation and maximization. */
final class MixtureByEm extends Workbench {
    private static final int ROWS = 24;
    private static final int STEPS = 200;

    MixtureByEm() {
        super(
                "mixture-by-em",
                "n1",
                "sd",
                "raw",
                "mean",
                "no_pi",
                "base10",
                "other",
                "no_half",
                "axis",
                "n_all",
                "hard",
                "old_mu",
                "fix_pi",
                "no_det",
                "sdv",
                "params",
                "swap",
                "four");
    }

    @Override
    public Data draw(DrawStream stream) {
        int low = stream.integer(-16, -10);
        int high = stream.integer(8, 14);
        int first = stream.integer(9, 15);
        var x = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            x[i] = i < first ? low + stream.noise(6) : high + stream.noise(9);
        }
        for (int i = ROWS - 1; i > 0; i--) {
            int j = stream.below(i + 1);
            int kept = x[i];
            x[i] = x[j];
            x[j] = kept;
        }
        return Data.of().vector("x", x, 10).build();
    }

    @Override
    public boolean promises(Data data) {
        var x = data.vector("x");
        var keys = new Keys();
        one(keys, x, "");
        return isNearestClear(x) && clear(0.03, keys.list("ml")[0]) && clear(0.2, new Mixture(x, "").after(1).mu);
    }

    private static boolean isNearestClear(double[] x) {
        int nearest = nearest(x);
        double size = StrictMath.abs(x[nearest]);
        for (int i = 0; i < x.length; i++) {
            if (i != nearest && StrictMath.abs(x[i]) - size <= 0.05) {
                return false;
            }
        }
        return size > 0.1 && size < 0.8;
    }

    /** The steps have converged, both groups are there, and one row is clearly the nearest to zero. */
    @Override
    boolean good(Data data, Keys keys) {
        var mu = keys.list("mu200");
        var va = keys.list("va200");
        double share = keys.number("pi200");
        double second = keys.number("r0");
        return isNearestClear(data.vector("x"))
                && clear(0.3, mu)
                && keys.number("moving") < 1e-7
                && Math.min(va[0], va[1]) > 0.05
                && clear(0.03, keys.list("ml")[0])
                && share > 0.25
                && share < 0.75
                && clear(0.2, keys.list("mu1"))
                && clear(0.5, keys.number("bic"))
                && Math.max(second, 1 - second) > 0.55;
    }

    @Override
    Keys solved(Data data, String bug) {
        var x = data.vector("x");
        var keys = new Keys();
        one(keys, x, bug);
        var start = new Mixture(x, bug);
        var r = start.responsibilities()[nearest(x)];
        keys.put("r0", bug.equals("other") ? r[0] : r[1]);
        var once = new Mixture(x, bug).after(1);
        keys.put("mu1", once.mu);
        keys.put("va1", once.va);
        var end = new Mixture(x, bug).after(STEPS);
        keys.put("mu200", end.mu);
        keys.put("va200", bug.equals("sdv") ? roots(end.va) : end.va);
        keys.put("pi200", bug.equals("other") ? end.pi[0] : end.pi[1]);
        double likelihood = end.logLikelihood();
        keys.put("ll200", bug.equals("mean") ? likelihood / x.length : likelihood);
        int parameters = bug.equals("params") ? 6 : bug.equals("four") ? 4 : 5;
        double log = StrictMath.log(x.length);
        double difference = -2 * likelihood + parameters * log - (-2 * keys.number("ll1") + 2 * log);
        keys.put("bic", bug.equals("swap") ? -difference : difference);
        if (bug.isEmpty()) {
            onTheWay(keys, x, end);
        }
        return keys;
    }

    /** The data as a histogram with the fitted density after some steps, and the log-likelihood step for step. */
    @Override
    public Map<String, Sketch> sketches(Data data) {
        var x = data.vector("x");
        var middles = SketchLayers.range(-4.75, 4.75, 20);
        var share = new double[middles.length];
        for (double value : x) {
            int bin = (int) StrictMath.floor((value + 5) * 2);
            share[Math.max(0, Math.min(bin, share.length - 1))] += 2.0 / x.length;
        }
        var shape = new SketchLayers().bars("rows", middles, share);
        for (int steps : new int[] {0, 1, 5, STEPS}) {
            var mixture = new Mixture(x, "").after(steps);
            shape.curve(
                    "step" + steps,
                    -5,
                    5,
                    value -> StrictMath.exp(mixture.log(value, 0)) + StrictMath.exp(mixture.log(value, 1)));
        }
        var likelihood = new double[41];
        for (int i = 0; i < likelihood.length; i++) {
            likelihood[i] = new Mixture(x, "").after(i).logLikelihood();
        }
        var rise = new SketchLayers().trace("likelihood", likelihood);
        return Map.of("shape", shape.plot(), "likelihood", rise.plot());
    }

    /** What the worked ways and the intermediate values name. */
    private static void onTheWay(Keys keys, double[] x, Mixture end) {
        keys.put("nearest", x[nearest(x)]);
        keys.put("r1", new Mixture(x, "").responsibilities()[0]);
        keys.put("pi1", new Mixture(x, "").after(1).pi);
        var two = new Mixture(x, "").after(2);
        keys.put("mu2", two.mu);
        keys.put("va2", two.va);
        var later = new Mixture(end).after(20);
        keys.put("moving", Dense.norm(Dense.plus(later.mu, -1, end.mu)));
        keys.put("lmix", StrictMath.log(StrictMath.exp(end.log(x[0], 0)) + StrictMath.exp(end.log(x[0], 1))));
        keys.put("bic_one", -2 * keys.number("ll1") + 2 * StrictMath.log(x.length));
    }

    private static void one(Keys keys, double[] x, String bug) {
        int n = x.length;
        double mean = Dense.sum(x) / n;
        double squares = 0;
        for (double value : x) {
            squares += (value - mean) * (value - mean);
        }
        double variance = squares / n;
        keys.put("total", mean * n);
        keys.put("squares", squares);
        keys.put("lone", -(x[0] - mean) * (x[0] - mean) / (2 * variance) - StrictMath.log(2 * Math.PI * variance) / 2);
        keys.put(
                "ml",
                mean,
                switch (bug) {
                    case "n1" -> squares / (n - 1);
                    case "sd" -> StrictMath.sqrt(variance);
                    case "raw" -> Dense.dot(x, x) / n;
                    default -> variance;
                });
        double likelihood = -n / 2.0 * (StrictMath.log(2 * Math.PI * variance) + 1);
        keys.put(
                "ll1",
                switch (bug) {
                    case "mean" -> likelihood / n;
                    case "no_pi" -> -n / 2.0 * (StrictMath.log(variance) + 1);
                    case "base10" -> likelihood / StrictMath.log(10);
                    default -> likelihood;
                });
    }

    private static double[] roots(double[] values) {
        return new double[] {StrictMath.sqrt(values[0]), StrictMath.sqrt(values[1])};
    }

    /** The row nearest to zero. */
    private static int nearest(double[] x) {
        int found = 0;
        for (int i = 1; i < x.length; i++) {
            if (StrictMath.abs(x[i]) < StrictMath.abs(x[found])) {
                found = i;
            }
        }
        return found;
    }

    private static final class Mixture {
        private final double[] x;
        private final String bug;
        private double[] pi = {0.5, 0.5};
        private double[] mu = {-1, 1};
        private double[] va = {1, 1};

        Mixture(double[] x, String bug) {
            this.x = x;
            this.bug = bug;
        }

        Mixture(Mixture other) {
            this(other.x, other.bug);
            pi = other.pi;
            mu = other.mu;
            va = other.va;
        }

        /** The logarithm of the weighted density of a component. */
        private double log(double value, int k) {
            double distance = (value - mu[k]) * (value - mu[k]);
            double half = StrictMath.log(2 * Math.PI * va[k]) / 2;
            return switch (bug) {
                case "no_half" -> StrictMath.log(pi[k]) - distance / va[k] - half;
                case "no_det" -> StrictMath.log(pi[k]) - distance / (2 * va[k]) - StrictMath.log(2 * Math.PI) / 2;
                default -> StrictMath.log(pi[k]) - distance / (2 * va[k]) - half;
            };
        }

        double[][] responsibilities() {
            var r = new double[x.length][2];
            var total = new double[2];
            for (int i = 0; i < x.length; i++) {
                double a = log(x[i], 0);
                double b = log(x[i], 1);
                double max = Math.max(a, b);
                double ea = StrictMath.exp(a - max);
                double eb = StrictMath.exp(b - max);
                r[i] = new double[] {ea / (ea + eb), eb / (ea + eb)};
                total[0] += StrictMath.exp(a);
                total[1] += StrictMath.exp(b);
            }
            return bug.equals("axis") ? overRows(total) : r;
        }

        /** The slip of dividing each density by the sum of its column. */
        private double[][] overRows(double[] total) {
            var r = new double[x.length][2];
            for (int i = 0; i < x.length; i++) {
                for (int k = 0; k < 2; k++) {
                    r[i][k] = StrictMath.exp(log(x[i], k)) / total[k];
                }
            }
            return r;
        }

        double logLikelihood() {
            double sum = 0;
            for (double value : x) {
                double a = log(value, 0);
                double b = log(value, 1);
                double max = Math.max(a, b);
                sum += max + StrictMath.log(StrictMath.exp(a - max) + StrictMath.exp(b - max));
            }
            return sum;
        }

        Mixture after(int steps) {
            for (int i = 0; i < steps; i++) {
                step();
            }
            return this;
        }

        private void step() {
            var r = responsibilities();
            if (bug.equals("hard")) {
                for (var row : r) {
                    boolean second = row[1] > row[0];
                    row[0] = second ? 0 : 1;
                    row[1] = second ? 1 : 0;
                }
            }
            var count = new double[2];
            var sum = new double[2];
            for (int i = 0; i < x.length; i++) {
                for (int k = 0; k < 2; k++) {
                    count[k] += r[i][k];
                    sum[k] += r[i][k] * x[i];
                }
            }
            var mean = new double[2];
            var variance = new double[2];
            for (int k = 0; k < 2; k++) {
                mean[k] = sum[k] / (bug.equals("n_all") ? x.length : count[k]);
                double center = bug.equals("old_mu") ? mu[k] : mean[k];
                for (int i = 0; i < x.length; i++) {
                    variance[k] += r[i][k] * (x[i] - center) * (x[i] - center);
                }
                variance[k] /= count[k];
            }
            mu = mean;
            va = variance;
            pi = bug.equals("fix_pi") ? pi : new double[] {count[0] / x.length, count[1] / x.length};
        }
    }
}
