package org.nabla.figure;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One value of a figure's data, read as what it is expected to be: what is missing, or of another type, reads as empty, so
 * that nobody fails on a figure. Its numbers are in the units of the figure.
 */
public record FigureFields(@Nullable Object value) {

    public static FigureFields of(@Nullable Object value) {
        return new FigureFields(value);
    }

    /** The value of this map under the key. */
    public FigureFields at(String key) {
        return new FigureFields(map().get(key));
    }

    /** Its entries by their keys; none where it is no map. */
    public Map<?, ?> map() {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    /** A copy of this map in the same order, that may be changed. */
    public Map<Object, Object> copy() {
        return new LinkedHashMap<>(map());
    }

    private List<?> entries() {
        return value instanceof List<?> list ? list : List.of();
    }

    /** Its entries in their order; none where it is no list. */
    public List<FigureFields> list() {
        return stream().toList();
    }

    /** Its entries in their order; none where it is no list. */
    public Stream<FigureFields> stream() {
        return entries().stream().map(FigureFields::new);
    }

    /** Not a number where there is none. */
    public double number() {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** The entries of this list, not a number where one is none. */
    public double[] numbers() {
        return entries().stream()
                .map(FigureFields::new)
                .mapToDouble(FigureFields::number)
                .toArray();
    }

    /** Its text; empty where it is none. */
    public String text() {
        return value instanceof String text ? text : "";
    }
}
