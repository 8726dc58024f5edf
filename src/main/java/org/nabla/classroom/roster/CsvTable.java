package org.nabla.classroom.roster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A table whose first line names its columns, in whatever order they stand. */
final class CsvTable {

    /** A line below the header. */
    static final class Row {
        private final CsvTable table;
        private final RosterTable.Line line;

        private Row(CsvTable table, RosterTable.Line line) {
            this.table = table;
            this.line = line;
        }

        String place() {
            return "line " + line.number();
        }

        /** The cell in a column; empty where there is no such column, or the line ends before it. */
        String cell(String column) {
            var index = table.columns.get(column.toLowerCase(Locale.ROOT));
            return index == null ? "" : line.cell(index);
        }
    }

    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<Row> rows;

    CsvTable(RosterTable table) {
        var header = table.first().cells();
        for (var i = 0; i < header.size(); i++) {
            columns.putIfAbsent(header.get(i).toLowerCase(Locale.ROOT), i);
        }
        rows = table.lines().stream().skip(1).map(line -> new Row(this, line)).toList();
    }

    boolean has(String column) {
        return columns.containsKey(column.toLowerCase(Locale.ROOT));
    }

    List<Row> rows() {
        return rows;
    }
}
