package org.nabla;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.AgroalDataSource.FlushMode;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the database did for a piece of work: each statement with the plan that was carried out, as the server itself notes them
 * by {@code auto_explain} while this is open. Whatever sends a statement, Hibernate or not, is seen; no job of the application runs
 * meanwhile.
 */
public final class ServerLog implements AutoCloseable {
    private static final Path FILE = TestDatabase.FOLDER.resolve("postgresql.log");

    private static final Pattern PLAN =
            Pattern.compile("^\\S+ \\S+ \\S+ \\[\\d+] LOG:  duration: ([\\d.]+) ms  plan:$");

    private static final Map<String, String> SETTINGS = Map.of(
            "session_preload_libraries", "auto_explain",
            "auto_explain.log_min_duration", "0",
            "auto_explain.log_format", "json",
            "auto_explain.log_analyze", "on",
            "auto_explain.log_buffers", "off",
            // Nothing but what the row counts tell: the clock would cost more than small statements do.
            "auto_explain.log_timing", "off",
            "auto_explain.log_parameter_max_length", "200");

    private final AgroalDataSource database =
            CDI.current().select(AgroalDataSource.class).get();
    private final Scheduler jobs = CDI.current().select(Scheduler.class).get();
    private final ObjectMapper json = new ObjectMapper();

    private ServerLog(Map<String, String> more) {
        jobs.pause();
        SETTINGS.forEach((name, value) -> execute(set(name, value)));
        more.forEach((name, value) -> execute(set(name, value)));
        database.flush(FlushMode.GRACEFUL);
    }

    public static ServerLog open() {
        return new ServerLog(Map.of());
    }

    /** @param settings of the server for the time that this is open */
    public static ServerLog open(Map<String, String> settings) {
        return new ServerLog(settings);
    }

    /** What the server did meanwhile, in the order in which it came to the end of each. */
    public List<Statement> of(Runnable work) {
        try {
            var before = Files.size(FILE);
            work.run();
            try (var file = Files.newInputStream(FILE)) {
                file.skipNBytes(before);
                return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Statement> read(String log) throws IOException {
        var found = new ArrayList<Statement>();
        var lines = log.split("\n");
        for (var i = 0; i < lines.length; i++) {
            var head = PLAN.matcher(lines[i]);
            if (!head.matches()) {
                continue;
            }
            var body = new StringBuilder();
            while (i + 1 < lines.length && lines[i + 1].startsWith("\t")) {
                body.append(lines[++i].substring(1)).append('\n');
            }
            var note = json.readTree(body.toString());
            found.add(new Statement(
                    note.path("Query Text").asText().strip().replaceAll("\\s+", " "),
                    Double.parseDouble(head.group(1)),
                    note.path("Plan")));
        }
        return found;
    }

    @Override
    public void close() {
        execute("alter database %s reset all");
        database.flush(FlushMode.GRACEFUL);
        jobs.resume();
    }

    private static String set(String name, String value) {
        return "alter database %s set " + name + " = '" + value + "'";
    }

    private void execute(String statement) {
        try (var connection = database.getConnection();
                var one = connection.createStatement()) {
            one.execute(statement.formatted(connection.getCatalog()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A statement that was carried out.
     *
     * @param milliseconds on the clock, without the planning
     */
    public record Statement(String text, double milliseconds, JsonNode plan) {

        /** All nodes of the plan that were carried out, from the top. */
        public List<JsonNode> nodes() {
            var nodes = new ArrayList<JsonNode>();
            collect(plan, nodes);
            return nodes;
        }

        private static void collect(JsonNode node, List<JsonNode> into) {
            into.add(node);
            node.path("Plans").forEach(child -> collect(child, into));
        }
    }
}
