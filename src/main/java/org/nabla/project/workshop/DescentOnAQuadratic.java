package org.nabla.project.workshop;

import static org.nabla.project.workshop.Dense.clear;
import static org.nabla.project.workshop.Dense.form;
import static org.nabla.project.workshop.Dense.norm;
import static org.nabla.project.workshop.Dense.plus;
import static org.nabla.project.workshop.Dense.times;

import java.util.Map;
import org.nabla.chance.DrawStream;

/** Descent on f(w) = ½ wᵀAw − bᵀw in two variables: the eigenvalues of A bound the step and set the speed. */
final class DescentOnAQuadratic extends Workbench {
    private static final double STEP = 0.1;
    private static final double TOLERANCE = 1e-3;

    DescentOnAQuadratic() {
        super(
                "descent-on-a-quadratic",
                "plus_b",
                "diag",
                "order",
                "lmin",
                "one",
                "trace",
                "lmax",
                "mean2",
                "bound",
                "up",
                "twice",
                "half",
                "inplace",
                "one_more",
                "one_less",
                "no_half",
                "off",
                "eta01",
                "swap");
    }

    @Override
    public Data draw(DrawStream stream) {
        while (true) {
            int a = stream.integer(2, 6);
            int c = stream.integer(2, 6);
            int b = stream.integer(-3, 3);
            if (b == 0 || a == c || a * c - b * b < 3) {
                continue;
            }
            int p = stream.integer(-4, 4);
            int q = stream.integer(-4, 4);
            int[][] matrix = {{a, b}, {b, c}};
            var eigen = Dense.eigenvalues(new double[][] {{a, b}, {b, c}});
            double condition = eigen[1] / eigen[0];
            if (p != 0 && q != 0 && condition >= 2.5 && condition <= 9) {
                return Data.of()
                        .matrix("A", matrix, 1)
                        .vector("b", new int[] {p, q}, 1)
                        .build();
            }
        }
    }

    @Override
    boolean good(Data data, Keys keys) {
        var eigen = keys.list("eig");
        var stop = stop(data.matrix("A"), data.vector("b"), 2 / (eigen[0] + eigen[1]));
        var first = keys.list("first");
        return keys.number("gap") > 1e-5
                && stop.last() < 0.97 * TOLERANCE
                && stop.before() > 1.03 * TOLERANCE
                && clear(0.05, keys.list("min"))
                && clear(1e-3, plus(first, -1, keys.list("second")))
                && clear(0.02, STEP * eigen[0] - 1, STEP * eigen[1] - 1)
                && STEP * eigen[1] < 1.9;
    }

    @Override
    Keys solved(Data data, String bug) {
        var a = data.matrix("A");
        var b = data.vector("b");
        var keys = new Keys();
        var eigen = Dense.eigenvalues(a);
        keys.put("min", minimum(a, b, bug));
        theory(keys, a, eigen, bug);
        var one = step(a, b, new double[2], bug);
        keys.put("first", one);
        keys.put("second", step(a, b, one, bug));
        var w = run(a, b, bug.equals("one_more") ? 11 : bug.equals("one_less") ? 9 : 10, bug);
        keys.put("w10", w);
        double gap = value(a, b, w, bug) - value(a, b, Dense.solve(a, b), bug);
        keys.put("gap", bug.equals("swap") ? -gap : gap);
        if (bug.isEmpty()) {
            onTheWay(keys, a, b, eigen);
        }
        double best = bug.equals("eta01") ? STEP : 2 / (eigen[0] + eigen[1]);
        keys.put("count", stop(a, b, best).steps() + (bug.equals("off") ? 1 : 0));
        return keys;
    }

    /** Three descents: with the step asked for, with the best step, and with one that is slightly too long. */
    @Override
    public Map<String, Sketch> sketches(Data data) {
        var a = data.matrix("A");
        var b = data.vector("b");
        var eigen = Dense.eigenvalues(a);
        var least = Dense.solve(a, b);
        var usual = path(a, b, STEP, 20);
        var best = path(a, b, 2 / (eigen[0] + eigen[1]), 20);
        var tooLong = path(a, b, 1.02 * 2 / eigen[1], 20);
        double size = 1.5 * Math.max(StrictMath.abs(least[0]), StrictMath.abs(least[1])) + 0.5;
        var plane = new SketchLayers()
                .contours(
                        "f",
                        new double[] {least[0] - size, least[0] + size},
                        new double[] {least[1] - size, least[1] + size},
                        (x, y) -> value(a, b, new double[] {x, y}, ""))
                .path("usual", usual)
                .path("best", best)
                .path("long", tooLong)
                .point("minimum", least[0], least[1]);
        var gap = new SketchLayers()
                .trace("usual", gaps(a, b, usual, least))
                .trace("best", gaps(a, b, best, least))
                .trace("long", gaps(a, b, tooLong, least));
        return Map.of("paths", plane.plane(), "gap", gap.logPlot());
    }

    private static double[][] path(double[][] a, double[] b, double step, int steps) {
        var places = new double[steps + 1][2];
        for (int i = 0; i < steps; i++) {
            places[i + 1] = plus(places[i], -step, plus(times(a, places[i]), -1, b));
        }
        return places;
    }

    private static double[] gaps(double[][] a, double[] b, double[][] path, double[] least) {
        var gaps = new double[path.length];
        for (int i = 0; i < path.length; i++) {
            gaps[i] = Math.max(1e-12, value(a, b, path[i], "") - value(a, b, least, ""));
        }
        return gaps;
    }

    /** What the worked ways and the intermediate values name. */
    private static void onTheWay(Keys keys, double[][] a, double[] b, double[] eigen) {
        keys.put("det", a[0][0] * a[1][1] - a[0][1] * a[1][0]);
        keys.put("trace", a[0][0] + a[1][1]);
        var one = run(a, b, 1, "");
        keys.put("grad1", plus(times(a, one), -1, b));
        keys.put("w3", run(a, b, 3, ""));
        keys.put("fw1", value(a, b, one, ""));
        double best = 2 / (eigen[0] + eigen[1]);
        keys.put("hl", best * eigen[0]);
        var five = path(a, b, best, 5)[5];
        keys.put("left5", norm(plus(times(a, five), -1, b)) / norm(b));
    }

    private static double[] minimum(double[][] a, double[] b, String bug) {
        return switch (bug) {
            case "plus_b" -> times(-1, Dense.solve(a, b));
            case "diag" -> new double[] {b[0] / a[0][0], b[1] / a[1][1]};
            default -> Dense.solve(a, b);
        };
    }

    private static void theory(Keys keys, double[][] a, double[] eigen, String bug) {
        double low = eigen[0];
        double high = eigen[1];
        keys.put(
                "eig",
                switch (bug) {
                    case "order" -> new double[] {high, low};
                    case "diag" -> new double[] {Math.min(a[0][0], a[1][1]), Math.max(a[0][0], a[1][1])};
                    default -> eigen;
                });
        keys.put(
                "bound",
                switch (bug) {
                    case "lmin" -> 2 / low;
                    case "one" -> 1 / high;
                    case "trace" -> 2 / (low + high);
                    default -> 2 / high;
                });
        keys.put("diverge", STEP * high < 1 ? 1 : STEP * high < 2 ? 2 : 3);
        keys.put(
                "best",
                switch (bug) {
                    case "lmax" -> 1 / high;
                    case "mean2" -> 1 / (low + high);
                    case "bound" -> 2 / high;
                    default -> 2 / (low + high);
                });
        keys.put(
                "rate",
                switch (bug) {
                    case "one" -> StrictMath.abs(1 - STEP * high);
                    case "bound" -> 1 - low / high;
                    default -> (high - low) / (high + low);
                });
    }

    private static double[] step(double[][] a, double[] b, double[] w, String bug) {
        if (bug.equals("inplace")) {
            var moved = w.clone();
            for (int i = 0; i < 2; i++) {
                moved[i] -= STEP * (Dense.dot(a[i], moved) - b[i]);
            }
            return moved;
        }
        var gradient = plus(times(a, w), bug.equals("plus_b") ? 1 : -1, b);
        double step = switch (bug) {
            case "up" -> -STEP;
            case "twice" -> STEP * STEP;
            case "half" -> STEP / 2;
            default -> STEP;
        };
        return plus(w, -step, gradient);
    }

    private static double[] run(double[][] a, double[] b, int steps, String bug) {
        var w = new double[2];
        for (int i = 0; i < steps; i++) {
            w = step(a, b, w, bug);
        }
        return w;
    }

    private static double value(double[][] a, double[] b, double[] w, String bug) {
        return (bug.equals("no_half") ? 1 : 0.5) * form(a, w) - Dense.dot(b, w);
    }

    /** How many steps it takes, and the size of the gradient relative to b after the last of them and before it. */
    private record Stop(int steps, double last, double before) {}

    private static Stop stop(double[][] a, double[] b, double step) {
        var w = new double[2];
        double last = 1;
        double before = Double.POSITIVE_INFINITY;
        int steps = 0;
        while (last > TOLERANCE && steps < 500) {
            before = last;
            w = plus(w, -step, plus(times(a, w), -1, b));
            last = norm(plus(times(a, w), -1, b)) / norm(b);
            steps++;
        }
        return new Stop(steps, last, before);
    }
}
