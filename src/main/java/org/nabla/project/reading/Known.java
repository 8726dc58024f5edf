package org.nabla.project.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.nabla.chance.DrawStream;
import org.nabla.project.workshop.Data;
import org.nabla.project.workshop.Sketch;
import org.nabla.project.workshop.Workshops;

/**
 * What a file may name of its workshop, found by drawing once.
 *
 * @param values what is computed, by name
 */
record Known(Data data, Map<String, double[]> values, Set<String> bugs, Map<String, Sketch> sketches) {

    static Optional<Known> of(String workshop) {
        return Workshops.byId(workshop).map(found -> {
            var data = found.draw(new DrawStream(found.id(), 0));
            return new Known(data, found.solve(data, null), found.bugs(), found.sketches(data));
        });
    }

    static List<String> workshops() {
        return Workshops.ids();
    }

    boolean isColumn(String name) {
        return data.find(name).filter(item -> item.shape().size() == 1).isPresent();
    }

    boolean areOfOneLength(List<String> columns) {
        return columns.stream()
                        .flatMap(name -> data.find(name).stream())
                        .map(Data.Item::shape)
                        .distinct()
                        .count()
                <= 1;
    }

    List<String> columns() {
        return data.items().stream()
                .filter(item -> item.shape().size() == 1)
                .map(Data.Item::name)
                .toList();
    }

    boolean holds(String name, int index) {
        int size = data.find(name)
                .map(item -> item.units().size())
                .orElseGet(() -> values.getOrDefault(name, new double[0]).length);
        return index < size;
    }

    boolean isComputed(String name) {
        return values.containsKey(name);
    }

    /** All names, for whoever mistyped one. */
    List<String> all() {
        var all = new ArrayList<>(data.items().stream().map(Data.Item::name).toList());
        all.addAll(new TreeSet<>(values.keySet()));
        return all;
    }

    List<String> layers(String sketch) {
        return Optional.ofNullable(sketches.get(sketch))
                .map(s -> List.copyOf(s.layers().keySet()))
                .orElse(List.of());
    }
}
