package org.nabla.typesetting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nabla.typesetting.MathMlSymbols.Kind;

/** A row of MathML while it grows, with the thin spaces that LaTeX puts around functions. */
final class MathMlRow {
    record Node(String markup, Kind kind) {}

    private static final String THIN = "<mspace width=\"0.1667em\"/>";

    private final List<Node> nodes = new ArrayList<>();

    void add(String markup, Kind kind) {
        nodes.add(new Node(markup, kind));
    }

    /** Takes the last node off, to give it scripts; an empty one where there is none. */
    Node takeLast() {
        if (nodes.isEmpty() || nodes.get(nodes.size() - 1).kind() == Kind.SPACE) {
            return new Node("<mrow></mrow>", Kind.ORDINARY);
        }
        return nodes.remove(nodes.size() - 1);
    }

    /** All nodes, as one element. */
    String element() {
        return nodes.size() == 1 ? nodes.get(0).markup() : "<mrow>" + markup() + "</mrow>";
    }

    private String markup() {
        var out = new StringBuilder();
        Optional<Kind> before = Optional.empty();
        for (var node : nodes) {
            if (before.isPresent() && needsSpace(before.get(), node.kind())) {
                out.append(THIN);
            }
            out.append(node.markup());
            before = Optional.of(node.kind());
        }
        return out.toString();
    }

    private static boolean needsSpace(Kind left, Kind right) {
        boolean after = isWord(left) && (right == Kind.ORDINARY || isWord(right));
        boolean before = isWord(right) && (left == Kind.ORDINARY || left == Kind.CLOSE);
        return after || before;
    }

    private static boolean isWord(Kind kind) {
        return kind == Kind.FUNCTION || kind == Kind.LIMITS || kind == Kind.INTEGRAL;
    }
}
