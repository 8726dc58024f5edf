package org.nabla.exercise.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.nabla.exercise.template.FigurePlan;
import org.nabla.exercise.template.FigurePlan.Type;
import org.nabla.exercise.template.Formula;
import org.nabla.exercise.template.Prose;
import org.nabla.math.Expression;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a {@code figure} in space: a box, what is drawn in it, and what it shows in words. */
final class SpaceReader {
    static final List<String> KEYS = List.of(
            "window",
            "axes",
            "view",
            "surface",
            "surfaces",
            "plane",
            "planes",
            "line",
            "lines",
            "segment",
            "segments",
            "curve",
            "curves",
            "point",
            "points",
            "arrow",
            "arrows",
            "polygon",
            "polygons",
            "field",
            "flux",
            "normals",
            "region",
            "alt");
    private static final List<String> DRAWN = KEYS.stream()
            .filter(key -> !List.of("window", "axes", "view", "alt").contains(key))
            .toList();
    private static final List<Set<String>> COORDINATES =
            List.of(Set.of("x", "y", "z"), Set.of("r", "theta", "z"), Set.of("rho", "phi", "theta"));
    private static final int MOST = 24;

    private final YamlFile file;
    private final FormulaReader formulas;
    private final List<FigurePlan.Layer> layers = new ArrayList<>();
    private FormulaReader inSpace;

    SpaceReader(YamlFile file, FormulaReader formulas) {
        this.file = file;
        this.formulas = formulas;
        this.inSpace = formulas;
    }

    /** What stands with one thing that is drawn. */
    private record With(Optional<Prose> label, boolean marked) {}

    private interface Item {
        void read(Text text, With with);
    }

    Optional<FigurePlan> read(YamlFile.Section section) {
        section.only(KEYS);
        var alternative = section.required("alt").map(new ProseReader(formulas)::read);
        var window = window(section);
        var axes = axes(section);
        for (var axis : axes) {
            inSpace = inSpace.with(axis);
        }
        var view = all(section.list("view"));
        if (!view.isEmpty() && view.size() != 2) {
            file.error(section.place(), "expected view: [35, 24], degrees from the x-axis and above the floor");
        }
        section.section("region").ifPresent(this::solid);
        each(section, "surface", "", this::surface);
        each(section, "flux", "", this::flux);
        each(section, "normals", "", (text, with) -> parametric(Type.NORMALS, List.of(), text, with));
        each(section, "plane", "", this::plane);
        section.node("polygon").ifPresent(n -> polygon(file.list(n)));
        section.list("polygons").forEach(n -> polygon(file.list(n)));
        section.text("field").flatMap(inSpace::formula).ifPresent(f -> add(Type.FIELD, List.of(f), NOTHING));
        each(section, "line", "", (text, with) -> pair(Type.LINE, text, " along ", "(1, 0, 2) along (1, 1, 1)", with));
        each(section, "segment", "", (text, with) -> pair(Type.SEGMENT, text, " to ", "(0, 0, 0) to (1, 2, 3)", with));
        each(section, "curve", "directed", this::curve);
        each(section, "arrow", "", this::arrow);
        each(
                section,
                "point",
                "on",
                (text, with) -> formulas.formula(text).ifPresent(f -> add(Type.POINT, List.of(f), with)));
        if (section.entries().keySet().stream().noneMatch(DRAWN::contains)) {
            file.error(section.place(), "nothing is drawn: give surface, plane, curve, points, arrows or region");
        } else if (layers.size() > MOST) {
            file.error(section.place(), "a figure in space has at most " + MOST + " things in it");
        }
        return alternative.map(
                a -> new FigurePlan(window, axes, view, List.copyOf(layers), a, Optional.empty(), section.place()));
    }

    private static final With NOTHING = new With(Optional.empty(), false);

    /** Empty where nothing is said: then it is as large as what is drawn. */
    private List<Formula> window(YamlFile.Section section) {
        if (section.node("window").isEmpty()) {
            return List.of();
        }
        var window = all(section.list("window"));
        if (window.size() == 2) {
            var from = window.get(0);
            var to = window.get(1);
            return List.of(from, to, from, to, from, to);
        }
        if (window.size() != 6) {
            file.error(
                    section.place(),
                    "expected window: [from, to], or [x from, x to, y from, y to, z from, z to] in space");
        }
        return window;
    }

    private List<String> axes(YamlFile.Section section) {
        var axes = section.list("axes").stream()
                .flatMap(n -> file.text(n).stream())
                .map(Text::value)
                .toList();
        if (!axes.isEmpty() && axes.size() != 3) {
            file.error(section.place(), "expected the letters of three axes, axes: [x, y, z]");
        }
        return axes.size() == 3 ? axes : List.of("x", "y", "z");
    }

    /**
     * Items of a list: a text, or {@code {is: text, label: prose}}; the key in the singular or the plural.
     *
     * @param mark what may be said besides: {@code on: yes}
     */
    private void each(YamlFile.Section section, String key, String mark, Item item) {
        var nodes = new ArrayList<Node>(section.list(key));
        nodes.addAll(section.list(key + "s"));
        for (var node : nodes) {
            if (!YamlFile.isMapping(node)) {
                file.text(node).ifPresent(text -> item.read(text, NOTHING));
                continue;
            }
            file.mapping(node).ifPresent(s -> {
                s.only(mark.isEmpty() ? List.of("is", "label") : List.of("is", "label", mark));
                var label = s.text("label").map(new ProseReader(formulas)::read);
                var marked = !mark.isEmpty()
                        && s.text(mark).filter(text -> yes(text, mark)).isPresent();
                s.required("is").ifPresent(text -> item.read(text, new With(label, marked)));
            });
        }
    }

    private boolean yes(Text text, String mark) {
        if (!text.value().equals("yes")) {
            file.error(text.place(), "expected " + mark + ": yes, or nothing");
        }
        return true;
    }

    private void surface(Text text, With with) {
        if (text.find(" for ", 0) >= 0) {
            parametric(Type.PARAMETRIC_SURFACE, List.of(), text, with);
            return;
        }
        inSpace.formula(text)
                .ifPresent(f -> add(
                        f.tree() instanceof Expression.Relation ? Type.LEVEL_SURFACE : Type.SURFACE, List.of(f), with));
    }

    private void flux(Text text, With with) {
        int through = text.find(" through ", 0);
        if (through < 0) {
            file.error(
                    text.place(),
                    "expected a field and a surface: (x, y, 0) through (cos(t), sin(t), z) for t in 0..pi, z in 0..2");
            return;
        }
        inSpace.formula(text.cut(0, through))
                .ifPresent(field -> parametric(
                        Type.FLUX,
                        List.of(field),
                        text.cut(through + " through ".length()).strip(),
                        with));
    }

    /** {@code (u, v, u*v) for u in 0..1, v in 0..u}: the bounds of the second may use the first. */
    private void parametric(Type type, List<Formula> before, Text text, With with) {
        var ranges = ranges(text);
        if (ranges.size() != 2) {
            file.error(text.place(), "expected a point and two parameters: (u, v, u*v) for u in 0..1, v in 0..u");
            return;
        }
        var made = new ArrayList<>(before);
        var known = inSpace;
        var bounds = new ArrayList<Formula>();
        for (var range : ranges) {
            known.formula(range.from()).ifPresent(bounds::add);
            known.formula(range.to()).ifPresent(bounds::add);
            known = known.with(range.letter());
        }
        known.formula(text.cut(0, text.find(" for ", 0))).ifPresent(made::add);
        made.addAll(bounds);
        if (made.size() == before.size() + 5) {
            layers.add(new FigurePlan.Layer(
                    type,
                    made,
                    Optional.of(ranges.get(0).letter() + "," + ranges.get(1).letter()),
                    with.label()));
        }
    }

    /** A letter and its bounds, as in {@code t in 0..2*pi}. */
    private record Range(String letter, Text from, Text to) {}

    /** Those after {@code for}; none where there are none. */
    private List<Range> ranges(Text text) {
        int at = text.find(" for ", 0);
        if (at < 0) {
            return List.of();
        }
        var ranges = new ArrayList<Range>();
        for (var range : text.cut(at + " for ".length()).split(",")) {
            int in = range.find(" in ", 0);
            int dots = range.find("..", 0);
            if (in < 0 || dots < in) {
                file.error(range.place(), "expected the range of a parameter: t in 0..2*pi");
                return List.of();
            }
            ranges.add(new Range(
                    range.cut(0, in).strip().value(), range.cut(in + " in ".length(), dots), range.cut(dots + 2)));
        }
        return ranges;
    }

    private void curve(Text text, With with) {
        var ranges = ranges(text);
        if (ranges.size() != 1) {
            file.error(text.place(), "expected a point with a parameter: (cos(t), sin(t), t) for t in 0..2*pi");
            return;
        }
        var range = ranges.get(0);
        var point = formulas.with(range.letter()).formula(text.cut(0, text.find(" for ", 0)));
        var from = formulas.formula(range.from());
        var to = formulas.formula(range.to());
        if (point.isPresent() && from.isPresent() && to.isPresent()) {
            layers.add(new FigurePlan.Layer(
                    Type.PARAMETRIC_CURVE,
                    List.of(point.get(), from.get(), to.get()),
                    Optional.of(range.letter()),
                    with.label(),
                    with.marked()));
        }
    }

    private void plane(Text text, With with) {
        int along = text.find(" along ", 0);
        if (along < 0) {
            inSpace.formula(text).ifPresent(f -> {
                if (f.tree() instanceof Expression.Relation) {
                    add(Type.PLANE, List.of(f), with);
                } else {
                    file.error(
                            text.place(),
                            "expected an equation, x + y + z = 1, or a point and two directions, P along u and v");
                }
            });
            return;
        }
        var directions = text.cut(along + " along ".length()).split(" and ");
        if (directions.size() != 2) {
            file.error(text.place(), "expected two directions of the plane, P along u and v");
            return;
        }
        var all = new ArrayList<Formula>();
        formulas.formula(text.cut(0, along)).ifPresent(all::add);
        directions.forEach(d -> formulas.formula(d).ifPresent(all::add));
        if (all.size() == 3) {
            add(Type.PLANE, all, with);
        }
    }

    private void pair(Type type, Text text, String word, String example, With with) {
        var two = text.split(word);
        if (two.size() != 2) {
            file.error(text.place(), "expected" + word + "between two things, such as " + example);
            return;
        }
        var all = two.stream().flatMap(t -> formulas.formula(t).stream()).toList();
        if (all.size() == 2) {
            add(type, all, with);
        }
    }

    private void arrow(Text text, With with) {
        var found = text.split(" from ").stream()
                .flatMap(t -> formulas.formula(t).stream())
                .toList();
        if (!found.isEmpty()) {
            add(Type.ARROW, found, with);
        }
    }

    private void polygon(List<Node> corners) {
        var all = all(corners);
        if (all.size() < 3) {
            corners.stream().findFirst().ifPresent(n -> file.error(file.place(n), "expected at least three corners"));
            return;
        }
        add(Type.POLYGON, all, NOTHING);
    }

    private void solid(YamlFile.Section section) {
        var keys = section.entries().keySet().stream()
                .filter(key -> !key.equals("label"))
                .toList();
        if (!COORDINATES.contains(Set.copyOf(keys))) {
            file.error(
                    section.place(),
                    "expected three variables with their bounds, the outer one first: x, y, z, or r, theta, z, or rho, phi, theta");
            return;
        }
        var known = formulas;
        var bounds = new ArrayList<Formula>();
        for (var key : keys) {
            var reader = known;
            var two = section.list(key).stream()
                    .flatMap(n -> file.text(n).stream())
                    .flatMap(t -> reader.formula(t).stream())
                    .toList();
            if (two.size() != 2) {
                file.error(section.place(), "expected two bounds each: {r: [0, 1], theta: [0, 2*pi], z: [0, r]}");
                return;
            }
            bounds.addAll(two);
            known = known.with(key);
        }
        layers.add(new FigurePlan.Layer(
                Type.SOLID,
                bounds,
                Optional.of(String.join(",", keys)),
                section.text("label").map(new ProseReader(formulas)::read)));
    }

    private List<Formula> all(List<Node> nodes) {
        return nodes.stream()
                .flatMap(n -> file.text(n).stream())
                .flatMap(t -> formulas.formula(t).stream())
                .toList();
    }

    private void add(Type type, List<Formula> made, With with) {
        layers.add(new FigurePlan.Layer(type, made, Optional.empty(), with.label(), with.marked()));
    }
}
