package org.nabla.project.notebook;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nabla.project.template.ProjectPlan;
import org.nabla.project.workshop.Data;

/** Data as text: every number as the short decimal that it is. */
public final class DataFiles {
    private DataFiles() {}

    /**
     * The table with a head line; below an empty line the other items, one a line: its name, then its values, a matrix one line
     * for each row.
     */
    public static String csv(ProjectPlan plan, Data data) {
        var csv = new StringBuilder();
        var table = plan.data().table();
        if (!table.isEmpty()) {
            csv.append(String.join(",", table)).append('\n');
            int rows = data.find(table.get(0)).orElseThrow().units().size();
            for (int row = 0; row < rows; row++) {
                int at = row;
                csv.append(table.stream()
                                .map(name -> data.find(name).orElseThrow().text(at))
                                .collect(Collectors.joining(",")))
                        .append('\n');
            }
        }
        boolean first = true;
        for (var item : data.items()) {
            if (!table.contains(item.name())) {
                csv.append(first && !table.isEmpty() ? "\n" : "");
                first = false;
                appendItem(csv, item);
            }
        }
        return csv.toString();
    }

    private static void appendItem(StringBuilder csv, Data.Item item) {
        int columns =
                item.shape().size() == 2 ? item.shape().get(1) : item.units().size();
        for (int from = 0; from < item.units().size(); from += columns) {
            csv.append(item.name());
            for (int i = from; i < from + columns; i++) {
                csv.append(',').append(item.text(i));
            }
            csv.append('\n');
        }
    }

    /** A snippet for NumPy: the import, one assignment for each item, and what the file prepares. */
    public static String python(ProjectPlan plan, Data data) {
        var code = new StringBuilder("import numpy as np\n\n");
        data.items()
                .forEach(item -> code.append(item.name())
                        .append(" = ")
                        .append(value(item))
                        .append('\n'));
        if (!plan.data().prepare().isBlank()) {
            code.append(plan.data().prepare().strip()).append('\n');
        }
        return code.toString();
    }

    private static String value(Data.Item item) {
        if (item.shape().isEmpty()) {
            return float64(item, 0);
        }
        if (item.shape().size() == 1) {
            return "np.array(" + row(item, 0, item.units().size()) + ")";
        }
        int columns = item.shape().get(1);
        return IntStream.range(0, item.shape().get(0))
                .mapToObj(r -> row(item, r * columns, (r + 1) * columns))
                .collect(Collectors.joining(",\n    ", "np.array([\n    ", ",\n])"));
    }

    private static String row(Data.Item item, int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> float64(item, i)).collect(Collectors.joining(", ", "[", "]"));
    }

    /** With a point, so that arrays are of float64 and not of integers, which would cut what is added to them in place. */
    private static String float64(Data.Item item, int index) {
        var text = item.text(index);
        return text.contains(".") ? text : text + ".0";
    }
}
