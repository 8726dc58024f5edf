package org.nabla.account.data;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The text in the export that says what is in it. */
final class Readme {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Readme() {}

    static String of(List<OwnTable> tables, Instant now) {
        var text = new StringBuilder("""
                # Your data from Nabla

                All that Nabla keeps of you, as it was on %s.

                Each kind is there twice, with the same lines in the same order:

                - `.jsonl` is JSON Lines: UTF-8, one JSON object a line, `null` where there is nothing. It is exact.
                - `.csv` is for spreadsheets: UTF-8, commas, quotes doubled within quotes, the names of the columns in the
                  first line, an empty cell where there is nothing. A text that begins with = + - or @ has an apostrophe
                  before it, so that no spreadsheet computes it; structured columns hold JSON.

                Times are in UTC, as ISO 8601 writes them. Outcomes are CORRECT, PARTIAL, WRONG, INVALID (could not be read)
                and UNDECIDED (the checker could not tell); only the first three count.
                """.formatted(WHEN.format(now)));
        tables.forEach(table -> describe(table, text));
        return text.toString();
    }

    private static void describe(OwnTable table, StringBuilder text) {
        text.append("\n## ")
                .append(table.name())
                .append("\n\n")
                .append(table.what())
                .append("\n\n");
        table.columns()
                .forEach(column -> text.append("- `")
                        .append(column.name())
                        .append("`: ")
                        .append(column.what())
                        .append('\n'));
        if (!table.leftOut().isEmpty()) {
            text.append("\nLeft out:\n\n");
            table.leftOut().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(left -> text.append("- `")
                            .append(left.getKey())
                            .append("`: ")
                            .append(left.getValue())
                            .append('\n'));
        }
    }
}
