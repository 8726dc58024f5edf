package org.nabla.project.workshop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The data of one run: named numbers, vectors and matrices, in the order in which they are shown. Each value is an integer and
 * one divisor, so that Java, the CSV file and NumPy read the same double from the same short decimal.
 */
public record Data(List<Item> items) {

    public Data {
        items = List.copyOf(items);
        if (items.stream().map(Item::name).distinct().count() < items.size()) {
            throw new IllegalArgumentException("two items have one name");
        }
    }

    /**
     * One name.
     *
     * @param name as in Python: letters, digits and underscores
     * @param shape empty for a number, the length of a vector, the rows and columns of a matrix
     * @param units the integers, row by row
     * @param divisor 1, 10 or 100, by which each is divided
     */
    public record Item(String name, List<Integer> shape, List<Long> units, int divisor) {
        public Item {
            shape = List.copyOf(shape);
            units = List.copyOf(units);
            if (!name.matches("[A-Za-z][A-Za-z0-9_]{0,15}")) {
                throw new IllegalArgumentException("not a name: " + name);
            }
            if (shape.stream().mapToInt(n -> n).reduce(1, (a, b) -> a * b) != units.size() || shape.size() > 2) {
                throw new IllegalArgumentException(name + " is not of the shape " + shape);
            }
            if (divisor != 1 && divisor != 10 && divisor != 100) {
                throw new IllegalArgumentException("divisor " + divisor);
            }
        }

        public double value(int index) {
            return (double) units.get(index) / divisor;
        }

        /** All values, row by row. */
        public double[] values() {
            return units.stream().mapToDouble(u -> (double) u / divisor).toArray();
        }

        /** A value as people write it, with exactly as many decimals as the divisor has noughts: {@code -0.50}, {@code 3}. */
        public String text(int index) {
            var sign = units.get(index) < 0 ? "-" : "";
            var size = Math.abs(units.get(index));
            return switch (divisor) {
                case 10 -> sign + size / 10 + "." + size % 10;
                case 100 -> sign + size / 100 + "." + (size % 100 < 10 ? "0" : "") + size % 100;
                default -> sign + size;
            };
        }
    }

    public Optional<Item> find(String name) {
        return items.stream().filter(item -> item.name().equals(name)).findFirst();
    }

    private Item item(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no data are named " + name));
    }

    /** @throws IllegalArgumentException if it is not there */
    public double number(String name) {
        return item(name).value(0);
    }

    /** A fresh array. */
    public double[] vector(String name) {
        return item(name).values();
    }

    /** Fresh rows. */
    public double[][] matrix(String name) {
        var item = item(name);
        int rows = item.shape().get(0);
        int columns = item.shape().get(1);
        var all = item.values();
        var matrix = new double[rows][];
        for (int i = 0; i < rows; i++) {
            matrix[i] = Arrays.copyOfRange(all, i * columns, (i + 1) * columns);
        }
        return matrix;
    }

    public static Builder of() {
        return new Builder();
    }

    /** Collects items in their order. */
    public static final class Builder {
        private final Map<String, Item> items = new LinkedHashMap<>();

        private Builder() {}

        public Builder number(String name, long units, int divisor) {
            return add(new Item(name, List.of(), List.of(units), divisor));
        }

        public Builder vector(String name, int[] units, int divisor) {
            return add(new Item(name, List.of(units.length), longs(units), divisor));
        }

        public Builder matrix(String name, int[][] units, int divisor) {
            var all = new ArrayList<Long>();
            for (var row : units) {
                all.addAll(longs(row));
            }
            return add(new Item(name, List.of(units.length, units[0].length), all, divisor));
        }

        private Builder add(Item item) {
            if (items.putIfAbsent(item.name(), item) != null) {
                throw new IllegalArgumentException("two items are named " + item.name());
            }
            return this;
        }

        private static List<Long> longs(int[] units) {
            return Arrays.stream(units).asLongStream().boxed().toList();
        }

        public Data build() {
            return new Data(List.copyOf(items.values()));
        }
    }
}
