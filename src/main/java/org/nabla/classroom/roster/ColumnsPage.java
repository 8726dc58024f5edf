package org.nabla.classroom.roster;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.nabla.classroom.seat.Seat;

/**
 * The page on which a teacher says what the columns of a file hold.
 *
 * @param header whether the first line names the columns
 * @param rows the first learners, as they are read this way
 * @param error why they cannot be read this way; empty where they can, or where nobody asked yet
 */
record ColumnsPage(
        Seat seat, String file, boolean header, List<Column> columns, List<RosterRow> rows, int more, String error) {

    private static final int EXAMPLES = 3;
    private static final int ROWS = 8;
    private static final int LONGEST = 40;

    /** One column. @param name of the field that says what it holds */
    record Column(String name, String title, String examples, RosterColumn holds) {
        public List<RosterColumn> choices() {
            return RosterColumn.all();
        }
    }

    static ColumnsPage of(Seat seat, RosterTable table, RosterMapping mapping, String error) {
        var rows = MappedRoster.read(table, mapping).group().rows();
        return new ColumnsPage(
                seat,
                table.name(),
                mapping.header(),
                IntStream.range(0, table.columns())
                        .mapToObj(i -> column(table, mapping, i))
                        .toList(),
                rows.stream().limit(ROWS).toList(),
                Math.max(0, rows.size() - ROWS),
                error);
    }

    private static Column column(RosterTable table, RosterMapping mapping, int place) {
        var title = mapping.header() ? shortened(table.first().cell(place)) : "";
        return new Column(
                "column-" + place,
                title.isEmpty() ? "Column " + (place + 1) : title,
                table.lines().stream()
                        .skip(mapping.header() ? 1 : 0)
                        .map(line -> shortened(line.cell(place)))
                        .filter(cell -> !cell.isBlank())
                        .limit(EXAMPLES)
                        .collect(Collectors.joining(" · ")),
                mapping.columns().get(place));
    }

    private static String shortened(String cell) {
        return cell.length() <= LONGEST ? cell : cell.substring(0, LONGEST) + "…";
    }

    /** What was chosen. */
    static RosterMapping mapping(RosterTable table, MultivaluedMap<String, String> typed) {
        return new RosterMapping(
                typed.containsKey("header"),
                IntStream.range(0, table.columns())
                        .mapToObj(i -> Optional.ofNullable(typed.getFirst("column-" + i))
                                .flatMap(RosterColumn::of)
                                .orElse(RosterColumn.SKIP))
                        .toList());
    }

    /** What was read from which column, in a sentence. */
    static String words(RosterDrafts.Source source) {
        var mapping = source.mapping();
        return IntStream.range(0, mapping.columns().size())
                .filter(i -> mapping.columns().get(i) != RosterColumn.SKIP)
                .mapToObj(i -> "%s from %s"
                        .formatted(
                                mapping.columns().get(i).words(),
                                mapping.header()
                                        ? "“" + shortened(source.table().first().cell(i)) + "”"
                                        : "column " + (i + 1)))
                .collect(Collectors.joining("; "));
    }
}
