package org.nabla.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nabla.grading.Outcome;

/**
 * The verdicts that are kept with the code: one line for each case of the tables, and beside them the explanations of those
 * that have changed since.
 */
final class Ledger {
    static final Path FOLDER = Path.of("docs", "verdicts");
    private static final Path VERDICTS = FOLDER.resolve("verdicts.tsv");
    /** Each line a case, its new outcome and why it changed, with tabs between. */
    private static final Path CHANGES = FOLDER.resolve("changes.tsv");

    private final Map<String, Outcome> kept = new LinkedHashMap<>();
    private final Map<String, Outcome> explained = new LinkedHashMap<>();

    static Ledger read() throws IOException {
        var ledger = new Ledger();
        for (var cells : table(VERDICTS)) {
            ledger.kept.put(cells.get(2), Outcome.valueOf(cells.get(0)));
        }
        for (var cells : table(CHANGES)) {
            if (cells.size() > 2 && !cells.get(2).isBlank()) {
                ledger.explained.put(cells.get(0), Outcome.valueOf(cells.get(1)));
            }
        }
        return ledger;
    }

    private static List<List<String>> table(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> List.of(line.split("\t", -1)))
                .toList();
    }

    int size() {
        return kept.size();
    }

    /**
     * What differs from the ledger and is not explained, a sentence each. That something could not be decided in time is no
     * other verdict: a busy machine changes nothing.
     */
    List<String> surprises(List<Entry> entries) {
        var surprises = new ArrayList<String>();
        for (var entry : entries) {
            var name = entry.question().name();
            var before = kept.get(name);
            boolean same = before == null || before == entry.outcome() || entry.outcome() == Outcome.UNDECIDED;
            if (!same && explained.get(name) != entry.outcome()) {
                surprises.add(name + " was " + before + " and is " + entry.outcome());
            }
        }
        return surprises;
    }

    /** Writes the verdicts of now in place of those before; the explanations have done their work. */
    static void write(List<Entry> entries) throws IOException {
        var lines = new TreeMap<String, String>();
        for (var entry : entries) {
            var name = entry.question().name();
            lines.put(
                    entry.question().source() + "\t" + name,
                    entry.outcome() + "\t" + entry.question().source() + "\t" + name);
        }
        var all =
                new ArrayList<String>(List.of("# outcome, table, case; written by the command that the README names"));
        all.addAll(lines.values());
        Files.createDirectories(FOLDER);
        Files.write(VERDICTS, all, StandardCharsets.UTF_8);
        Files.write(
                CHANGES,
                List.of(
                        "# case, its new outcome, why it changed; with tabs between. Emptied when the ledger is written."),
                StandardCharsets.UTF_8);
    }
}
