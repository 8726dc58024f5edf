package org.nabla.project.workshop;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a workshop has computed, by name: one number, or the entries of a vector or list in order. */
final class Keys {
    private final Map<String, double[]> values;

    Keys() {
        this(new LinkedHashMap<>());
    }

    Keys(Map<String, double[]> values) {
        this.values = values;
    }

    void put(String name, double... entries) {
        values.put(name, entries);
    }

    double number(String name) {
        return list(name)[0];
    }

    double[] list(String name) {
        var entries = values.get(name);
        if (entries == null) {
            throw new IllegalArgumentException("nothing is named " + name);
        }
        return entries;
    }

    Map<String, double[]> asMap() {
        return values;
    }
}
