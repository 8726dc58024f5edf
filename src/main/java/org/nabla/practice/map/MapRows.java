package org.nabla.practice.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Puts the things of a network into rows, each below all that it needs and at most so many in a row. Where a line passes
 * a row on its way, a gap is kept for it there; the lines that leave one thing share their gaps.
 */
final class MapRows {

    /**
     * A place in a row.
     *
     * @param gap whether only a line passes there
     */
    record Slot(String id, int row, boolean gap) {}

    private final Network network;
    private final int widest;
    private final Map<String, Integer> rowOf = new LinkedHashMap<>();
    private final Map<Integer, Integer> filled = new HashMap<>();

    private MapRows(Network network, int widest) {
        this.network = network;
        this.widest = widest;
    }

    /** The rows from the top, each from left to right as the things were given. */
    static List<List<Slot>> of(Network network, int widest) {
        return new MapRows(network, widest).slots();
    }

    private List<List<Slot>> slots() {
        network.ids().stream().filter(id -> !network.outside().contains(id)).forEach(this::below);
        network.ids().stream().filter(network.outside()::contains).forEach(this::above);
        var top = rowOf.values().stream().mapToInt(r -> r).min().orElse(0);
        var bottom = rowOf.values().stream().mapToInt(r -> r).max().orElse(-1);
        var rows = new ArrayList<List<Slot>>();
        for (var row = top; row <= bottom; row++) {
            var slots = new ArrayList<Slot>();
            for (var id : network.ids()) {
                if (row(id) == row) {
                    slots.add(new Slot(id, row - top, false));
                } else if (row(id) < row && row < lastUse(id)) {
                    slots.add(new Slot(id, row - top, true));
                }
            }
            rows.add(List.copyOf(slots));
        }
        return List.copyOf(rows);
    }

    private int row(String id) {
        return rowOf.getOrDefault(id, 0);
    }

    private int lastUse(String id) {
        return network.opens(id).stream().mapToInt(this::row).max().orElse(row(id));
    }

    /** As high as can be, under what it needs. */
    private void below(String id) {
        var row = network.needs(id).stream()
                .filter(rowOf::containsKey)
                .mapToInt(need -> row(need) + 1)
                .max()
                .orElse(0);
        put(id, row, 1);
    }

    /** As low as can be, over what needs it: next to it rather than far above. */
    private void above(String id) {
        OptionalInt first = network.opens(id).stream()
                .filter(rowOf::containsKey)
                .mapToInt(this::row)
                .min();
        put(id, first.orElse(0) - 1, -1);
    }

    private void put(String id, int from, int step) {
        var row = from;
        while (filled.getOrDefault(row, 0) >= widest) {
            row += step;
        }
        filled.merge(row, 1, Integer::sum);
        rowOf.put(id, row);
    }
}
