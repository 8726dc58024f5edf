package org.nabla.classroom.roster;

import java.util.List;

/** The lines of a file of values as they stand in it, before anybody said what its columns are. */
public record RosterTable(String name, List<Line> lines) {

    /** @param number from 1, as an editor counts */
    public record Line(long number, List<String> cells) {

        public Line {
            cells = List.copyOf(cells);
        }

        /** Empty where the line ends before. */
        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    public RosterTable {
        lines = List.copyOf(lines);
    }

    Line first() {
        return lines.get(0);
    }

    int columns() {
        return lines.stream().mapToInt(line -> line.cells().size()).max().orElse(0);
    }
}
