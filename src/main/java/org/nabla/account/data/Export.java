package org.nabla.account.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.nabla.account.UserId;

/**
 * Gives somebody everything that is kept of them, in one zip. Row by row through a file on disk: the memory stays small
 * however much it is, the database is not kept busy by a slow line, and what fails half-way is never taken for the whole.
 */
@Singleton
class Export {

    private static final int ROWS_AT_ONCE = 500;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final DataSource database;
    private final List<OwnData> features;
    private final LineWriter lines;
    private final Clock clock;

    Export(DataSource database, @All List<OwnData> features, ObjectMapper json, Clock clock) {
        this.database = database;
        this.features = features;
        this.lines = new LineWriter(json);
        this.clock = clock;
    }

    /** Every kind of what is kept. */
    List<OwnTable> tables() {
        return features.stream().flatMap(feature -> feature.tables().stream()).toList();
    }

    /** Writes the zip into a new file, which the caller removes. All of it is as it was at one moment. */
    Path write(UserId user) {
        try {
            var file = Files.createTempFile("nabla-export", ".zip");
            try (var out = Files.newOutputStream(file)) {
                write(user, out);
            } catch (IOException | SQLException | RuntimeException e) {
                Files.delete(file);
                throw e;
            }
            return file;
        } catch (IOException | SQLException e) {
            throw new IllegalStateException("the export failed", e);
        }
    }

    private void write(UserId user, OutputStream out) throws IOException, SQLException {
        var secrets = secrets(user);
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
                var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            var usual = connection.getTransactionIsolation();
            var patience = connection.getNetworkTimeout();
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                bePatient(connection);
                entry(zip, "README.md", Readme.of(tables(), clock.instant()));
                for (var table : tables()) {
                    zip.putNextEntry(new ZipEntry(table.name() + ".jsonl"));
                    writeJson(connection, table, user, secrets, zip);
                    zip.putNextEntry(new ZipEntry(table.name() + ".csv"));
                    writeCsv(connection, table, user, secrets, zip);
                }
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(usual);
                connection.setNetworkTimeout(Runnable::run, patience);
                connection.setReadOnly(false);
                connection.setAutoCommit(true);
            }
        }
    }

    /** The first row of years of answers takes longer than a page may. */
    private static void bePatient(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set local statement_timeout = " + LONGEST.toMillis());
        }
        connection.setNetworkTimeout(Runnable::run, (int) LONGEST.plusSeconds(1).toMillis());
    }

    /** What is not told yet: of these attempts, these columns of each table; and the seeds of these exercises everywhere. */
    private record Secrets(Set<Long> attempts, Map<String, Set<String>> columns, Set<String> exercises) {
        ObjectNode kept(OwnTable table, ObjectNode line) {
            var hidden = columns.getOrDefault(table.name(), Set.of());
            if (!hidden.isEmpty() && attempts.contains(line.path("attempt").asLong())) {
                hidden.forEach(line::putNull);
            }
            if (line.has("seed") && exercises.contains(exercise(line))) {
                line.putNull("seed");
            }
            return line;
        }

        private static String exercise(ObjectNode line) {
            return line.path("template").asText() + "/" + line.path("version").asText() + "/"
                    + line.path("seed").asText();
        }
    }

    private Secrets secrets(UserId user) {
        var attempts = new HashSet<Long>();
        var columns = new HashMap<String, Set<String>>();
        var exercises = new HashSet<String>();
        for (var feature : features) {
            attempts.addAll(feature.untoldAttempts(user));
            columns.putAll(feature.untold());
            exercises.addAll(feature.secretExercises(user));
        }
        return new Secrets(attempts, columns, exercises);
    }

    private void writeJson(Connection connection, OwnTable table, UserId user, Secrets secrets, OutputStream out)
            throws IOException, SQLException {
        try (var statement = ask(connection, table, user);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                put(out, lines.json(secrets.kept(table, lines.read(rows))));
            }
        }
    }

    private void writeCsv(Connection connection, OwnTable table, UserId user, Secrets secrets, OutputStream out)
            throws IOException, SQLException {
        var head = JsonNodeFactory.instance.arrayNode();
        table.columns().forEach(column -> head.add(column.name()));
        put(out, LineWriter.csv(head));
        try (var statement = ask(connection, table, user);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                put(out, LineWriter.csv(secrets.kept(table, lines.read(rows))));
            }
        }
    }

    private static PreparedStatement ask(Connection connection, OwnTable table, UserId user) throws SQLException {
        var statement = connection.prepareStatement(table.query().replace(":user", "?"));
        statement.setFetchSize(ROWS_AT_ONCE);
        var places = statement.getParameterMetaData().getParameterCount();
        for (var i = 1; i <= places; i++) {
            statement.setLong(i, user.value());
        }
        return statement;
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        put(zip, text);
    }

    private static void put(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
