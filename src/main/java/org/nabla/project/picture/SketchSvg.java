package org.nabla.project.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.nabla.project.template.ProjectPlan.Layer;
import org.nabla.project.template.ProjectPlan.Picture;
import org.nabla.project.workshop.Sketch;

/** Draws the layers of a sketch that are there already. Colors are the style sheet's; what differs differs in shape as well. */
public final class SketchSvg {
    private static final double WIDTH = 360;
    private static final double HEIGHT = 240;
    private static final double LEFT = 48;
    private static final double TOP = 12;
    private static final double RIGHT = 14;
    private static final double BOTTOM = 42;
    private static final int HEIGHTS = 8;
    private static final int SHADES = 5;

    private final Picture picture;
    private final Sketch sketch;
    private final List<Layer> shown;
    private final Axis across;
    private final Axis up;
    private final StringBuilder out = new StringBuilder(8192);

    private SketchSvg(Picture picture, Sketch sketch, List<Layer> shown) {
        this.picture = picture;
        this.sketch = sketch;
        this.shown = shown;
        var x = new ArrayList<Double>();
        var y = new ArrayList<Double>();
        boolean bars = false;
        for (var layer : shown) {
            var data = layer(layer);
            x.addAll(data.x());
            y.addAll(data.y());
            bars = bars || data.kind() == Sketch.Kind.BARS;
        }
        if (bars) {
            y.add(0.0);
        }
        var a = Axis.of(x, sketch.logX(), WIDTH);
        var b = Axis.of(y, sketch.logY(), HEIGHT);
        if (sketch.equal()) {
            double unit = Math.max((a.high() - a.low()) / WIDTH, (b.high() - b.low()) / HEIGHT);
            double cx = (a.low() + a.high()) / 2;
            double cy = (b.low() + b.high()) / 2;
            a = a.ending(cx - unit * WIDTH / 2, cx + unit * WIDTH / 2);
            b = b.ending(cy - unit * HEIGHT / 2, cy + unit * HEIGHT / 2);
        }
        across = a;
        up = b;
    }

    /** Without words but those of axes: title, legend and alternative text stand beside it. */
    public static String of(Picture picture, Sketch sketch, List<Layer> shown) {
        return new SketchSvg(picture, sketch, shown).write();
    }

    private Sketch.Layer layer(Layer layer) {
        return Objects.requireNonNull(sketch.layers().get(layer.name()), layer.name());
    }

    private String write() {
        boolean cells = shown.stream().allMatch(l -> layer(l).kind() == Sketch.Kind.CELLS);
        out.append("<svg class=\"sketch\" viewBox=\"0 0 ")
                .append(number(LEFT + WIDTH + RIGHT))
                .append(' ')
                .append(number(TOP + HEIGHT + BOTTOM))
                .append("\" aria-hidden=\"true\" focusable=\"false\"><g transform=\"translate(")
                .append(number(LEFT))
                .append(' ')
                .append(number(TOP))
                .append(")\">");
        if (!cells) {
            axes();
        }
        out.append("<svg width=\"")
                .append(number(WIDTH))
                .append("\" height=\"")
                .append(number(HEIGHT))
                .append("\">");
        for (int i = 0; i < shown.size(); i++) {
            draw(layer(shown.get(i)), i);
        }
        return out.append("</svg></g></svg>").toString();
    }

    private void axes() {
        for (double tick : across.ticks()) {
            double at = across.place(tick);
            path("grid", "M" + pair(at, 0) + "L" + pair(at, HEIGHT));
            text("tick", "middle", at, HEIGHT + 16, across.label(tick));
        }
        for (double tick : up.ticks()) {
            double at = HEIGHT - up.place(tick);
            path("grid", "M" + pair(0, at) + "L" + pair(WIDTH, at));
            text("tick", "end", -6, at + 4, up.label(tick));
        }
        text("axis", "end", WIDTH, HEIGHT + 34, picture.x());
        text("axis", "start", 4, 12, picture.y());
    }

    private void draw(Sketch.Layer layer, int number) {
        switch (layer.kind()) {
            case POINTS -> points(layer, number);
            case LINE -> line(layer, number);
            case PATH -> {
                line(layer, number);
                for (int i = 0; i < layer.x().size(); i++) {
                    mark(number, layer.x().get(i), layer.y().get(i), 2.4);
                }
            }
            case BARS -> bars(layer, number);
            case CONTOURS -> contours(layer);
            case SHADE -> shade(layer);
            case CELLS -> cells(layer);
        }
    }

    private void points(Sketch.Layer layer, int number) {
        for (int i = 0; i < layer.x().size(); i++) {
            int kind = layer.z().isEmpty() ? number : layer.z().get(i).intValue();
            mark(kind, layer.x().get(i), layer.y().get(i), 4);
        }
    }

    /** A disk, a square, a triangle: by the number. */
    private void mark(int kind, double x, double y, double size) {
        if (!across.holds(x) || !up.holds(y)) {
            return;
        }
        double cx = across.place(x);
        double cy = HEIGHT - up.place(y);
        var style = "mark c" + Math.floorMod(kind, 4);
        switch (Math.floorMod(kind, 3)) {
            case 0 ->
                out.append("<circle class=\"")
                        .append(style)
                        .append("\" r=\"")
                        .append(number(size))
                        .append("\" cx=\"")
                        .append(number(cx))
                        .append("\" cy=\"")
                        .append(number(cy))
                        .append("\"/>");
            case 1 ->
                path(
                        style,
                        "M" + pair(cx - size, cy - size) + "H" + number(cx + size) + "V" + number(cy + size) + "H"
                                + number(cx - size) + "Z");
            default ->
                path(
                        style,
                        "M" + pair(cx, cy - size * 1.2) + "L" + pair(cx + size * 1.1, cy + size * 0.9) + "L"
                                + pair(cx - size * 1.1, cy + size * 0.9) + "Z");
        }
    }

    private void line(Sketch.Layer layer, int number) {
        var d = new StringBuilder();
        boolean open = false;
        for (int i = 0; i < layer.x().size(); i++) {
            double x = across.place(layer.x().get(i));
            double y = HEIGHT - up.place(layer.y().get(i));
            if (Double.isFinite(x) && Double.isFinite(y)) {
                d.append(open ? "L" : "M").append(pair(x, y));
                open = true;
            } else {
                open = false;
            }
        }
        if (d.length() > 0) {
            path("curve c" + number % 4, d.toString());
        }
    }

    private void bars(Sketch.Layer layer, int number) {
        int bars = shown.size();
        double width = WIDTH / Math.max(1, layer.x().size()) / (bars + 0.5);
        double zero = HEIGHT - up.place(0);
        for (int i = 0; i < layer.x().size(); i++) {
            double x = across.place(layer.x().get(i)) + (number - bars / 2.0) * width;
            double y = HEIGHT - up.place(layer.y().get(i));
            path(
                    "bar c" + number % 4,
                    "M" + pair(x, zero) + "V" + number(y) + "H" + number(x + width * 0.9) + "V" + number(zero) + "Z");
        }
    }

    private void contours(Sketch.Layer layer) {
        double low = layer.z().stream().mapToDouble(z -> z).min().orElse(0);
        double high = layer.z().stream().mapToDouble(z -> z).max().orElse(1);
        for (int i = 1; i <= HEIGHTS; i++) {
            // Closer together near the minimum, where a descent ends.
            double part = (double) i / (HEIGHTS + 1);
            level(layer, low + (high - low) * part * part, "level");
        }
    }

    private void shade(Sketch.Layer layer) {
        int columns = layer.x().size();
        for (int row = 0; row + 1 < layer.y().size(); row++) {
            for (int column = 0; column + 1 < columns; column++) {
                double value = layer.z().get(row * columns + column);
                int shade = (int) Math.min(SHADES - 1, Math.max(0, value * SHADES));
                double x = across.place(layer.x().get(column));
                double y = HEIGHT - up.place(layer.y().get(row + 1));
                path(
                        "shade s" + shade,
                        "M" + pair(x, y) + "H"
                                + number(across.place(layer.x().get(column + 1)) + 0.4) + "V"
                                + number(HEIGHT - up.place(layer.y().get(row)) + 0.4) + "H" + number(x) + "Z");
            }
        }
        level(layer, 0.5, "border");
    }

    /** Marching squares: of each cell the pieces of the curve on which z has this height. */
    private void level(Sketch.Layer layer, double height, String style) {
        var d = new StringBuilder();
        int columns = layer.x().size();
        for (int row = 0; row + 1 < layer.y().size(); row++) {
            for (int column = 0; column + 1 < columns; column++) {
                var crossings = new ArrayList<double[]>();
                int[][] corners = {{0, 0}, {0, 1}, {1, 1}, {1, 0}};
                for (int side = 0; side < 4; side++) {
                    var from = corners[side];
                    var to = corners[(side + 1) % 4];
                    double a = layer.z().get((row + from[0]) * columns + column + from[1]) - height;
                    double b = layer.z().get((row + to[0]) * columns + column + to[1]) - height;
                    if (a < 0 != b < 0) {
                        double t = a / (a - b);
                        double x = between(layer.x(), column + from[1], column + to[1], t);
                        double y = between(layer.y(), row + from[0], row + to[0], t);
                        crossings.add(new double[] {across.place(x), HEIGHT - up.place(y)});
                    }
                }
                for (int i = 0; i + 1 < crossings.size(); i += 2) {
                    d.append('M').append(pair(crossings.get(i)[0], crossings.get(i)[1]));
                    d.append('L').append(pair(crossings.get(i + 1)[0], crossings.get(i + 1)[1]));
                }
            }
        }
        if (d.length() > 0) {
            path(style, d.toString());
        }
    }

    private static double between(List<Double> values, int from, int to, double t) {
        return values.get(from) + t * (values.get(to) - values.get(from));
    }

    private void cells(Sketch.Layer layer) {
        int columns = Math.max(1, layer.x().size());
        int rows = Math.max(1, layer.y().size());
        double width = WIDTH / columns;
        double height = HEIGHT / rows;
        double high = layer.z().stream().mapToDouble(Math::abs).max().orElse(1);
        for (int i = 0; i < layer.z().size(); i++) {
            double value = layer.z().get(i);
            int shade = (int) Math.min(SHADES - 1, Math.abs(value) / (high == 0 ? 1 : high) * SHADES);
            double x = i % columns * width;
            double y = (double) (i / columns) * height;
            path(
                    "shade s" + shade,
                    "M" + pair(x, y) + "H" + number(x + width - 1) + "V" + number(y + height - 1) + "H" + number(x)
                            + "Z");
            text(
                    "cell",
                    "middle",
                    x + width / 2,
                    y + height / 2 + 5,
                    String.format(Locale.ROOT, "%.2f", value).replace('-', '\u2212'));
        }
    }

    private void path(String style, String d) {
        out.append("<path class=\"").append(style).append("\" d=\"").append(d).append("\"/>");
    }

    private void text(String style, String anchor, double x, double y, String text) {
        out.append("<text class=\"")
                .append(style)
                .append("\" text-anchor=\"")
                .append(anchor)
                .append("\" x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\">")
                .append(text.replace("$", "").replace("&", "&amp;").replace("<", "&lt;"))
                .append("</text>");
    }

    private static String pair(double x, double y) {
        return number(x) + " " + number(y);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", Math.max(-1e4, Math.min(1e4, value)));
    }
}
