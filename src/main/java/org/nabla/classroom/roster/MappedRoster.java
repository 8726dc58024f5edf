package org.nabla.classroom.roster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nabla.classroom.roster.RosterReading.Group;
import org.nabla.classroom.roster.RosterTable.Line;
import org.nabla.classroom.seat.PersonName;

/** A table read as a roster, once it is known what its columns hold. */
final class MappedRoster {

    /** Canvas writes such lines between header and learners: what is there to be had, and whose marks are hidden. */
    private static final Pattern NO_LEARNER = Pattern.compile("(?i)points possible|muted|manual posting.*");

    /** The made-up learner of Canvas, with which teachers look at their course. */
    private static final Pattern TEST_STUDENT = Pattern.compile("(?i)student, test|test student");

    /** In a class list of WeBWorK: dropped. */
    private static final String DROPPED = "(?i)d(rop(ped)?)?";

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_SECTION = 80;

    private final RosterTable table;
    private final RosterMapping mapping;
    private final List<String> header;
    private int left;

    private MappedRoster(RosterTable table, RosterMapping mapping) {
        this.table = table;
        this.mapping = mapping;
        header = mapping.header()
                ? table.first().cells().stream().map(RosterColumn::plain).toList()
                : List.of();
    }

    /** What a table says, and what a teacher should know of it, in whole sentences. */
    record Mapped(Group group, List<String> notes) {}

    static Mapped read(RosterTable table, RosterMapping mapping) {
        return new MappedRoster(table, mapping).read();
    }

    private Mapped read() {
        var rows = new ArrayList<RosterRow>();
        for (var line :
                table.lines().subList(mapping.header() ? 1 : 0, table.lines().size())) {
            if (isLearner(line)) {
                rows.add(row(line));
            }
        }
        return new Mapped(new Group("", "", rows), notes(rows));
    }

    private List<String> notes(List<RosterRow> rows) {
        var notes = new ArrayList<String>();
        if (left > 0) {
            notes.add(
                    left == 1
                            ? "One line of the file is not that of a learner of the course now, and was left out."
                            : left
                                    + " lines of the file are not those of learners of the course now, and were left out.");
        }
        if (!mapping.has(RosterColumn.LOGIN) && !rows.isEmpty()) {
            notes.add("The file has no logins, so the email addresses become the logins.");
        }
        return notes;
    }

    private boolean isLearner(Line line) {
        if (line.cells().stream()
                        .allMatch(cell ->
                                cell.isEmpty() || NO_LEARNER.matcher(cell).matches())
                || NO_LEARNER.matcher(line.cell(0)).matches()) {
            return false; // nothing that anybody would miss
        }
        var gone = TEST_STUDENT.matcher(cell(line, RosterColumn.SORTED_NAME)).matches()
                || (isClassList()
                        && (inColumn(line, 3).matches(DROPPED)
                                || !inColumn(line, 10).matches("0?|-.*")));
        left += gone ? 1 : 0;
        return !gone;
    }

    /** Whether it is a class list of WeBWorK, which tells who has dropped the course, and who teaches. */
    private boolean isClassList() {
        return header.isEmpty()
                ? table.name().toLowerCase(Locale.ROOT).endsWith(".lst")
                : header.size() >= 9
                        && header.get(3).equals("status")
                        && header.get(6).equals("recitation");
    }

    private static String inColumn(Line line, int column) {
        return line.cell(column).strip();
    }

    private RosterRow row(Line line) {
        var email = cell(line, RosterColumn.EMAIL);
        return new RosterRow(
                "line " + line.number(),
                name(line),
                (mapping.has(RosterColumn.LOGIN) ? cell(line, RosterColumn.LOGIN) : email).toLowerCase(Locale.ROOT),
                email,
                cell(line, RosterColumn.SCHOOL_ID),
                shortened(cell(line, RosterColumn.SECTION)));
    }

    /** As long as a section may be called. */
    private static String shortened(String section) {
        return section.length() <= LONGEST_SECTION
                ? section
                : section.substring(0, LONGEST_SECTION).strip();
    }

    private PersonName name(Line line) {
        var whole = cell(line, RosterColumn.NAME);
        var parts = PersonName.of(cell(line, RosterColumn.FAMILY), cell(line, RosterColumn.GIVEN));
        if (parts.shown().isEmpty()) {
            return whole.isEmpty()
                    ? PersonName.ofSorted(cell(line, RosterColumn.SORTED_NAME))
                    : PersonName.ofSorted(whole).shownAs(whole);
        }
        return whole.isEmpty() || parts.shown().length() > LONGEST_NAME ? parts : parts.shownAs(whole);
    }

    private String cell(Line line, RosterColumn column) {
        Optional<Integer> place = mapping.place(column);
        return place.map(line::cell).orElse("");
    }
}
