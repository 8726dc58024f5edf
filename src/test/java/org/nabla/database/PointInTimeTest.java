package org.nabla.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.StandardWatchEventKinds;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The archive of {@code docker-compose.yml} and the way back of {@code docs/scale.md}, on the embedded server. */
@EnabledIfSystemProperty(named = "nabla.long", matches = "true")
class PointInTimeTest {

    @TempDir
    Path here;

    @Test
    void theDatabaseGoesBackToAMoment() throws Exception {
        var archive = Files.createDirectory(here.resolve("archive"));
        var data = here.resolve("data");
        try (var postgres = EmbeddedPostgres.start(data);
                var connection = EmbeddedPostgresTest.connect(postgres)) {
            execute(connection, "alter system set archive_mode = on");
            execute(connection, "alter system set archive_command = '" + archiveCommand(archive) + "'");
        }
        String moment;
        try (var postgres = EmbeddedPostgres.start(data);
                var connection = EmbeddedPostgresTest.connect(postgres)) {
            execute(connection, "create table kept (what text)");
            execute(connection, "insert into kept values ('before the base')");
            base(connection, data.resolve("postgresql"), here.resolve("base"));
            execute(connection, "insert into kept values ('after the base')");
            moment = one(connection, "select clock_timestamp()::text");
            execute(connection, "insert into kept values ('by mistake')");
            awaitFile(archive, one(connection, "select pg_walfile_name(pg_switch_wal())"));
        }

        // As the page says, with the folders of here.
        Files.move(data.resolve("postgresql"), data.resolve("postgresql.before"));
        FolderCopy.copy(here.resolve("base"), data.resolve("postgresql"));
        Files.createFile(data.resolve("postgresql").resolve("recovery.signal"));
        Files.writeString(
                data.resolve("postgresql").resolve("postgresql.auto.conf"),
                recovery(archive, moment),
                StandardOpenOption.APPEND);

        try (var postgres = EmbeddedPostgres.start(data);
                var connection = EmbeddedPostgresTest.connect(postgres)) {
            assertThat(one(connection, "select string_agg(what, ', ' order by what desc) from kept"))
                    .isEqualTo("before the base, after the base");
            var until = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
            while (one(connection, "select pg_is_in_recovery()").equals("t") && System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            execute(connection, "insert into kept values ('and it goes on')");
        }
    }

    private static void awaitFile(Path folder, String name) throws IOException, InterruptedException {
        try (var watch = folder.getFileSystem().newWatchService()) {
            folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            while (!Files.exists(folder.resolve(name))) {
                var key = watch.poll(1, TimeUnit.MINUTES);
                assertThat(key).as("a file in the archive").isNotNull();
                key.reset();
            }
        }
    }

    private static String archiveCommand(Path archive) throws IOException {
        var line = Pattern.compile("archive_command=(.*)").matcher(Files.readString(Path.of("docker-compose.yml")));
        assertThat(line.find()).isTrue();
        return line.group(1).replace("/archive/", archive + "/");
    }

    /** The settings of the page. */
    private static String recovery(Path archive, String moment) throws IOException {
        var settings = Pattern.compile("restore_command = .*?recovery_target_action = promote", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs", "scale.md")));
        assertThat(settings.find()).isTrue();
        return settings.group()
                        .replace("'\\''", "'")
                        .replace("/archive/", archive + "/")
                        .replaceAll("recovery_target_time = '[^']*'", "recovery_target_time = '" + moment + "'")
                + "\n";
    }

    /** What pg_basebackup does, by the functions that it calls: its program is not among those that are embedded. */
    private static void base(Connection connection, Path files, Path target) throws SQLException, IOException {
        execute(connection, "select pg_backup_start('base', true)");
        FolderCopy.copy(files, target);
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select labelfile from pg_backup_stop(false)")) {
            rows.next();
            Files.writeString(target.resolve("backup_label"), rows.getString(1));
        }
        Files.deleteIfExists(target.resolve("postmaster.pid"));
        try (var wal = Files.list(target.resolve("pg_wal"))) {
            for (var file : wal.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
