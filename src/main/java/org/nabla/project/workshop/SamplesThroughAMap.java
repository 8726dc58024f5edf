package org.nabla.project.workshop;

import static org.nabla.project.workshop.Dense.clear;

import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.nabla.chance.DrawStream;

/** Noise pushed through x = Ae + b, an integral by Monte Carlo, and the gradient of an expectation estimated in two ways. */
final class SamplesThroughAMap extends Workbench {
    private static final int ROWS = 20;

    SamplesThroughAMap() {
        super(
                "samples-through-a-map",
                "plus",
                "nolog",
                "no_det",
                "half_pi",
                "no_half",
                "no_b",
                "ATA",
                "indep",
                "transpose",
                "means",
                "elem",
                "sd",
                "n",
                "n1",
                "zero",
                "z",
                "no_eps",
                "no_2",
                "sig",
                "no_sq",
                "no_norm",
                "only_score",
                "sign",
                "swap",
                "sdv",
                "invert",
                "root",
                "own",
                "after");
    }

    @Override
    public Data draw(DrawStream stream) {
        var e1 = new int[ROWS];
        var e2 = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            e1[i] = stream.noise(100);
            e2[i] = stream.noise(100);
        }
        int p = stream.integer(1, 3);
        int q = stream.of(-2, -1, 1, 2);
        int r = stream.integer(2, 3);
        int[] b = {stream.of(-2, -1, 1, 2), stream.of(-3, -1, 1, 3)};
        return Data.of()
                .vector("e1", e1, 100)
                .vector("e2", e2, 100)
                .matrix("A", new int[][] {{p, q}, {0, r}}, 1)
                .vector("b", b, 1)
                .number("mu", stream.of(-1, 1, 2), 1)
                .number("sigma", stream.of(5, 15, 20), 10)
                .number("c", stream.of(3, 4, -3), 1)
                .build();
    }

    @Override
    boolean good(Data data, Keys keys) {
        var a = data.matrix("A");
        return a[0][0] != a[1][1]
                && a[0][0] * a[1][1] > 1
                && clear(0.1, keys.list("rep"))
                && clear(0.1, keys.list("score"))
                && clear(0.1, keys.number("mc"))
                && clear(0.5, keys.number("exact"))
                && clear(1, keys.list("truth")[0])
                && keys.number("ratio") > 1.5
                && keys.number("base") < 0.9 * keys.list("vars")[1]
                && clear(0.05, noise(data)[0]);
    }

    @Override
    Keys solved(Data data, String bug) {
        var keys = new Keys();
        density(keys, data, bug);
        integral(keys, data, bug);
        new Gradients(data, bug).into(keys);
        return keys;
    }

    /** The noise and where the map takes it, and the terms of the two gradient estimates. */
    @Override
    public Map<String, Sketch> sketches(Data data) {
        var a = data.matrix("A");
        var b = data.vector("b");
        var e = noise(data);
        var x = new double[e.length][];
        for (int i = 0; i < e.length; i++) {
            x[i] = Dense.plus(b, 1, Dense.times(a, e[i]));
        }
        var clouds = new SketchLayers()
                .points("e", SketchLayers.column(e, 0), SketchLayers.column(e, 1))
                .line("square", new double[] {0, 1, 1, 0, 0}, new double[] {0, 0, 1, 1, 0})
                .points("x", SketchLayers.column(x, 0), SketchLayers.column(x, 1))
                .line(
                        "image",
                        new double[] {b[0], b[0] + a[0][0], b[0] + a[0][0] + a[0][1], b[0] + a[0][1], b[0]},
                        new double[] {b[1], b[1], b[1] + a[1][1], b[1] + a[1][1], b[1]});
        var gradients = new Gradients(data, "");
        var path = gradients.pathMu();
        var score = column(e.length, i -> gradients.h[i] * gradients.scoreMu(i));
        var terms = new SketchLayers()
                .points("path", path, column(e.length, i -> 1))
                .points("score", score, column(e.length, i -> 2));
        return Map.of("clouds", clouds.plane(), "terms", terms.plot());
    }

    private static double[][] noise(Data data) {
        return Dense.transposed(new double[][] {data.vector("e1"), data.vector("e2")});
    }

    private static void density(Keys keys, Data data, String bug) {
        var a = data.matrix("A");
        double det = a[0][0] * a[1][1];
        keys.put(
                "det",
                switch (bug) {
                    case "plus" -> StrictMath.log(det);
                    case "nolog" -> -det;
                    default -> -StrictMath.log(det);
                });
        var e = noise(data)[0];
        double squares = Dense.dot(e, e);
        keys.put("area", det);
        keys.put("squares", squares);
        double log = -squares / 2 - StrictMath.log(2 * Math.PI) - StrictMath.log(det);
        keys.put(
                "logp",
                switch (bug) {
                    case "plus" -> log + 2 * StrictMath.log(det);
                    case "no_det" -> log + StrictMath.log(det);
                    case "half_pi" -> log + StrictMath.log(2 * Math.PI) / 2;
                    case "no_half" -> log - squares / 2;
                    default -> log;
                });
    }

    private static void integral(Keys keys, Data data, String bug) {
        var a = data.matrix("A");
        var b = data.vector("b");
        double p = a[0][0];
        double q = a[0][1];
        double r = a[1][1];
        keys.put(
                "exact",
                switch (bug) {
                    case "no_b" -> q * r;
                    case "ATA" -> p * q + b[0] * b[1];
                    case "indep" -> b[0] * b[1];
                    default -> q * r + b[0] * b[1];
                });
        var e = noise(data);
        double[] first = column(e.length, i -> switch (bug) {
            case "transpose", "elem" -> p * e[i][0] + b[0];
            case "no_b" -> p * e[i][0] + q * e[i][1];
            default -> p * e[i][0] + q * e[i][1] + b[0];
        });
        double[] second = column(e.length, i -> switch (bug) {
            case "transpose" -> q * e[i][0] + r * e[i][1] + b[1];
            case "no_b" -> r * e[i][1];
            default -> r * e[i][1] + b[1];
        });
        double[] product = column(e.length, i -> first[i] * second[i]);
        keys.put("x1", first[0], second[0]);
        keys.put("product1", product[0]);
        keys.put("mc", bug.equals("means") ? mean(first) * mean(second) : mean(product));
        double n = product.length;
        double spread = StrictMath.sqrt(variance(product));
        keys.put(
                "se",
                switch (bug) {
                    case "sd" -> spread;
                    case "n" -> spread / n;
                    case "n1" -> spread / StrictMath.sqrt(n - 1);
                    default -> spread / StrictMath.sqrt(n);
                });
    }

    private static double[] column(int n, IntToDoubleFunction entry) {
        var result = new double[n];
        for (int i = 0; i < n; i++) {
            result[i] = entry.applyAsDouble(i);
        }
        return result;
    }

    private static double mean(double[] values) {
        return Dense.sum(values) / values.length;
    }

    /** With 1/n. */
    private static double variance(double[] values) {
        double mean = mean(values);
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / values.length;
    }

    private static final class Gradients {
        private final String bug;
        private final double mu;
        private final double sigma;
        private final double c;
        private final double[] e;
        private final double[] z;
        private final double[] h;

        Gradients(Data data, String bug) {
            this.bug = bug;
            mu = data.number("mu");
            sigma = data.number("sigma");
            c = data.number("c");
            e = data.vector("e1");
            z = column(e.length, i -> mu + sigma * e[i]);
            h = column(e.length, i -> (z[i] - c) * (z[i] - c));
        }

        void into(Keys keys) {
            keys.put(
                    "truth",
                    switch (bug) {
                        case "zero" -> new double[] {2 * (mu - c), 0};
                        case "z" -> new double[] {-2 * (mu - c), 2 * sigma};
                        default -> new double[] {2 * (mu - c), 2 * sigma};
                    });
            var pathMu = pathMu();
            keys.put("rep", mean(pathMu), mean(pathSigma()));
            var scoreMu = column(e.length, i -> (bug.equals("only_score") ? 1 : h[i]) * scoreMu(i));
            var scoreSigma = column(e.length, i -> (bug.equals("only_score") ? 1 : h[i]) * scoreSigma(i));
            keys.put("score", mean(scoreMu), mean(scoreSigma));
            variances(keys, pathMu, scoreMu);
        }

        private double[] pathMu() {
            double factor = bug.equals("no_2") ? 1 : 2;
            return column(e.length, i -> factor * (z[i] - c));
        }

        private double[] pathSigma() {
            double factor = bug.equals("no_2") ? 1 : 2;
            return column(
                    e.length,
                    i -> factor
                            * (z[i] - c)
                            * switch (bug) {
                                case "no_eps" -> 1;
                                case "sig" -> sigma;
                                default -> e[i];
                            });
        }

        private double scoreMu(int i) {
            double score = (z[i] - mu) / (bug.equals("no_sq") ? sigma : sigma * sigma);
            return bug.equals("sign") ? -score : score;
        }

        private double scoreSigma(int i) {
            double squares = (z[i] - mu) * (z[i] - mu);
            double score = (bug.equals("no_norm") ? squares : squares - sigma * sigma) / (sigma * sigma * sigma);
            return bug.equals("sign") ? -score : score;
        }

        private void variances(Keys keys, double[] path, double[] score) {
            double low = variance(path);
            double high = variance(score);
            double n = e.length;
            keys.put("z1", z[0]);
            keys.put("score1", scoreMu(0), scoreSigma(0));
            keys.put("terms1", path[0], score[0]);
            keys.put(
                    "vars",
                    switch (bug) {
                        case "swap" -> new double[] {high, low};
                        case "n1" -> new double[] {low * n / (n - 1), high * n / (n - 1)};
                        case "sdv" -> new double[] {StrictMath.sqrt(low), StrictMath.sqrt(high)};
                        default -> new double[] {low, high};
                    });
            keys.put(
                    "ratio",
                    switch (bug) {
                        case "invert" -> low / high;
                        case "root" -> StrictMath.sqrt(high / low);
                        default -> high / low;
                    });
            double total = Dense.sum(h);
            keys.put("others1", (total - h[0]) / (n - 1));
            keys.put("base", variance(column(e.length, i -> {
                double others = bug.equals("own") ? total / n : (total - h[i]) / (n - 1);
                return switch (bug) {
                    case "plus" -> (h[i] + others) * scoreMu(i);
                    case "after" -> h[i] * scoreMu(i) - others;
                    default -> (h[i] - others) * scoreMu(i);
                };
            })));
        }
    }
}
