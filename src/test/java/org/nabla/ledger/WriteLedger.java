package org.nabla.ledger;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.nabla.grading.grader.Graders;

/**
 * Runs all own tables and the files that are named, says which verdicts changed, and writes the ledger. With files, the dated
 * table has a line for each of them, and what they expect otherwise is printed; the cases of files are not kept.
 */
final class WriteLedger {
    private WriteLedger() {}

    public static void main(String[] arguments) throws Exception {
        var own = twice(OwnTables.all());
        var surprises = Ledger.read().surprises(own);
        surprises.forEach(System.out::println);
        var all = new ArrayList<>(own);
        for (var file : arguments) {
            if (!file.isBlank()) {
                all.addAll(foreign(Path.of(file)));
            }
        }
        var date = LocalDate.now(ZoneOffset.UTC).toString();
        var version = System.getProperty("nabla.version", "unknown");
        var table = Summary.of(date, version, all);
        table.forEach(System.out::println);
        Ledger.write(own);
        Files.write(Ledger.FOLDER.resolve(date + ".md"), table, StandardCharsets.UTF_8);
        System.out.println(own.size() + " verdicts of own tables written to " + Ledger.FOLDER + ", " + surprises.size()
                + " changed without an explanation");
        System.exit(0); // the algebra system's threads would wait
    }

    private static List<Entry> foreign(Path file) throws Exception {
        var cases = CaseFile.read(file);
        var entries = twice(cases.stream().map(CaseFile.Expected::question).toList());
        for (int i = 0; i < cases.size(); i++) {
            var expected = cases.get(i).outcome().orElse("");
            var found = entries.get(i).outcome().name();
            if (!expected.isEmpty() && !expected.equals(found)) {
                System.out.println(file.getFileName() + ": "
                        + cases.get(i).question().name() + " is " + found + ", and " + expected + " was expected");
            }
        }
        return entries;
    }

    /** The first run warms up; the verdicts and times are those of the second. */
    private static List<Entry> twice(List<Case> cases) {
        cases.forEach(question -> Entry.of(question, Graders.GRADER));
        return cases.stream()
                .map(question -> Entry.of(question, Graders.GRADER))
                .toList();
    }
}
