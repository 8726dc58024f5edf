package org.nabla.exercise.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nabla.exercise.template.FigurePlan;
import org.nabla.exercise.template.Formula;
import org.nabla.exercise.template.Prose;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads {@code figure}: a window, what is drawn in it, and what it shows in words. */
public final class FigureReader {
    private static final List<String> PLANE = List.of(
            "window", "axes", "contour", "levels", "surface", "field", "region", "curve", "curves", "point", "points",
            "arrow", "arrows", "polygon", "regions", "answer", "alt");
    static final List<String> KEYS =
            Stream.concat(PLANE.stream(), SpaceReader.KEYS.stream()).distinct().toList();
    private static final List<String> ASKED = List.of("point", "arrow", "region");

    /** The axes of whatever does not name others. */
    public static final List<String> LETTERS = List.of("x", "y");

    private final YamlFile file;
    private final FormulaReader formulas;
    private final List<FigurePlan.Layer> layers = new ArrayList<>();

    FigureReader(YamlFile file, FormulaReader formulas) {
        this.file = file;
        this.formulas = formulas;
    }

    Optional<FigurePlan> read(YamlFile.Section section) {
        if (section.list("window").size() == 6 || section.list("axes").size() == 3) {
            return new SpaceReader(file, formulas).read(section);
        }
        for (var key : section.entries().keySet()) {
            if (!PLANE.contains(key) && KEYS.contains(key)) {
                file.error(
                        section.place(),
                        key + " is drawn in space: name three axes, axes: [x, y, z], or give the window six numbers");
                return Optional.empty();
            }
        }
        section.only(PLANE);
        var alternative = section.required("alt").map(new ProseReader(formulas)::read);
        var window = window(section);
        var axes = axes(section);
        section.section("region").ifPresent(region -> region(region, Optional.empty()));
        section.list("regions").stream()
                .flatMap(node -> file.mapping(node).stream())
                .forEach(region -> region(region, region.text("label").map(new ProseReader(formulas)::read)));
        section.text("contour").flatMap(formulas::formula).ifPresent(f -> contour(f, section.list("levels")));
        section.text("surface").flatMap(formulas::formula).ifPresent(f -> add(FigurePlan.Type.SURFACE, List.of(f)));
        section.text("field").flatMap(formulas::formula).ifPresent(f -> add(FigurePlan.Type.FIELD, List.of(f)));
        section.node("polygon").ifPresent(n -> add(FigurePlan.Type.POLYGON, all(file.list(n))));
        each(section, "curve", this::curve);
        each(section, "arrow", this::arrow);
        each(
                section,
                "point",
                (text, label) -> formulas.formula(text)
                        .ifPresent(f -> layers.add(
                                new FigurePlan.Layer(FigurePlan.Type.POINT, List.of(f), Optional.empty(), label))));
        if (layers.isEmpty()) {
            file.error(
                    section.place(),
                    "nothing is drawn: give contour, surface, field, region, curves, points, arrows or polygon");
        }
        return alternative.map(
                a -> new FigurePlan(window, axes, List.of(), List.copyOf(layers), a, asked(section), section.place()));
    }

    /** Two letters, x and y where nothing is said; or {@code none}, for what is no picture of a plane, such as a network. */
    private List<String> axes(YamlFile.Section section) {
        var given = section.list("axes").stream()
                .flatMap(n -> file.text(n).stream())
                .map(Text::value)
                .toList();
        if (given.equals(List.of("none"))) {
            if (section.node("surface").isPresent()) {
                file.error(section.place(), "a surface stands on axes: leave out axes: none");
            }
            return List.of();
        }
        return given.size() == 2 ? given : LETTERS;
    }

    /** {@code answer: point}, or with more to say {@code answer: {place: arrow, from: P, step: 1, part: a}}. */
    private Optional<FigurePlan.Asked> asked(YamlFile.Section section) {
        var node = section.node("answer");
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (!YamlFile.isMapping(node.get())) {
            return section.text("answer")
                    .flatMap(this::what)
                    .map(what -> new FigurePlan.Asked(what, "a", Optional.empty(), Optional.empty()));
        }
        return file.mapping(node.get()).flatMap(s -> {
            s.only(List.of("place", "from", "step", "part"));
            var from = s.text("from").flatMap(formulas::formula);
            var step = s.text("step").flatMap(formulas::formula);
            var part = s.text("part").map(Text::value).orElse("a");
            return s.required("place").flatMap(this::what).map(what -> new FigurePlan.Asked(what, part, from, step));
        });
    }

    private Optional<String> what(Text text) {
        if (!ASKED.contains(text.value())) {
            file.error(text.place(), "expected what is placed in the figure: point, arrow or region");
            return Optional.empty();
        }
        return Optional.of(text.value());
    }

    private List<Formula> window(YamlFile.Section section) {
        var window = all(section.list("window"));
        if (window.size() == 2) {
            return List.of(window.get(0), window.get(1), window.get(0), window.get(1));
        }
        if (window.size() != 4) {
            file.error(section.place(), "expected window: [from, to], or [x from, x to, y from, y to]");
        }
        return window;
    }

    private interface Item {
        void read(Text text, Optional<Prose> label);
    }

    /** Items of a list: a text, or {@code {is: text, label: prose}}; the key in the singular or the plural. */
    private void each(YamlFile.Section section, String key, Item item) {
        var nodes = new ArrayList<Node>(section.list(key));
        nodes.addAll(section.list(key + "s"));
        for (var node : nodes) {
            if (YamlFile.isMapping(node)) {
                file.mapping(node).ifPresent(s -> {
                    s.only(List.of("is", "label"));
                    var label = s.text("label").map(new ProseReader(formulas)::read);
                    s.required("is").ifPresent(text -> item.read(text, label));
                });
            } else {
                file.text(node).ifPresent(text -> item.read(text, Optional.empty()));
            }
        }
    }

    private void curve(Text text, Optional<Prose> label) {
        int at = text.find(" for ", 0);
        if (at < 0) {
            formulas.formula(text)
                    .ifPresent(f -> layers.add(
                            new FigurePlan.Layer(FigurePlan.Type.CURVE, List.of(f), Optional.empty(), label)));
            return;
        }
        var range = text.cut(at + " for ".length());
        int in = range.find(" in ", 0);
        int dots = range.find("..", 0);
        if (in < 0 || dots < in) {
            file.error(range.place(), "expected the range of the parameter: (cos(t), sin(t)) for t in 0..2*pi");
            return;
        }
        var letter = range.cut(0, in).strip().value();
        var point = formulas.with(letter).formula(text.cut(0, at));
        var from = formulas.formula(range.cut(in + " in ".length(), dots));
        var to = formulas.formula(range.cut(dots + 2));
        if (point.isPresent() && from.isPresent() && to.isPresent()) {
            layers.add(new FigurePlan.Layer(
                    FigurePlan.Type.PARAMETRIC_CURVE,
                    List.of(point.get(), from.get(), to.get()),
                    Optional.of(letter),
                    label));
        }
    }

    private void arrow(Text text, Optional<Prose> label) {
        var found = text.split(" from ").stream()
                .flatMap(t -> formulas.formula(t).stream())
                .toList();
        layers.add(new FigurePlan.Layer(FigurePlan.Type.ARROW, found, Optional.empty(), label));
    }

    private void contour(Formula function, List<Node> levels) {
        var all = new ArrayList<Formula>(List.of(function));
        all.addAll(all(levels));
        add(FigurePlan.Type.CONTOUR, all);
    }

    private void region(YamlFile.Section section, Optional<Prose> label) {
        var keys = section.entries().keySet().stream()
                .filter(key -> label.isEmpty() || !key.equals("label"))
                .toList();
        if (keys.size() != 2) {
            file.error(
                    section.place(),
                    "expected two variables with their bounds, the outer one first: {x: [0, 1], y: [0, x]}");
            return;
        }
        var outer = all(section.list(keys.get(0)));
        var inner = all(section.list(keys.get(1)));
        if (outer.size() != 2 || inner.size() != 2) {
            file.error(section.place(), "expected two bounds each: {x: [0, 1], y: [0, x]}");
            return;
        }
        var type = keys.contains("theta") ? FigurePlan.Type.POLAR_REGION : FigurePlan.Type.REGION;
        layers.add(new FigurePlan.Layer(
                type,
                List.of(outer.get(0), outer.get(1), inner.get(0), inner.get(1)),
                Optional.of(String.join(",", keys)),
                label));
    }

    private List<Formula> all(List<Node> nodes) {
        return nodes.stream()
                .flatMap(n -> file.text(n).stream())
                .flatMap(t -> formulas.formula(t).stream())
                .toList();
    }

    private void add(FigurePlan.Type type, List<Formula> formulaList) {
        layers.add(new FigurePlan.Layer(type, formulaList, Optional.empty(), Optional.empty()));
    }
}
