package org.nabla.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whose account was deleted, and when: a line in a file beside the database, such as {@code 17 2026-11-29T20:01:02Z}. */
record Erased(long account, Instant at) {

    static List<Erased> in(Path file) throws IOException {
        var all = new ArrayList<Erased>();
        if (!Files.exists(file)) {
            return all;
        }
        for (var line : Files.readAllLines(file)) {
            if (line.isBlank()) {
                continue;
            }
            try {
                var words = line.strip().split("\\s+");
                all.add(new Erased(Long.parseLong(words[0]), Instant.parse(words[1])));
            } catch (NumberFormatException | DateTimeException | ArrayIndexOutOfBoundsException e) {
                throw new BackupException(
                        "The file " + file + " has a line that is no number of an account and a time: " + line
                                + ". Nothing was restored.",
                        e);
            }
        }
        return all;
    }
}
