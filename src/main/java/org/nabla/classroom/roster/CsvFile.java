package org.nabla.classroom.roster;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.nabla.classroom.roster.RosterTable.Line;

/** Reads a file of values, whatever separates them. */
final class CsvFile {

    static final int MOST_ROWS = 10_000;

    private static final int MOST_COLUMNS = 200;
    private static final int LONGEST_CELL = 2_000;

    /** The line by which spreadsheets tell each other what separates the values. */
    private static final Pattern SEPARATOR = Pattern.compile("\\s*\"?sep=(.)\"?\\s*", Pattern.CASE_INSENSITIVE);

    /** With this WeBWorK begins a class list: names of its columns in what is a comment otherwise. */
    private static final String FIELD_ORDER = "# field order:";

    private final String name;
    private final List<Line> lines = new ArrayList<>();
    private final Unseen unseen = new Unseen();

    private CsvFile(String name) {
        this.name = name;
    }

    /**
     * A table and what was not as usual in it.
     *
     * @param notes in whole sentences
     */
    record Tabled(RosterTable table, List<String> notes) {}

    /** @throws RosterRefused where it is no such file */
    static Tabled read(String name, String text) {
        var file = new CsvFile(name);
        file.refuseWhatIsNoText(text);
        file.read(text);
        if (file.lines.isEmpty()) {
            throw new RosterRefused(name + " is empty.");
        }
        return new Tabled(new RosterTable(name, file.lines), file.unseen.note(name));
    }

    private void refuseWhatIsNoText(String text) {
        var nul = text.indexOf('\0');
        if (nul >= 0) {
            var line = text.substring(0, nul).lines().count();
            throw new RosterRefused("Line " + Math.max(1, line) + " of " + name
                    + " holds a NUL, which no text has. Save the file again as CSV.");
        }
    }

    private void read(String text) {
        var told = SEPARATOR.matcher(text.lines().findFirst().orElse(""));
        var isTold = told.matches();
        var rest = isTold ? withoutFirstLine(text) : text;
        var before = isTold ? 1 : 0;
        var separator = isTold ? told.group(1).charAt(0) : separator(rest);
        Quotes.unclosed(rest, separator).ifPresent(line -> {
            throw new RosterRefused("In line " + (line + before) + " of " + name
                    + " a quotation mark opens a cell and is never closed. Close it or take it out, and bring the file"
                    + " again.");
        });
        try (var reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(rest)) {
            for (var record : reader) {
                add(record.getStartingLineNumber() + before, record.getFields());
            }
        } catch (CsvParseException e) {
            throw new RosterRefused(
                    name + " cannot be read as a table: perhaps a quotation mark is open at the end of a cell.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(long number, List<String> cells) {
        if (cells.size() > MOST_COLUMNS || cells.stream().anyMatch(cell -> cell.length() > LONGEST_CELL)) {
            throw new RosterRefused("Line " + number + " of " + name
                    + " is not that of a roster: it has too many cells, or one that is far too long.");
        }
        var cleaned = new ArrayList<>(
                cells.stream().map(cell -> unseen.without(cell, number).strip()).toList());
        var first = cleaned.get(0).toLowerCase(Locale.ROOT);
        if (first.startsWith(FIELD_ORDER) && lines.isEmpty()) {
            cleaned.set(0, cleaned.get(0).substring(FIELD_ORDER.length()).strip());
        } else if (first.startsWith("#")) {
            return; // a comment
        }
        var line = new Line(number, cleaned);
        if (!line.isBlank()) {
            lines.add(line);
        }
        if (lines.size() > MOST_ROWS + 1) {
            throw new RosterRefused(name + " has more than " + MOST_ROWS + " lines. Take only those of your course.");
        }
    }

    private static String withoutFirstLine(String text) {
        var end = text.indexOf('\n') >= 0 ? text.indexOf('\n') : text.indexOf('\r');
        return end < 0 ? "" : text.substring(end + 1);
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
