package org.nabla.exercise.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Formulas inside YAML's brackets and braces. YAML cuts {@code [entry(g, 1) != 0]} and <code>{value: (a, b)}</code> at every
 * comma; where that differs from cutting at the commas outside round and square brackets, the text itself is cut again.
 *
 * <p>Without it every point, vector and call with two arguments would have to be quoted by its author, and who forgets it is not
 * told: <code>{value: (a, b)}</code> is sound YAML, with the value {@code (a} and a second key {@code b)}.
 */
final class FlowText {
    private final String yaml;

    /** Whether each code point is one char, as in most files: then nothing is counted. */
    private final boolean simple;

    FlowText(String yaml) {
        this.yaml = yaml;
        this.simple = yaml.codePointCount(0, yaml.length()) == yaml.length();
    }

    /** Marks count code points, strings count chars. */
    private int position(Mark mark) {
        return simple ? mark.getIndex() : yaml.offsetByCodePoints(0, mark.getIndex());
    }

    List<Node> entries(SequenceNode node) {
        var cut = cut(node);
        if (cut.isEmpty() || cut.get().size() == node.getValue().size()) {
            return node.getValue();
        }
        return cut.get().stream().map(this::scalar).toList();
    }

    List<NodeTuple> entries(MappingNode node) {
        var cut = cut(node);
        if (cut.isEmpty() || cut.get().size() == node.getValue().size()) {
            return node.getValue();
        }
        var tuples = new ArrayList<NodeTuple>();
        for (var piece : cut.get()) {
            int colon = yaml.indexOf(": ", piece.from());
            if (colon < 0 || colon >= piece.to()) {
                return node.getValue();
            }
            var key = scalar(new Piece(piece.node(), piece.from(), colon));
            var value = new Piece(piece.node(), colon + 2, piece.to());
            tuples.add(new NodeTuple(key, original(node, value).orElseGet(() -> scalar(value))));
        }
        return tuples;
    }

    /** A stretch of the file within a node. */
    private record Piece(Node node, int from, int to) {}

    /** The entries as they stand in the file; empty for a block, which YAML cuts by lines. */
    private Optional<List<Piece>> cut(CollectionNode<?> node) {
        var start = node.getStartMark();
        var end = node.getEndMark();
        if (node.getFlowStyle() != FlowStyle.FLOW
                || start.isEmpty()
                || end.isEmpty()
                || node.getValue().isEmpty()) {
            return Optional.empty();
        }
        int from = position(start.get()) + 1;
        int to = position(end.get()) - 1;
        var pieces = new ArrayList<Piece>();
        int depth = 0;
        char quote = 0;
        int begin = from;
        for (int i = from; i < to; i++) {
            char c = yaml.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if ((c == '"' || c == '\'') && yaml.substring(begin, i).matches("(?s)\\s*(\\w+:\\s+)?")) {
                quote = c;
            } else if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0) {
                depth--;
            } else if (c == ',' && depth == 0) {
                pieces.add(new Piece(node, begin, i));
                begin = i + 1;
            }
        }
        if (!yaml.substring(begin, to).isBlank()) {
            pieces.add(new Piece(node, begin, to));
        }
        return Optional.of(pieces);
    }

    /** The node that YAML read at this place, where it is a list, a mapping or quoted. */
    private Optional<Node> original(MappingNode node, Piece piece) {
        int from = stripped(piece).from();
        return node.getValue().stream()
                .map(NodeTuple::getValueNode)
                .filter(v -> !(v instanceof ScalarNode s && s.getScalarStyle() == ScalarStyle.PLAIN))
                .filter(v -> v.getStartMark().filter(m -> position(m) == from).isPresent())
                .findFirst();
    }

    private Piece stripped(Piece piece) {
        int from = piece.from();
        int to = piece.to();
        while (from < to && Character.isWhitespace(yaml.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(yaml.charAt(to - 1))) {
            to--;
        }
        return new Piece(piece.node(), from, to);
    }

    private Node scalar(Piece piece) {
        var stripped = stripped(piece);
        var text = yaml.substring(stripped.from(), stripped.to());
        boolean quoted = text.length() > 1
                && (text.startsWith("\"") && text.endsWith("\"") || text.startsWith("'") && text.endsWith("'"));
        var style = quoted ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN;
        var value = quoted ? text.substring(1, text.length() - 1) : text;
        return new ScalarNode(
                Tag.STR, true, value, style, Optional.of(mark(stripped.from())), Optional.of(mark(stripped.to())));
    }

    private Mark mark(int position) {
        int line =
                (int) yaml.substring(0, position).chars().filter(c -> c == '\n').count();
        int column = position - (yaml.lastIndexOf('\n', position - 1) + 1);
        return new Mark("", position, line, column, new int[0], 0);
    }
}
