package org.nabla.web.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.nabla.web.figure.Scene.Kind;

/**
 * A scene in space as SVG: what is far away first, so that what is near covers it. What stands where no script runs, and on paper.
 * {@code space.js} draws the same from another side, by the same steps.
 */
final class SceneSvg {

    /** Of one scale with the flat ones, so that labels are of one size. */
    static final int WIDTH = 350;

    private static final int HIGHEST = 350;
    private static final double ACROSS = 36;
    private static final double DOWN = 30;
    private static final int SHADES = 8;

    /** Lines lie on what they touch: they are drawn as if they were nearer by this much. */
    private static final double LINE_NEARER = 80;

    private static final double CURVE_NEARER = 100;
    private static final double DOT_NEARER = 120;

    /** An arrow on a surface is seen where it starts, into which side ever it points. */
    private static final double PIN_NEARER = 500;

    private static final int SHAFT = 8;

    /** What is a thing of its own, or darkens what is behind it; of all else, neighbors are one path. */
    private static final Set<String> SINGLE = Set.of("sheet", "dot", "arrow tip");

    /** One path with what it is drawn as; {@code near} decides what covers what. */
    private record Stroke(String style, double near, String path) {}

    private final Scene scene;
    private final View view;
    private final int[] half;
    private final List<Node> nodes;
    private final double scale;
    private final int height;
    private final List<Stroke> strokes = new ArrayList<>();
    private final LabelPlaces places;
    private final Svg svg = new Svg();

    private SceneSvg(Scene scene) {
        this.scene = scene;
        this.view = scene.view();
        this.half = scene.box().half();
        this.nodes = scene.nodes();
        this.height = height(scene);
        this.scale = Math.min((WIDTH - 2 * ACROSS) / view.width(half), (height - 2 * DOWN) / view.height(half));
        this.places = new LabelPlaces(0, 0, WIDTH, height);
    }

    static String of(Scene scene) {
        return new SceneSvg(scene).write();
    }

    /** As high as the box needs it from where it is seen first. */
    static int height(Scene scene) {
        var half = scene.box().half();
        double fitting =
                scene.view().height(half) * (WIDTH - 2 * ACROSS) / scene.view().width(half) + 2 * DOWN;
        return (int) Math.round(Math.min(HIGHEST, fitting));
    }

    private String write() {
        svg.raw("<svg class=\"plot space\" viewBox=\"0 0 " + WIDTH + " " + height
                + "\" aria-hidden=\"true\" focusable=\"false\">");
        new SceneFrame(scene, this::place, svg).write().forEach(letter -> places.keepClear(letter, 8));
        scene.pieces().forEach((kind, chains) -> chains.forEach(chain -> piece(kind, chain)));
        strokes.sort(Comparator.comparingDouble(Stroke::near));
        for (int i = 0; i < strokes.size(); ) {
            var style = strokes.get(i).style;
            var path = new StringBuilder();
            do {
                path.append(strokes.get(i++).path);
            } while (i < strokes.size() && strokes.get(i).style.equals(style) && !SINGLE.contains(style));
            svg.raw("<path class=\"" + style + "\" d=\"" + path + "\"/>");
        }
        labels();
        return svg.raw("</svg>").toString();
    }

    private Point place(double[] p) {
        return new Point(
                WIDTH / 2.0 + scale * view.across(p[0], p[1]), height / 2.0 - scale * view.up(p[0], p[1], p[2]));
    }

    private Point place(int node) {
        var n = nodes.get(node);
        return place(new double[] {n.x(), n.y(), n.z()});
    }

    private double near(int node) {
        var n = nodes.get(node);
        return view.near(n.x(), n.y(), n.z());
    }

    private void piece(Kind kind, int[] chain) {
        switch (kind) {
            case TILE, SKIN, SHEET -> face(kind, chain);
            case ARROW -> arrow(chain[0], chain[1]);
            case THIN -> small("thin tip", (near(chain[0]) + near(chain[1])) / 2 + LINE_NEARER, chain);
            case PIN -> small("pin", near(chain[0]) + PIN_NEARER, chain);
            case HEAD -> head(chain[0], chain[1]);
            case DOT -> dot(chain[0]);
            default -> line(kind, chain);
        }
    }

    private void face(Kind kind, int[] chain) {
        double near = 0;
        for (int node : chain) {
            near += near(node) / chain.length;
        }
        var style = kind == Kind.SHEET ? "sheet" : "s" + shade(chain) + (kind == Kind.SKIN ? " skin" : "");
        add(style, near, path(chain) + "Z");
    }

    private void line(Kind kind, int[] chain) {
        double nearer = kind == Kind.CURVE ? CURVE_NEARER : LINE_NEARER;
        if (!scene.hasFaces()) {
            double near = 0;
            for (int node : chain) {
                near += near(node) / chain.length;
            }
            add(kind.word(), near + nearer, path(chain));
            return;
        }
        for (int i = 1; i < chain.length; i++) {
            add(kind.word(), (near(chain[i - 1]) + near(chain[i])) / 2 + nearer, path(new int[] {chain[i - 1], chain[i]
            }));
        }
    }

    private void arrow(int start, int tip) {
        var from = place(start);
        var to = place(tip);
        double length = from.distance(to);
        double head = Math.min(11, length * 0.6);
        if (length < 0.5) {
            return;
        }
        double shaft = 1 - head / length;
        int parts = scene.hasFaces() ? SHAFT : 1;
        for (int i = 0; i < parts; i++) {
            double middle = shaft * (i + 0.5) / parts;
            add(
                    "arrow",
                    near(start) + middle * (near(tip) - near(start)) + LINE_NEARER,
                    "M" + Svg.pair(from.towards(to, shaft * i / parts)) + " "
                            + Svg.pair(from.towards(to, shaft * (i + 1) / parts)));
        }
        add("arrow tip", near(tip) + DOT_NEARER, tip(from, to, head));
    }

    private void small(String style, double near, int[] chain) {
        var from = place(chain[0]);
        var to = place(chain[1]);
        double length = from.distance(to);
        if (length < 0.5) {
            return;
        }
        double head = Math.min(6, length * 0.6);
        add(
                style,
                near,
                "M" + Svg.pair(from) + " " + Svg.pair(from.towards(to, 1 - head / length)) + tip(from, to, head));
    }

    private void head(int start, int tip) {
        var from = place(start);
        var to = place(tip);
        if (from.distance(to) >= 0.5) {
            add("head", near(tip) + DOT_NEARER, tip(from, to, 10));
        }
    }

    private static String tip(Point from, Point to, double head) {
        double length = from.distance(to);
        double ux = (to.x() - from.x()) / length;
        double uy = (to.y() - from.y()) / length;
        var neck = new Point(to.x() - head * ux, to.y() - head * uy);
        var left = new Point(neck.x() - 0.42 * head * uy, neck.y() + 0.42 * head * ux);
        var right = new Point(neck.x() + 0.42 * head * uy, neck.y() - 0.42 * head * ux);
        return "M" + Svg.pair(to) + " " + Svg.pair(left) + " " + Svg.pair(right) + "Z";
    }

    /** A circle of two arcs: a path like all others. */
    private void dot(int node) {
        var at = place(node);
        add(
                "dot",
                near(node) + DOT_NEARER,
                "M" + Svg.pair(new Point(at.x() - 4.5, at.y())) + "a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z");
    }

    /** Rounded, so that a machine that rounds otherwise draws in the same order. */
    private void add(String style, double near, String path) {
        strokes.add(new Stroke(style, Math.round(near * 10) / 10.0, path));
    }

    private String path(int[] chain) {
        var path = new StringBuilder("M");
        for (int i = 0; i < chain.length; i++) {
            path.append(i == 0 ? "" : " ").append(Svg.pair(place(chain[i])));
        }
        return path.toString();
    }

    /** How far the face is turned to a light beside the reader, on the upper left: 0 dark to 7 bright. Both sides are lit. */
    private int shade(int[] chain) {
        double x = 0;
        double y = 0;
        double z = 0;
        for (int i = 0; i < chain.length; i++) {
            var a = nodes.get(chain[i]);
            var b = nodes.get(chain[(i + 1) % chain.length]);
            x += (double) (a.y() - b.y()) * (a.z() + b.z());
            y += (double) (a.z() - b.z()) * (a.x() + b.x());
            z += (double) (a.x() - b.x()) * (a.y() + b.y());
        }
        double length = Math.sqrt(x * x + y * y + z * z);
        if (length == 0) {
            return SHADES / 2;
        }
        double near = view.near(x, y, z);
        double light =
                (-0.42 * view.across(x, y) + 0.55 * view.up(x, y, z)) * (near < 0 ? -1 : 1) + 0.72 * Math.abs(near);
        return (int) Math.max(0, Math.min(SHADES - 1, Math.floor((light / length - 0.1) / 0.9 * SHADES)));
    }

    private void labels() {
        scene.pieces().getOrDefault(Kind.DOT, List.of()).forEach(chain -> places.keepClear(place(chain[0]), 5));
        for (var chain : scene.pieces().getOrDefault(Kind.ARROW, List.of())) {
            for (int tenth = 1; tenth < 10; tenth++) {
                places.keepClear(place(chain[0]).towards(place(chain[1]), tenth / 10.0), 3);
            }
        }
        for (var label : scene.labels()) {
            var place = places.take(LabelPlaces.about(place(label.node()), 9, 9), PlainLabel.of(label.prose()));
            svg.label("label", place.anchor(), place.at(), label.prose());
        }
    }
}
