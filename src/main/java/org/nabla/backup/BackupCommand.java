package org.nabla.backup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nabla.database.DatabaseException;
import org.nabla.database.EmbeddedPostgres;

/**
 * The commands {@code backup} and {@code restore}, in place of the site.
 *
 * @param settings of the database that is configured; empty where it is the one in the data folder
 * @param data the folder of the embedded database
 * @param erased the file in which deletions are noted
 * @param passphrase by which backups are encrypted; empty for none
 */
public record BackupCommand(
        Optional<Map<String, String>> settings, Path data, Path erased, Optional<String> passphrase) {
    private static final String USAGE = """
            backup FILE              writes all that is kept into FILE; the site may go on running
            backup FOLDER --keep N   the same, under the time as a name, and keeps the newest N
            restore FILE [ERASED]    puts it into an empty database, and lets deletions noted in ERASED be done again
            NABLA_BACKUP_PASSPHRASE encrypts the file, and opens it again.""";

    /** Whether these are arguments for a command. */
    public static boolean isOne(String... arguments) {
        return arguments.length > 0 && List.of("backup", "restore").contains(arguments[0]);
    }

    /** Runs it, says on the terminal what came of it, and returns the exit code. */
    public int run(String... arguments) {
        try {
            if (arguments[0].equals("backup") && arguments.length == 2) {
                withDatabase(true, backup -> backup.write(Path.of(arguments[1])));
            } else if (arguments[0].equals("backup")
                    && arguments.length == 4
                    && arguments[2].equals("--keep")
                    && arguments[3].matches("[1-9][0-9]{0,5}")
                    && Files.isDirectory(Path.of(arguments[1]))) {
                withDatabase(true, backup -> {
                    backup.write(Path.of(arguments[1]));
                    backup.keep(Path.of(arguments[1]), Integer.parseInt(arguments[3]));
                });
            } else if (arguments[0].equals("restore") && (arguments.length == 2 || arguments.length == 3)) {
                var lists = new ArrayList<>(List.of(erased));
                if (arguments.length == 3) {
                    lists.add(existing(Path.of(arguments[2])));
                }
                var file = existing(Path.of(arguments[1]));
                withDatabase(false, backup -> backup.restore(file, lists));
            } else {
                System.err.println(USAGE);
                return 2;
            }
            return 0;
        } catch (BackupException | DatabaseException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private static Path existing(Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new BackupException("There is no file " + file + " that can be read.");
        }
        return file;
    }

    private interface Work {
        void on(Backup backup);
    }

    /** @param shared whether the database of a running application will do */
    private void withDatabase(boolean shared, Work work) {
        var there = settings.or(() -> shared ? EmbeddedPostgres.settingsOfRunning(data) : Optional.empty());
        if (there.isPresent()) {
            work.on(backup(there.get()));
            return;
        }
        if (shared && !Files.isDirectory(data.resolve("postgresql"))) {
            throw new BackupException("There is nothing to back up: " + data + " holds no database of Nabla.");
        }
        try (var own = EmbeddedPostgres.start(data)) {
            work.on(backup(own.settings()));
        }
    }

    private Backup backup(Map<String, String> database) {
        return new Backup(
                database.getOrDefault("quarkus.datasource.jdbc.url", ""),
                database.getOrDefault("quarkus.datasource.username", ""),
                database.getOrDefault("quarkus.datasource.password", ""),
                passphrase.map(Passphrase::of),
                Clock.systemUTC(),
                System.out::println);
    }
}
