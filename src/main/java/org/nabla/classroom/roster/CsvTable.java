package org.nabla.classroom.roster;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A file of values with a header, whatever separates them and in whatever order its columns stand. */
final class CsvTable {

    static final int MOST_ROWS = 10_000;

    private static final int MOST_COLUMNS = 200;
    private static final int LONGEST_CELL = 2_000;

    /** A line below the header. */
    static final class Row {
        private final CsvTable table;
        private final long line;
        private final List<String> cells;

        private Row(CsvTable table, long line, List<String> cells) {
            this.table = table;
            this.line = line;
            this.cells = cells;
        }

        String place() {
            return "line " + line;
        }

        /** The cell in a column; empty where there is no such column, or the line ends before it. */
        String cell(String column) {
            var index = table.columns.get(column.toLowerCase(Locale.ROOT));
            return index == null || index >= cells.size()
                    ? ""
                    : cells.get(index).strip();
        }
    }

    private final String name;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();

    private CsvTable(String name) {
        this.name = name;
    }

    /** @throws RosterRefused where it is no such file */
    static CsvTable of(String name, String text) {
        var table = new CsvTable(name);
        try (var reader = CsvReader.builder()
                .fieldSeparator(separator(text))
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(text)) {
            for (var record : reader) {
                table.add(record.getStartingLineNumber(), record.getFields());
            }
        } catch (CsvParseException e) {
            throw new RosterRefused(
                    name + " cannot be read as a table: perhaps a quotation mark is open at the end of a cell.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (table.columns.isEmpty()) {
            throw new RosterRefused(name + " is empty.");
        }
        return table;
    }

    private void add(long line, List<String> cells) {
        if (cells.size() > MOST_COLUMNS || cells.stream().anyMatch(cell -> cell.length() > LONGEST_CELL)) {
            throw new RosterRefused("Line " + line + " of " + name
                    + " is not that of a roster: it has too many cells, or one that is far too long.");
        }
        if (columns.isEmpty()) {
            for (var i = 0; i < cells.size(); i++) {
                columns.putIfAbsent(cells.get(i).strip().toLowerCase(Locale.ROOT), i);
            }
        } else if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
            rows.add(new Row(this, line, List.copyOf(cells)));
            if (rows.size() > MOST_ROWS) {
                throw new RosterRefused(
                        name + " has more than " + MOST_ROWS + " lines. Take only those of your course.");
            }
        }
    }

    boolean has(String column) {
        return columns.containsKey(column.toLowerCase(Locale.ROOT));
    }

    /** As they stand in the header, for a message. */
    String header() {
        return String.join(", ", columns.keySet());
    }

    List<Row> rows() {
        return rows;
    }

    /** Spreadsheets of half of Europe separate by semicolons. */
    private static char separator(String text) {
        var header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return List.of(',', ';', '\t').stream()
                .max((a, b) -> Long.compare(count(header, a), count(header, b)))
                .orElse(',');
    }

    private static long count(String text, char separator) {
        return text.chars().filter(c -> c == separator).count();
    }
}
