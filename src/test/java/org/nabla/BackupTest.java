package org.nabla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.backup.Backup;
import org.nabla.backup.BackupException;
import org.nabla.backup.Passphrase;
import org.nabla.database.EmbeddedPostgres;

/** A backup of a database with rows in most tables, and what comes back of it in an empty folder. */
class BackupTest {
    private static final String PASSPHRASE = "nabla dot curl is zero";
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-29T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    static Path here;

    @TempDir
    static Path elsewhereFolder;

    @TempDir
    Path folder;

    private static EmbeddedPostgres postgres;

    /** The server into whose databases is restored, in a folder that was empty. */
    private static EmbeddedPostgres elsewhere;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.start(here);
        elsewhere = EmbeddedPostgres.start(elsewhereFolder);
        migrate("50");
        execute(Files.readString(Path.of("src", "test", "resources", "upgrade", "V050.sql")));
        migrate("171");
        execute(Files.readString(Path.of("src", "test", "resources", "upgrade", "V171.sql")));
        migrate("latest");
        // An old answer stands in a partition of its own.
        execute("select ensure_attempt_partitions(date '2019-02-01', 1)");
        execute("insert into attempt select n.* from attempt a, lateral jsonb_populate_record(a, jsonb_build_object("
                + "'submitted_at', timestamptz '2019-02-03')) n order by a.id desc limit 1");
        // More than one piece of the cipher, and letters that COPY must escape.
        execute(
                "insert into search_entry select '/t' || i, 'SKILL', E'tab\\t line\\n back\\\\slash \u2207', repeat('\\N', 200),"
                        + " md5(i::text), repeat(md5(i::text), 40) from generate_series(1, 5000) i");
    }

    private static void migrate(String version) {
        Flyway.configure()
                .dataSource(postgres.jdbcUrl("postgres"), "nabla", secret(postgres))
                .locations("filesystem:migrations")
                .target(version)
                .load()
                .migrate();
    }

    private static void execute(String statements) throws SQLException {
        try (var connection = source();
                var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private static Connection source() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl("postgres"), "nabla", secret(postgres));
    }

    @AfterAll
    static void stop() {
        postgres.close();
        elsewhere.close();
    }

    private final List<String> told = new ArrayList<>();

    @Test
    void everyRowOfEveryTableComesBackInAnEmptyFolder() throws Exception {
        var file = backup(PASSPHRASE).write(folder);
        var before = everything(BackupTest::source);
        into("whole", PASSPHRASE).restore(file, List.of());

        var after = everything(() -> connection("whole"));
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((table, rows) -> assertThat(after.get(table)).as(table).isEqualTo(rows));
        assertThat(before.values().stream().filter(rows -> !rows.isEmpty()).count())
                .as("tables with rows")
                .isGreaterThan(50);
        assertThat(told.get(0)).contains("encrypted");
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .startsWith("NABLA")
                .doesNotContain("Ada of", "about.json");
        System.getLogger("backup").log(System.Logger.Level.INFO, told + ", compared " + before.size());
    }

    @Test
    void whatIsNotWholeOrNotOursIsRefusedInWordsAndNothingIsRestored() throws Exception {
        var file = backup(PASSPHRASE).write(folder.resolve("sealed"));
        var plain = backup("").write(folder.resolve("plain"));
        var sealed = Files.readAllBytes(file);
        var cases = new TreeMap<String, byte[]>();
        cases.put("cut short after a piece", Arrays.copyOf(sealed, 35 + 3 * (65_536 + 16)));
        cases.put("cut short", Arrays.copyOf(sealed, sealed.length - 100_000));
        cases.put("nothing but its beginning", Arrays.copyOf(sealed, 20));
        var endless = sealed.clone();
        ByteBuffer.wrap(endless).putInt(31, Integer.MAX_VALUE);
        cases.put("rounds without end", endless);
        var changed = sealed.clone();
        changed[sealed.length / 2] ^= 1;
        cases.put("changed", changed);
        var open = Files.readAllBytes(plain);
        cases.put("plain, cut short", Arrays.copyOf(open, open.length / 2));
        cases.put("no backup", "PK but nothing else".getBytes(StandardCharsets.UTF_8));

        createDatabase("torn");
        cases.forEach((name, bytes) -> {
            var torn = folder.resolve("torn");
            write(torn, bytes);
            assertThatThrownBy(() -> at("torn", PASSPHRASE).restore(torn, List.of()))
                    .as(name)
                    .isInstanceOf(BackupException.class)
                    .hasMessageContaining("Nothing was restored");
        });
        assertThatThrownBy(() -> at("torn", "another").restore(file, List.of()))
                .hasMessageContaining("the passphrase is another one");
        assertThatThrownBy(() -> at("torn", "").restore(file, List.of()))
                .hasMessageContaining("NABLA_BACKUP_PASSPHRASE");
        try (var connection = connection("torn")) {
            assertThat(rows(connection, "select id::text from account")).isEmpty();
        }
        // What came to nothing is no hindrance.
        at("torn", "").restore(plain, List.of());
        assertThatThrownBy(() -> at("torn", "").restore(plain, List.of()))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("is not empty")
                .hasMessageContaining("Nothing was changed");
    }

    @Test
    void aDeletionAfterTheBackupIsNotedForTheStart() throws Exception {
        var file = backup("").write(folder.resolve("before"));
        var list = Files.writeString(
                folder.resolve("erased.txt"),
                "900000001 2126-01-01T00:00:00Z\n900000002 2026-11-23T07:30:00Z\n77 2126-01-01T00:00:00.5Z\n");
        var wrong = Files.writeString(folder.resolve("wrong.txt"), "Ada yesterday\n");

        createDatabase("again");
        assertThatThrownBy(() -> at("again", "").restore(file, List.of(wrong)))
                .isInstanceOf(BackupException.class)
                .hasMessageContaining("Ada yesterday");
        at("again", "").restore(file, List.of(list, folder.resolve("none.txt")));

        try (var connection = connection("again")) {
            assertThat(rows(connection, "select account_id::text from erased_account order by 1"))
                    .as("those after the backup")
                    .containsExactly("77", "900000001");
            // What the application asks at its start.
            assertThat(rows(
                            connection,
                            "select a.id::text from account a join erased_account e on e.account_id = a.id"
                                    + " and e.erased_at > a.created_at"))
                    .containsExactly("900000001");
        }
    }

    @ParameterizedTest(name = "{0} made of {1}: {2} files stay")
    @CsvSource({"3, 2", "1, 1"})
    void oldBackupsGo(int made, int kept) throws IOException {
        var file = backup("").write(folder.resolve("one"));
        for (var day = 1; day <= made; day++) {
            Files.copy(file, folder.resolve("nabla-2026-11-0" + day + "T00-00-00Z.nabla"));
        }

        backup("").keep(folder, kept);

        try (var left = Files.list(folder)) {
            assertThat(left.map(f -> f.getFileName().toString()))
                    .contains("one", "nabla-2026-11-0" + made + "T00-00-00Z.nabla")
                    .hasSize(kept + 1);
        }
        assertThatThrownBy(() -> backup("").write(file)).hasMessageContaining("not written over");
    }

    private Backup backup(String passphrase) {
        return new Backup(
                postgres.jdbcUrl("postgres"),
                "nabla",
                secret(postgres),
                Optional.of(new Passphrase(passphrase, 1_000)),
                NOON,
                told::add);
    }

    private Backup into(String name, String passphrase) throws SQLException {
        createDatabase(name);
        return at(name, passphrase);
    }

    private Backup at(String name, String passphrase) {
        return new Backup(
                elsewhere.jdbcUrl(name),
                "nabla",
                secret(elsewhere),
                Optional.of(new Passphrase(passphrase, 1_000)),
                NOON,
                told::add);
    }

    private static String secret(EmbeddedPostgres server) {
        return server.settings().getOrDefault("quarkus.datasource.password", "");
    }

    private static void createDatabase(String name) throws SQLException {
        try (var connection = connection("postgres");
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
    }

    private static Connection connection(String name) throws SQLException {
        return DriverManager.getConnection(elsewhere.jdbcUrl(name), "nabla", secret(elsewhere));
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Source {
        Connection open() throws SQLException;
    }

    /** All rows as text, partition by partition, the history of migrations without its times, and all sequences. */
    private static Map<String, List<String>> everything(Source source) throws SQLException {
        try (var connection = source.open()) {
            var all = new TreeMap<String, List<String>>();
            for (var table : rows(
                    connection,
                    "select c.relname from pg_class c join pg_namespace n on"
                            + " n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'S')")) {
                var columns = table.equals("flyway_schema_history")
                        ? "(version, description, script, checksum, success)::text"
                        : table.endsWith("_seq") ? "(last_value, is_called)::text" : "t::text";
                all.put(table, rows(connection, "select " + columns + " from \"" + table + "\" t order by 1"));
            }
            return all;
        }
    }

    private static List<String> rows(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }
}
