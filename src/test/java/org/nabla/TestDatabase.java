package org.nabla;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.nabla.database.EmbeddedPostgres;

/** Gives every {@code @QuarkusTest} a real PostgreSQL without a word in the test, and each run an empty database. */
@QuarkusTestResource(TestDatabase.class)
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    static final Path FOLDER = Path.of("target", "test-database");

    private Optional<EmbeddedPostgres> running = Optional.empty();

    @Override
    public Map<String, String> start() {
        var postgres = EmbeddedPostgres.start(FOLDER);
        postgres.keepRunning(said -> {}); // as the application does with its own
        running = Optional.of(postgres);
        var settings = new HashMap<>(postgres.settings());
        try (var connection = DriverManager.getConnection(
                        postgres.jdbcUrl("postgres"),
                        settings.get("quarkus.datasource.username"),
                        settings.get("quarkus.datasource.password"));
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists nabla_test with (force)");
            statement.execute("create database nabla_test");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        settings.put("quarkus.datasource.jdbc.url", postgres.jdbcUrl("nabla_test"));
        return settings;
    }

    @Override
    public void stop() {
        running.ifPresent(EmbeddedPostgres::close);
    }
}
