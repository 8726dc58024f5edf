package org.nabla.practice.map;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sets the things of each row beside each other, each as near as can be to the middle of those it is tied to. Places are
 * per cent of the width.
 */
final class Spacing {
    private static final int SWEEPS = 10;
    private static final double GAP = 3;

    private final Network network;
    private final List<List<MapRows.Slot>> rows;
    private final double width;
    /** The middle of each slot. */
    private final Map<MapRows.Slot, Double> places = new HashMap<>();

    private Spacing(Network network, List<List<MapRows.Slot>> rows, double width) {
        this.network = network;
        this.rows = rows;
        this.width = width;
    }

    /** @param width of a thing with the space beside it */
    static Map<MapRows.Slot, Double> of(Network network, List<List<MapRows.Slot>> rows, double width) {
        var spacing = new Spacing(network, rows, width);
        rows.forEach(row -> spacing.settle(row, row.stream().map(slot -> 50.0).toList()));
        for (var sweep = 0; sweep < SWEEPS; sweep++) {
            var down = sweep % 2 == 0;
            for (var i = 0; i < rows.size(); i++) {
                spacing.pull(down ? i : rows.size() - 1 - i);
            }
        }
        spacing.centre();
        return spacing.places;
    }

    /** Leaves as much room on the left as on the right. */
    private void centre() {
        var left = places.entrySet().stream()
                .mapToDouble(e -> e.getValue() - half(e.getKey(), 0))
                .min();
        var right = places.entrySet().stream()
                .mapToDouble(e -> e.getValue() + half(e.getKey(), 0))
                .max();
        if (left.isPresent() && right.isPresent()) {
            var shift = (100 - left.getAsDouble() - right.getAsDouble()) / 2;
            places.replaceAll((slot, place) -> place + shift);
        }
    }

    private void pull(int at) {
        var row = rows.get(at);
        settle(row, row.stream().map(slot -> wish(slot, at)).toList());
    }

    /** The mean of what it is tied to in the rows beside; where it stands while it is tied to nothing. */
    private double wish(MapRows.Slot slot, int at) {
        var tied = new ArrayList<Double>();
        if (at > 0) {
            rows.get(at - 1).stream()
                    .filter(above -> slot.gap()
                            ? above.id().equals(slot.id())
                            : network.needs(slot.id()).contains(above.id()))
                    .forEach(above -> tied.add(place(above)));
        }
        if (at + 1 < rows.size()) {
            rows.get(at + 1).stream()
                    .filter(below -> below.gap()
                            ? below.id().equals(slot.id())
                            : network.needs(below.id()).contains(slot.id()))
                    .forEach(below -> tied.add(place(below)));
        }
        return tied.stream().mapToDouble(x -> x).average().orElse(place(slot));
    }

    private double place(MapRows.Slot slot) {
        return places.getOrDefault(slot, 50.0);
    }

    /**
     * The places nearest to what is wished, in the sense of least squares, that keep the order and the distances: without
     * the distances, the best rising sequence, which is found by merging neighbours that are the wrong way round.
     */
    private void settle(List<MapRows.Slot> row, List<Double> wishes) {
        if (row.isEmpty()) {
            return;
        }
        var gaps = row.stream().filter(MapRows.Slot::gap).count();
        var room = 100 - (row.size() - gaps) * width;
        var gap = gaps == 0 ? 0 : Math.max(0.6, Math.min(GAP, room / gaps));
        var offsets = new double[row.size()];
        for (var i = 1; i < row.size(); i++) {
            offsets[i] = offsets[i - 1] + half(row.get(i - 1), gap) + half(row.get(i), gap);
        }
        var wanted = new double[row.size()];
        for (var i = 0; i < wanted.length; i++) {
            wanted[i] = wishes.get(i) - offsets[i];
        }
        var rising = rising(wanted);
        var low = half(row.get(0), gap);
        var high = Math.max(low, 100 - half(row.get(row.size() - 1), gap) - offsets[row.size() - 1]);
        for (var i = 0; i < rising.length; i++) {
            places.put(row.get(i), Math.min(high, Math.max(low, rising[i])) + offsets[i]);
        }
    }

    private double half(MapRows.Slot slot, double gap) {
        return (slot.gap() ? gap : width) / 2;
    }

    private static double[] rising(double[] values) {
        var means = new double[values.length];
        var sizes = new int[values.length];
        var blocks = 0;
        for (var value : values) {
            means[blocks] = value;
            sizes[blocks++] = 1;
            while (blocks > 1 && means[blocks - 2] > means[blocks - 1]) {
                blocks--;
                var both = sizes[blocks - 1] + sizes[blocks];
                means[blocks - 1] = (means[blocks - 1] * sizes[blocks - 1] + means[blocks] * sizes[blocks]) / both;
                sizes[blocks - 1] = both;
            }
        }
        var result = new double[values.length];
        var at = 0;
        for (var block = 0; block < blocks; block++) {
            for (var i = 0; i < sizes[block]; i++) {
                result[at++] = means[block];
            }
        }
        return result;
    }
}
