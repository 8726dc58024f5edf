package org.nabla.classroom.roster;

import java.util.Locale;
import org.nabla.classroom.roster.RosterReading.Group;

/** A table with the columns name and login, and perhaps email, in any order. */
final class PlainRoster {

    private PlainRoster() {}

    static boolean fits(CsvTable table) {
        return table.has("name") && table.has("login");
    }

    static Group read(CsvTable table) {
        return new Group("", "", table.rows().stream().map(PlainRoster::row).toList());
    }

    private static RosterRow row(CsvTable.Row row) {
        return new RosterRow(
                row.place(), row.cell("name"), row.cell("login").toLowerCase(Locale.ROOT), row.cell("email"), "");
    }
}
