package org.nabla.web.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What stands in a box in space, made of few kinds of things, each of them a chain of nodes. */
final class Scene {

    /** The kinds, in the order in which they are drawn where they are equally far away. */
    enum Kind {
        /** A piece of a surface, shaded, with the lines of its net. */
        TILE,
        /** A piece of a surface, shaded, without lines. */
        SKIN,
        /** A piece of a plane, through which one sees. */
        SHEET,
        /** The edge of a plane. */
        EDGE,
        /** A coordinate axis. */
        AXIS,
        /** A line that helps. */
        THREAD,
        /** From a point down to the floor. */
        DROP,
        CURVE,
        /** An arrow: start and tip. */
        ARROW,
        /** One of many arrows. */
        THIN,
        /** One of many arrows on a surface. */
        PIN,
        /** The head alone: it says which way a curve is run through. */
        HEAD,
        DOT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean isFace() {
            return compareTo(SHEET) <= 0;
        }
    }

    /** A label at a node: prose. */
    record Label(int node, String prose) {}

    /** A round number on an axis. */
    record Tick(int at, String text) {}

    private final SpaceBox box;
    private final List<String> letters;
    private final View view;
    private final Map<Node, Integer> nodes = new LinkedHashMap<>();
    private final Map<Kind, List<int[]>> pieces = new EnumMap<>(Kind.class);
    private final List<Label> labels = new ArrayList<>();

    /** @param letters those of the axes x, y and z */
    Scene(SpaceBox box, List<String> letters, View view) {
        this.box = box;
        this.letters = letters;
        this.view = view;
    }

    int node(Node node) {
        return nodes.computeIfAbsent(node, n -> nodes.size());
    }

    /** A thing through these points. A face that has shrunk to a line is left out. */
    void add(Kind kind, List<Node> chain) {
        var indexes = chain.stream().mapToInt(this::node).toArray();
        if (!kind.isFace() || Arrays.stream(indexes).distinct().count() > 2) {
            pieces.computeIfAbsent(kind, k -> new ArrayList<>()).add(indexes);
        }
    }

    void label(Node at, String prose) {
        if (!prose.isEmpty()) {
            labels.add(new Label(node(at), prose));
        }
    }

    SpaceBox box() {
        return box;
    }

    List<String> letters() {
        return letters;
    }

    View view() {
        return view;
    }

    List<Node> nodes() {
        return List.copyOf(nodes.keySet());
    }

    Map<Kind, List<int[]>> pieces() {
        return pieces;
    }

    boolean hasFaces() {
        return pieces.keySet().stream().anyMatch(Kind::isFace);
    }

    List<Label> labels() {
        return labels;
    }

    List<Tick> ticks(int axis) {
        var c = box.corners();
        return Ticks.between(c[2 * axis], c[2 * axis + 1], 5).stream()
                .map(value -> new Tick(box.along(axis, value), Ticks.text(value)))
                .toList();
    }
}
