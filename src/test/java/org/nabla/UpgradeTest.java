package org.nabla;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.postgresql.PGConnection;

/**
 * Data of schemas that were given out, migrated by the code of now and read by its pages. A schema that is given out gets a file
 * of rows in {@code upgrade}, which never changes.
 */
@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class UpgradeTest {
    /** One row for everybody: those of the running application stay. */
    private static final Set<String> OF_EVERYBODY = Set.of(
            "calibration",
            "exercise_sweep",
            "flyway_schema_history",
            "learning_mark",
            "prediction_count",
            "skill_difficulty",
            "template_difficulty",
            "teaching");

    @Inject
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Test
    void dataOfTheFirstSchemasAreReadByThePagesOfNow() throws Exception {
        try (var connection = DriverManager.getConnection(url, user, password);
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists nabla_upgrade with (force)");
            statement.execute("create database nabla_upgrade");
        }
        migrate("50");
        fill("V050.sql");
        try (var old = upgraded()) {
            for (var table : tables(old)) {
                if (!table.equals("flyway_schema_history")) {
                    assertThat(one(old, "select count(*) from " + table))
                            .as(table)
                            .isNotEqualTo("0");
                }
            }
        }
        migrate("171");
        fill("V171.sql");
        migrate("latest");
        moveIntoTheApplication();

        var ada = Browsing.start();
        ada.setCookie("session", "the_first_session_of_Ada___________________");
        var bob = Browsing.start();
        bob.setCookie("session", "the_first_session_of_Bob___________________");

        assertThat(history(ada)).hasSize(2).allMatch(row -> row.contains("First partial derivative"));
        assertThat(ada.page("/progress").select("main").text()).contains("6x^2 y", "x");
        assertThat(ada.page("/courses/900000001").text()).contains("Calculus of the first days", "Week one");
        assertThat(ada.page("/courses/900000001/assignments/1").text()).contains("First partial derivative");
        assertThat(bob.page("/courses/900000001/gradebook").text()).contains("Ada of the first days", "3.5");
        assertThat(bob.page("/courses/900000001/mistakes").text())
                .contains("First partial derivative 1 learner", "Only one letter moves.");
        var run = ada.get("/projects/gradient-check/run");
        assertThat(run.header("Location")).contains("/projects/gradient-check/run/");
        assertThat(ada.follow(run).select("h1").text()).isNotEmpty();

        var export = unzip(ada.get("/account/export").asByteArray());
        // The draft of the timed assignment, which nobody can read, may have been handed in by now.
        assertThat(lines(export, "attempts"))
                .filteredOn(line -> !line.contains("INVALID"))
                .hasSize(2)
                .anyMatch(line -> line.contains("WRONG"))
                .anyMatch(line -> line.contains("CORRECT"));
        assertThat(lines(export, "responses"))
                .filteredOn(line -> !line.contains("INVALID"))
                .hasSize(2)
                .anyMatch(line -> line.contains("6x^2 y"));
        assertThat(lines(export, "check_in_questions")).hasSize(2);
        assertThat(lines(export, "verdicts-looked-at-again")).hasSize(1);
        assertThat(lines(export, "reports")).hasSize(1);

        // What they do now goes on from it.
        assertThat(ada.post(
                                LearnerLife.EXERCISE,
                                "submission",
                                UUID.randomUUID().toString(),
                                "answer-a",
                                "1")
                        .statusCode())
                .isEqualTo(303);
        assertThat(history(ada)).hasSize(3);
    }

    /** Without the draft of the timed assignment: its time is over, so it is handed in as soon as somebody looks. */
    private static List<String> history(Browsing learner) {
        return learner.page("/progress").select(".history tr").eachText().stream()
                .filter(row -> !row.contains("could not be read"))
                .toList();
    }

    private static List<String> lines(Map<String, String> export, String name) {
        return export.getOrDefault(name + ".jsonl", "").lines().toList();
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(url.replace("nabla_test", "nabla_upgrade"), user, password)
                .locations("filesystem:migrations")
                .target(version)
                .load()
                .migrate();
    }

    private void fill(String file) throws SQLException, IOException {
        try (var connection = upgraded();
                var statement = connection.createStatement()) {
            statement.execute(Files.readString(Path.of("src", "test", "resources", "upgrade", file)));
        }
    }

    private Connection upgraded() throws SQLException {
        return DriverManager.getConnection(url.replace("nabla_test", "nabla_upgrade"), user, password);
    }

    /** Row by row as they are, so that the application need not start a second time. */
    private void moveIntoTheApplication() throws Exception {
        try (var from = upgraded();
                var into = DriverManager.getConnection(url, user, password)) {
            into.setAutoCommit(false);
            try (var statement = into.createStatement()) {
                statement.execute("set local session_replication_role = replica");
                for (var table : tables(from)) {
                    if (OF_EVERYBODY.contains(table)) {
                        continue;
                    }
                    var columns = one(
                            from,
                            "select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute"
                                    // A session has the next number.
                                    + " where attrelid = '" + table + "'::regclass and attnum > 0 and not attisdropped"
                                    + " and attidentity <> 'a'");
                    var rows = new ByteArrayOutputStream();
                    from.unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut("copy (select " + columns + " from " + table + ") to stdout", rows);
                    into.unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn(
                                    "copy " + table + " (" + columns + ") from stdin",
                                    new ByteArrayInputStream(rows.toByteArray()));
                }
                // Or else the sessions of then would be over one day, and this test with them.
                statement.execute(
                        "update session set created_at = now(), last_seen_at = now() where account_id >= 900000001");
            }
            into.commit();
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select c.relname from pg_class c join pg_namespace n on"
                        + " n.oid = c.relnamespace where n.nspname = 'public' and c.relkind in ('r', 'p')"
                        + " and not c.relispartition order by 1")) {
            var all = new ArrayList<String>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all;
        }
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Map<String, String> unzip(byte[] archive) throws IOException {
        var files = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
