package org.nabla.web.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The box around a scene: the three walls behind it, round numbers along the edges in front, the letters of the axes. */
final class SceneFrame {

    private static final double OUT = 13;
    private static final double LETTER = 30;
    private static final double CLOSE = 15;

    private final Scene scene;
    private final View view;
    private final int[] half;
    private final Function<double[], Point> place;
    private final Svg svg;
    private final List<Point> letters = new ArrayList<>();

    /** Which side of the box is near: 1 where it is the one of the higher values. */
    private final int[] near;

    SceneFrame(Scene scene, Function<double[], Point> place, Svg svg) {
        this.scene = scene;
        this.view = scene.view();
        this.half = scene.box().half();
        this.place = place;
        this.svg = svg;
        this.near = new int[] {
            sign(view.near(1, 0, 0)), sign(view.near(0, 1, 0)), view.elevation() >= 0 ? 1 : -1,
        };
    }

    private static int sign(double value) {
        return value >= 0 ? 1 : -1;
    }

    /** Where the letters of the axes stand. */
    List<Point> write() {
        svg.raw("<path class=\"grid\" d=\"" + walls() + floor() + "\"/>");
        level(0, 1);
        level(1, 0);
        upright();
        return letters;
    }

    /** The outlines of the walls behind. */
    private String walls() {
        int x = near[0];
        int y = near[1];
        int z = near[2];
        return line(corner(-x, y, -z), corner(x, y, -z), corner(x, -y, -z), corner(-x, -y, -z), corner(-x, y, -z))
                + line(corner(-x, y, -z), corner(-x, y, z), corner(-x, -y, z), corner(x, -y, z), corner(x, -y, -z))
                + line(corner(-x, -y, -z), corner(-x, -y, z));
    }

    private String floor() {
        var lines = new StringBuilder();
        double z = -near[2] * half[2];
        for (var tick : scene.ticks(0)) {
            lines.append(line(new double[] {tick.at(), -half[1], z}, new double[] {tick.at(), half[1], z}));
        }
        for (var tick : scene.ticks(1)) {
            lines.append(line(new double[] {-half[0], tick.at(), z}, new double[] {half[0], tick.at(), z}));
        }
        return lines.toString();
    }

    /** Along an edge of the floor, on the side of the other axis that is near. */
    private void level(int axis, int other) {
        var out = new double[3];
        out[other] = near[other];
        double right = view.across(out[0], out[1]);
        double up = view.up(out[0], out[1], 0) - 0.6 * near[2];
        double length = Math.hypot(right, up);
        var at = new double[3];
        at[other] = near[other] * half[other];
        at[2] = -near[2] * half[2];
        var anchor = right / length > 0.5 ? "start" : right / length < -0.5 ? "end" : "middle";
        numbers(axis, at, right / length * OUT, 4 - up / length * OUT, anchor);
        at[axis] = 0;
        var middle = place.apply(at);
        letter(axis, new Point(middle.x() + right / length * LETTER, middle.y() + 4 - up / length * LETTER));
    }

    /** Along the upright edge on the left. */
    private void upright() {
        var at = new double[] {half[0], half[1], 0};
        for (int x = -1; x <= 1; x += 2) {
            for (int y = -1; y <= 1; y += 2) {
                if (view.across(x * half[0], y * half[1]) < view.across(at[0], at[1])) {
                    at = new double[] {x * half[0], y * half[1], 0};
                }
            }
        }
        numbers(2, at, -7, 4, "end");
        at[2] = half[2];
        var top = place.apply(at);
        letter(2, new Point(top.x(), top.y() - 9));
    }

    private void letter(int axis, Point at) {
        svg.label("axis", "middle", at, scene.letters().get(axis));
        letters.add(new Point(at.x(), at.y() - 4));
    }

    /** What is too close to the number before it is left out. */
    private void numbers(int axis, double[] edge, double dx, double dy, String anchor) {
        var at = edge.clone();
        Point before = new Point(-1000, -1000);
        for (var tick : scene.ticks(axis)) {
            at[axis] = tick.at();
            var p = place.apply(at);
            if (p.distance(before) >= CLOSE) {
                svg.text("tick", anchor, new Point(p.x() + dx, p.y() + dy), tick.text());
                before = p;
            }
        }
    }

    private double[] corner(int x, int y, int z) {
        return new double[] {x * half[0], y * half[1], z * half[2]};
    }

    private String line(double[]... corners) {
        var path = new StringBuilder("M");
        for (int i = 0; i < corners.length; i++) {
            path.append(i == 0 ? "" : " ").append(Svg.pair(place.apply(corners[i])));
        }
        return path.toString();
    }

    /** The letters and numbers of an axis for the script. */
    static List<Object> ticks(Scene scene, int axis) {
        return scene.ticks(axis).stream()
                .map(tick -> (Object) List.of(tick.at(), tick.text()))
                .toList();
    }
}
