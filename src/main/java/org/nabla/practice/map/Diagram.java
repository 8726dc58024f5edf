package org.nabla.practice.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where each thing of a network stands, and the lines between them. Across in per cent of the width, down in units of the
 * text's size, so that it grows with the text and fits every window.
 *
 * @param spots the upper left corner of each thing
 */
record Diagram(Size size, double height, Map<String, Spot> spots, List<Line> lines) {

    /**
     * How large things are.
     *
     * @param across how many stand beside each other at most
     * @param width of a thing
     * @param height of a thing
     * @param space below it, for the lines
     */
    record Size(int across, double width, double height, double space) {}

    record Spot(double x, double y) {}

    /** A line from the foot of what is needed to the head of what needs it, as the data of an SVG path. */
    record Line(String from, String to, String path) {}

    static Diagram of(Network network, Size size) {
        var rows = Ordering.of(network, MapRows.of(network, size.across()));
        var slot = Math.max(size.width() + 1, Math.min(100.0 / size.across(), size.width() + 3));
        var places = Spacing.of(network, rows, slot);
        var step = size.height() + size.space();
        var spots = new HashMap<String, Spot>();
        places.forEach((at, x) -> {
            if (!at.gap()) {
                spots.put(at.id(), new Spot(round(x - size.width() / 2), round(at.row() * step)));
            }
        });
        var lines = new ArrayList<Line>();
        for (var id : network.ids()) {
            for (var need : network.needs(id)) {
                line(need, id, rows, places, size).ifPresent(path -> lines.add(new Line(need, id, path)));
            }
        }
        return new Diagram(
                size, round(Math.max(0, rows.size() * step - size.space())), Map.copyOf(spots), List.copyOf(lines));
    }

    private static Optional<String> line(
            String from, String to, List<List<MapRows.Slot>> rows, Map<MapRows.Slot, Double> places, Size size) {
        var step = size.height() + size.space();
        var passed = rows.stream()
                .flatMap(List::stream)
                .filter(slot -> slot.id().equals(from))
                .collect(Collectors.toMap(MapRows.Slot::row, slot -> places.getOrDefault(slot, 50.0)));
        var end = rows.stream()
                .flatMap(List::stream)
                .filter(slot -> slot.id().equals(to) && !slot.gap())
                .findFirst();
        var start = passed.keySet().stream().min(Integer::compare);
        if (end.isEmpty() || start.isEmpty()) {
            return Optional.empty();
        }
        var path = new StringBuilder();
        double x = passed.getOrDefault(start.get(), 50.0);
        for (int row = start.get(); row < end.get().row(); row++) {
            var foot = row * step + size.height();
            path.append(path.isEmpty() ? "M" : "L").append(pair(x, foot));
            double next =
                    row + 1 == end.get().row() ? places.getOrDefault(end.get(), 50.0) : passed.getOrDefault(row + 1, x);
            var head = (row + 1) * step;
            var middle = (foot + head) / 2;
            path.append("C")
                    .append(pair(x, middle))
                    .append(" ")
                    .append(pair(next, middle))
                    .append(" ")
                    .append(pair(next, head));
            x = next;
        }
        return Optional.of(path.toString());
    }

    private static String pair(double x, double y) {
        return round(x) + " " + round(y);
    }

    static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
