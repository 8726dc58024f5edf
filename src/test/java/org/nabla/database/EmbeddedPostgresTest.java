package org.nabla.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class EmbeddedPostgresTest {

    private static final Path FOLDER = Path.of("target", "embedded-postgres-test");

    @BeforeEach
    void forgetsEarlierTests() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(FOLDER)) {
            execute(postgres, "drop table if exists promise", "create table promise (number int primary key)");
        }
    }

    @Test
    void aRestartKeepsWhatWasWritten() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(FOLDER)) {
            execute(postgres, "insert into promise values (42)");
        }

        try (var postgres = EmbeddedPostgres.start(FOLDER)) {
            assertThat(count(postgres, "number = 42")).isEqualTo(1);
        }
    }

    @Test
    void aKilledServerLosesNothingThatWasCommitted() throws Exception {
        var postgres = EmbeddedPostgres.start(FOLDER);
        execute(postgres, "insert into promise select generate_series(1, 1000)");
        kill(serverProcess());
        postgres.close();

        try (var again = EmbeddedPostgres.start(FOLDER)) {
            assertThat(count(again, "true")).isEqualTo(1000);
        }
    }

    @Test
    void aKilledServerComesBackAtTheSameAddressWithoutBeingAsked() throws Exception {
        try (var postgres = EmbeddedPostgres.start(FOLDER)) {
            var said = new LinkedBlockingQueue<String>();
            postgres.keepRunning(said::add);
            for (int number = 1; number <= 2; number++) {
                execute(postgres, "insert into promise values (" + number + ")");

                kill(serverProcess());
                assertThat(saidInTheEnd(said)).isEqualTo("The embedded database is back.");

                assertThat(count(postgres, "true")).isEqualTo(number);
            }
        }
    }

    @Test
    void theServerOfAKilledApplicationIsTakenOver() throws Exception {
        var application = startApplication();
        var promised = 0;
        try (var lines = new BufferedReader(new InputStreamReader(application.getInputStream()))) {
            while (promised < 500) {
                promised = Integer.parseInt(lines.readLine());
            }
            application.destroyForcibly().waitFor();
        }
        assertThat(serverProcess().isAlive()).as("the orphan").isTrue();

        try (var postgres = EmbeddedPostgres.start(FOLDER)) {
            assertThat(count(postgres, "number <= " + promised)).isEqualTo(promised);
        }
    }

    @Test
    void aSecondApplicationIsRefusedAndTheFirstOneUnharmed() throws Exception {
        try (var postgres = EmbeddedPostgres.start(FOLDER)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(FOLDER))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("is in use by another Nabla, this very process");

            var second = startApplication();
            assertThat(second.waitFor()).isNotZero();
            assertThat(new String(second.getErrorStream().readAllBytes()))
                    .contains("in use by another Nabla, process "
                            + ProcessHandle.current().pid())
                    .contains("Nothing was changed");

            execute(postgres, "insert into promise values (1)");
        }
    }

    @Test
    void theDataOfAnotherMajorVersionIsRefused() throws IOException {
        var version = FOLDER.resolve("postgresql").resolve("PG_VERSION");
        var ours = Files.readString(version);
        Files.writeString(version, "17\n");
        try {
            assertThatThrownBy(() -> EmbeddedPostgres.start(FOLDER))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining(
                            "was written by PostgreSQL 17, and this Nabla brings PostgreSQL " + ours.strip());
        } finally {
            Files.writeString(version, ours);
        }
    }

    /** After a reboot the number of the dead server may belong to any other program. */
    @Test
    void aStaleProcessNumberDoesNoHarm() throws Exception {
        var pidFile = FOLDER.resolve("postgresql").resolve("postmaster.pid");
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n/somewhere\n0\n1\n\n127.0.0.1\n");

        try (var postgres = EmbeddedPostgres.start(FOLDER)) {
            assertThat(count(postgres, "true")).isZero();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void thePasswordIsForTheOwnerOnly() throws IOException {
        assertThat(Files.getPosixFilePermissions(FOLDER.resolve("password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void nobodyComesInWithoutThePassword() {
        try (var postgres = EmbeddedPostgres.start(FOLDER)) {
            assertThatThrownBy(() -> DriverManager.getConnection(
                            postgres.settings().get("quarkus.datasource.jdbc.url"), Cluster.USER, "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        var settings = postgres.settings();
        return DriverManager.getConnection(
                settings.get("quarkus.datasource.jdbc.url"),
                settings.get("quarkus.datasource.username"),
                settings.get("quarkus.datasource.password"));
    }

    private static void execute(EmbeddedPostgres postgres, String... commands) throws SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement()) {
            for (var command : commands) {
                statement.execute(command);
            }
        }
    }

    private static int count(EmbeddedPostgres postgres, String condition) throws SQLException {
        try (var connection = connect(postgres);
                var rows =
                        connection.createStatement().executeQuery("select count(*) from promise where " + condition)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** What is said after the news that it ended and the attempts that came too early. */
    private static String saidInTheEnd(BlockingQueue<String> said) throws InterruptedException {
        String last;
        do {
            last = said.poll(2, TimeUnit.MINUTES);
        } while (last != null && !last.endsWith("is back."));
        return String.valueOf(last);
    }

    private static Process startApplication() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Application.class.getName(),
                        FOLDER.toString())
                .start();
    }

    private static ProcessHandle serverProcess() throws IOException {
        var lines = Files.readAllLines(FOLDER.resolve("postgresql").resolve("postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.get(0))).orElseThrow();
    }

    private static void kill(ProcessHandle process) throws Exception {
        process.destroyForcibly();
        process.onExit().get();
    }
}
