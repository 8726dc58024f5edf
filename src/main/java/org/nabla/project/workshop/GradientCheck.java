package org.nabla.project.workshop;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.nabla.chance.DrawStream;

/**
 * Check a gradient: L(a, b) = (1/n) Σ (a/(1 + b t) − y)², its gradient by formula, by differences and on a grid.
 *
 * <p>Differences of nearly equal numbers lose digits: {@code ratio} keeps 2 in doubles and 1 in single precision.
 */
final class GradientCheck implements Workshop {
    private static final int ROWS = 10;
    private static final double H = 0.1;
    private static final double STEP_A = 0.25;
    private static final double STEP_B = 0.1;

    @Override
    public String id() {
        return "gradient-check";
    }

    @Override
    public Set<String> bugs() {
        return Set.of(
                "sign",
                "no_n",
                "no_2",
                "no_t",
                "no_sq",
                "half",
                "bcast",
                "central",
                "backward",
                "two_h",
                "da",
                "forward",
                "one_h",
                "swap",
                "invert",
                "axes",
                "no_spacing",
                "spacings",
                "edge");
    }

    @Override
    public Data draw(DrawStream stream) {
        int a = stream.integer(3, 6);
        int b = stream.integer(2, 8);
        var t = new int[ROWS];
        var y = new int[ROWS];
        for (int i = 1; i <= ROWS; i++) {
            t[i - 1] = i;
            y[i - 1] = (1000 * a * 2 + (10 + b * i)) / (2 * (10 + b * i)) + stream.noise(4);
        }
        return Data.of()
                .vector("t", t, 1)
                .vector("y", y, 100)
                .number("a", stream.integer(1, 2), 1)
                .number("b", stream.of(10, 5), 10)
                .build();
    }

    @Override
    public Map<String, double[]> solve(Data data, @Nullable String bug) {
        var model = new Model(data.vector("t"), data.vector("y"));
        double a = data.number("a");
        double b = data.number("b");
        var first = new Model(Arrays.copyOf(model.t, 2), Arrays.copyOf(model.y, 2));
        var keys = new LinkedHashMap<String, double[]>();
        keys.put("hand", first.gradient(a, b, bug));
        keys.put("loss", new double[] {loss(model, a, b, bug)});
        keys.put("grad", model.gradient(a, b, bug));
        keys.put("forward", new double[] {forward(model, a, b, bug)});
        keys.put("central", new double[] {central(model, a, b, bug)});
        keys.put("ratio", ratio(model, a, b, bug));
        keys.put("grid", grid(model, a, b, bug));
        if (bug == null) {
            keys.put("q", new double[] {1 + b * model.t[0], 1 + b * model.t[1]});
            keys.put("r", new double[] {model.residual(0, a, b), model.residual(1, a, b)});
            keys.put("up", new double[] {model.loss(a, b + H)});
            keys.put("down", new double[] {model.loss(a, b - H)});
        }
        return keys;
    }

    private static double loss(Model model, double a, double b, @Nullable String bug) {
        double loss = model.loss(a, b);
        return switch (String.valueOf(bug)) {
            case "no_n" -> loss * model.t.length;
            case "half" -> loss / 2;
            case "bcast" -> model.allPairs(a, b);
            default -> loss;
        };
    }

    private static double forward(Model model, double a, double b, @Nullable String bug) {
        return switch (String.valueOf(bug)) {
            case "central" -> model.central(a, b, H);
            case "backward" -> (model.loss(a, b) - model.loss(a, b - H)) / H;
            case "two_h" -> model.forward(a, b, H) / 2;
            case "da" -> (model.loss(a + H, b) - model.loss(a, b)) / H;
            default -> model.forward(a, b, H);
        };
    }

    private static double central(Model model, double a, double b, @Nullable String bug) {
        return switch (String.valueOf(bug)) {
            case "forward" -> model.forward(a, b, H);
            case "one_h" -> 2 * model.central(a, b, H);
            case "da" -> (model.loss(a + H, b) - model.loss(a - H, b)) / (2 * H);
            default -> model.central(a, b, H);
        };
    }

    private static double[] ratio(Model model, double a, double b, @Nullable String bug) {
        double exact = model.gradient(a, b, null)[1];
        double forward = (model.forward(a, b, H) - exact) / (model.forward(a, b, H / 2) - exact);
        double central = (model.central(a, b, H) - exact) / (model.central(a, b, H / 2) - exact);
        return switch (String.valueOf(bug)) {
            case "swap" -> new double[] {central, forward};
            case "invert" -> new double[] {1 / forward, 1 / central};
            default -> new double[] {forward, central};
        };
    }

    /** What {@code np.gradient} says of the middle of a grid of three by three: central differences inside, one-sided at edges. */
    private static double[] grid(Model model, double a, double b, @Nullable String bug) {
        double acrossA = model.loss(a + STEP_A, b) - model.loss(a - STEP_A, b);
        double acrossB = model.loss(a, b + STEP_B) - model.loss(a, b - STEP_B);
        double da = acrossA / (2 * STEP_A);
        double db = acrossB / (2 * STEP_B);
        double corner = model.loss(a - STEP_A, b - STEP_B);
        return switch (String.valueOf(bug)) {
            case "axes" -> new double[] {db, da};
            case "no_spacing" -> new double[] {acrossA / 2, acrossB / 2};
            case "spacings" -> new double[] {acrossA / (2 * STEP_B), acrossB / (2 * STEP_A)};
            case "edge" ->
                new double[] {
                    (model.loss(a, b - STEP_B) - corner) / STEP_A, (model.loss(a - STEP_A, b) - corner) / STEP_B
                };
            default -> new double[] {da, db};
        };
    }

    /** The data with the model, and the error of differences over steps from 1 to 10⁻¹². */
    @Override
    public Map<String, Sketch> sketches(Data data) {
        var model = new Model(data.vector("t"), data.vector("y"));
        double a = data.number("a");
        double b = data.number("b");
        var curve = new double[2][46];
        for (int i = 0; i < 46; i++) {
            curve[0][i] = 1 + i / 5.0;
            curve[1][i] = a / (1 + b * curve[0][i]);
        }
        var fit = new LinkedHashMap<String, Sketch.Layer>();
        fit.put("rows", Sketch.Layer.of(Sketch.Kind.POINTS, model.t, model.y));
        fit.put("model", Sketch.Layer.of(Sketch.Kind.LINE, curve[0], curve[1]));
        var sketches = new LinkedHashMap<String, Sketch>();
        sketches.put("fit", new Sketch(false, false, false, fit));
        sketches.put("errors", new Sketch(true, true, false, errors(model, a, b)));
        return sketches;
    }

    private static Map<String, Sketch.Layer> errors(Model model, double a, double b) {
        double exact = model.gradient(a, b, null)[1];
        int n = 45;
        var h = new double[n];
        var forward = new double[n];
        var central = new double[n];
        for (int i = 0; i < n; i++) {
            h[i] = StrictMath.pow(10, -0.5 - i / 4.0);
            forward[i] = Math.max(1e-14, Math.abs(model.forward(a, b, h[i]) - exact));
            central[i] = Math.max(1e-14, Math.abs(model.central(a, b, h[i]) - exact));
        }
        var layers = new LinkedHashMap<String, Sketch.Layer>();
        layers.put("forward", Sketch.Layer.of(Sketch.Kind.LINE, h, forward));
        layers.put("central", Sketch.Layer.of(Sketch.Kind.LINE, h, central));
        layers.put("own", Sketch.Layer.of(Sketch.Kind.POINTS, new double[] {H, H}, new double[] {
            Math.abs(model.forward(a, b, H) - exact), Math.abs(model.central(a, b, H) - exact)
        }));
        return layers;
    }

    private record Model(double[] t, double[] y) {

        double residual(int row, double a, double b) {
            return a / (1 + b * t[row]) - y[row];
        }

        double loss(double a, double b) {
            double sum = 0;
            for (int i = 0; i < t.length; i++) {
                double r = residual(i, a, b);
                sum += r * r;
            }
            return sum / t.length;
        }

        /** Every prediction against every row, as shapes (n, 1) and (n,) give. */
        double allPairs(double a, double b) {
            double sum = 0;
            for (double time : t) {
                for (double value : y) {
                    double r = a / (1 + b * time) - value;
                    sum += r * r;
                }
            }
            return sum / (t.length * t.length);
        }

        double[] gradient(double a, double b, @Nullable String bug) {
            var slip = String.valueOf(bug);
            double da = 0;
            double db = 0;
            for (int i = 0; i < t.length; i++) {
                double q = 1 + b * t[i];
                double r = slip.equals("sign") ? -residual(i, a, b) : residual(i, a, b);
                da += r / q;
                db += r
                        * switch (slip) {
                            case "no_t" -> -a / (q * q);
                            case "no_sq" -> -a * t[i] / q;
                            default -> -a * t[i] / (q * q);
                        };
            }
            double factor = slip.equals("no_2") ? 1 : 2;
            double n = slip.equals("no_n") ? 1 : t.length;
            return new double[] {factor * da / n, factor * db / n};
        }

        double forward(double a, double b, double h) {
            return (loss(a, b + h) - loss(a, b)) / h;
        }

        double central(double a, double b, double h) {
            return (loss(a, b + h) - loss(a, b - h)) / (2 * h);
        }
    }
}
