package org.nabla.classroom.roster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipInputStream;
import org.nabla.classroom.roster.RosterReading.Columns;
import org.nabla.classroom.roster.RosterReading.Read;
import org.nabla.classroom.roster.RosterReading.Refused;

/** Reads rosters: a table of whatever columns, or OneRoster 1.1 and 1.2, as tables or packed into one file. */
public final class RosterReader {

    private static final int MOST_FILES = 30;
    private static final int MOST_BYTES = 20_000_000;

    private RosterReader() {}

    public static RosterReading read(List<RosterFile> files) {
        try {
            var notes = new ArrayList<String>();
            var tables = new ArrayList<RosterTable>();
            for (var file : unpacked(files)) {
                var text = RosterText.of(file);
                var tabled = CsvFile.read(file.name(), text.text());
                tables.add(tabled.table());
                notes.addAll(text.notes());
                notes.addAll(tabled.notes());
            }
            return read(tables, notes);
        } catch (RosterRefused e) {
            return new Refused(e.sentence());
        }
    }

    private static RosterReading read(List<RosterTable> tables, List<String> notes) {
        if (tables.isEmpty()) {
            return new Refused("Choose a file first.");
        }
        var named = tables.stream().map(CsvTable::new).toList();
        if (OneRoster.fits(named)) {
            var groups = OneRoster.read(named);
            return groups.stream().allMatch(group -> group.rows().isEmpty())
                    ? new Refused("There are no students in these files.")
                    : new Read(groups, notes);
        }
        if (named.stream().anyMatch(OneRoster::isEnrolments)) {
            return new Refused("Bring users.csv too: the enrolments alone do not say what people are called.");
        }
        return columns(tables, notes);
    }

    /** Of several tables the one that needs no question. */
    private static RosterReading columns(List<RosterTable> tables, List<String> notes) {
        var table = tables.stream()
                .filter(t -> RosterMapping.guess(t).isSure())
                .findFirst()
                .orElse(tables.get(0));
        var guess = RosterMapping.guess(table);
        return guess.header() && table.lines().size() == 1
                ? new Refused("There is a header and nothing below it.")
                : new Columns(table, guess, notes);
    }

    private static List<RosterFile> unpacked(List<RosterFile> files) {
        var all = new ArrayList<RosterFile>();
        for (var file : files) {
            if (isPacked(file)) {
                all.addAll(unpacked(file));
            } else {
                all.add(file);
            }
        }
        return all;
    }

    private static boolean isPacked(RosterFile file) {
        var bytes = file.bytes();
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    private static List<RosterFile> unpacked(RosterFile packed) {
        var files = new ArrayList<RosterFile>();
        var left = MOST_BYTES;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(packed.bytes()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                // A few bytes can unpack to gigabytes: no more is read than is allowed, and one more to notice it.
                var wanted = isRosterTable(name);
                var bytes = wanted ? zip.readNBytes(left + 1) : new byte[0];
                left -= wanted ? bytes.length : (int) zip.skip(left + 1L);
                if (left < 0 || files.size() >= MOST_FILES) {
                    throw new RosterRefused(packed.name() + " holds too much. Take only what belongs to your course.");
                }
                if (wanted) {
                    files.add(new RosterFile(name, bytes));
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new RosterRefused(packed.name() + " is damaged and cannot be unpacked.");
        }
        if (files.isEmpty()) {
            throw new RosterRefused(packed.name()
                    + " holds no users.csv. A spreadsheet must be saved as CSV before it is brought here.");
        }
        return files;
    }

    private static boolean isRosterTable(String name) {
        return List.of("users.csv", "enrollments.csv", "classes.csv", "roles.csv")
                .contains(name.toLowerCase(Locale.ROOT));
    }
}
