package org.nabla.practice.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders each row so that few lines cross: row by row, each thing goes to the mean place of those it is tied to, down and
 * up in turns, and the best order seen is kept.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Layered_graph_drawing">Layered graph drawing, the barycentre heuristic</a>
 */
final class Ordering {
    private static final int SWEEPS = 12;

    private final Network network;

    private Ordering(Network network) {
        this.network = network;
    }

    static List<List<MapRows.Slot>> of(Network network, List<List<MapRows.Slot>> rows) {
        var ordering = new Ordering(network);
        var current = new ArrayList<>(rows);
        var best = List.copyOf(current);
        for (var sweep = 0; sweep < SWEEPS; sweep++) {
            ordering.sweep(current, sweep % 2 == 0);
            if (ordering.crossings(current) < ordering.crossings(best)) {
                best = List.copyOf(current);
            }
        }
        return best;
    }

    private void sweep(List<List<MapRows.Slot>> rows, boolean down) {
        for (var i = 1; i < rows.size(); i++) {
            var at = down ? i : rows.size() - 1 - i;
            var fixed = places(rows.get(down ? at - 1 : at + 1));
            var here = rows.get(at);
            var own = places(here);
            rows.set(
                    at,
                    here.stream()
                            .sorted(Comparator.comparingDouble(slot -> mean(slot, fixed, down, own)))
                            .toList());
        }
    }

    private double mean(MapRows.Slot slot, Map<String, Integer> fixed, boolean down, Map<String, Integer> own) {
        return fixed.keySet().stream()
                .filter(other -> down ? joined(other, slot) : joined(slot.id(), other))
                .mapToInt(fixed::get)
                .average()
                .orElse(own.getOrDefault(slot.id(), 0));
    }

    /** Whether a line goes from the thing above, or its gap, to this slot. */
    private boolean joined(String above, MapRows.Slot slot) {
        return slot.gap() ? above.equals(slot.id()) : network.needs(slot.id()).contains(above);
    }

    private boolean joined(String above, String below) {
        return above.equals(below) || network.needs(below).contains(above);
    }

    private static Map<String, Integer> places(List<MapRows.Slot> row) {
        var places = new HashMap<String, Integer>();
        for (var i = 0; i < row.size(); i++) {
            places.put(row.get(i).id(), i);
        }
        return places;
    }

    int crossings(List<List<MapRows.Slot>> rows) {
        var count = 0;
        for (var i = 1; i < rows.size(); i++) {
            var lines = lines(rows.get(i - 1), rows.get(i));
            for (var a : lines) {
                for (var b : lines) {
                    count += a[0] < b[0] && a[1] > b[1] ? 1 : 0;
                }
            }
        }
        return count;
    }

    private List<int[]> lines(List<MapRows.Slot> above, List<MapRows.Slot> below) {
        var lines = new ArrayList<int[]>();
        for (var i = 0; i < above.size(); i++) {
            for (var j = 0; j < below.size(); j++) {
                if (joined(above.get(i).id(), below.get(j))) {
                    lines.add(new int[] {i, j});
                }
            }
        }
        return lines;
    }

    static int crossings(Network network, List<List<MapRows.Slot>> rows) {
        return new Ordering(network).crossings(rows);
    }
}
