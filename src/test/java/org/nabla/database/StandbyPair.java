package org.nabla.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Two servers: all that the primary says is committed is on the standby too, which can take over. */
public final class StandbyPair implements AutoCloseable {
    private final Path primaryFolder;
    private final EmbeddedPostgres primary;
    private final EmbeddedPostgres standby;

    private StandbyPair(Path primaryFolder, EmbeddedPostgres primary, EmbeddedPostgres standby) {
        this.primaryFolder = primaryFolder;
        this.primary = primary;
        this.standby = standby;
    }

    /** Makes and starts both. The standby begins as a copy of the primary while that is stopped. */
    public static StandbyPair in(Path folder) throws IOException, SQLException {
        var first = folder.resolve("first");
        var second = folder.resolve("second");
        EmbeddedPostgres.start(first).close();
        FolderCopy.copy(first, second);
        var primary = EmbeddedPostgres.start(first);
        try {
            var files = second.resolve("postgresql");
            Files.createFile(files.resolve("standby.signal"));
            Files.writeString(
                    files.resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=127.0.0.1 port=%s user=%s password=%s application_name=standby'%n"
                            .formatted(
                                    address(primary).split(":")[1],
                                    Cluster.USER,
                                    primary.settings().get("quarkus.datasource.password")),
                    StandardOpenOption.APPEND);
            var pair = new StandbyPair(first, primary, EmbeddedPostgres.start(second));
            pair.waitForEachOther();
            return pair;
        } catch (IOException | SQLException | RuntimeException e) {
            primary.close();
            throw e;
        }
    }

    private void waitForEachOther() throws SQLException {
        try (var connection = DriverManager.getConnection(url(primary), properties())) {
            for (var command :
                    List.of("alter system set synchronous_standby_names = 'standby'", "select pg_reload_conf()")) {
                try (var statement = connection.createStatement()) {
                    statement.execute(command);
                }
            }
            while (!one(connection, "select coalesce(max(sync_state), '') from pg_stat_replication")
                    .equals("sync")) {
                LockSupport.parkNanos(10_000_000);
            }
        }
    }

    /** The datasource settings that lead to whichever takes writes, as the documentation has them. */
    public Map<String, String> settings() {
        var settings = new HashMap<>(primary.settings());
        settings.put(
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://%s,%s/postgres?targetServerType=primary"
                        .formatted(address(primary), address(standby)));
        return settings;
    }

    /** The primary is gone, as when its machine ends. */
    public void killPrimary() throws IOException {
        signal("KILL");
    }

    /** The primary answers nobody, and its connections stay. */
    public void freezePrimary() throws IOException {
        signal("STOP");
    }

    /** The standby takes over; returns when it takes writes. */
    public void promote() throws SQLException {
        onStandby("select pg_promote()");
    }

    /** What a query gives on the standby, whatever that is by now. */
    public String onStandby(String query) throws SQLException {
        try (var connection = DriverManager.getConnection(url(standby), properties())) {
            return one(connection, query);
        }
    }

    private void signal(String name) throws IOException {
        var pid = Long.parseLong(
                Files.readAllLines(primaryFolder.resolve("postgresql").resolve("postmaster.pid"))
                        .get(0)
                        .strip());
        var server = ProcessHandle.of(pid);
        for (var process : server.stream()
                .flatMap(one -> Stream.concat(Stream.of(one), one.descendants()))
                .toList()) {
            try {
                Programs.output(List.of("kill", "-" + name, Long.toString(process.pid())));
            } catch (IOException e) {
                if (process.isAlive()) { // one of its helpers may have ended by itself meanwhile
                    throw e;
                }
            }
        }
    }

    private Properties properties() {
        var properties = new Properties();
        properties.setProperty("user", Cluster.USER);
        properties.setProperty("password", primary.settings().get("quarkus.datasource.password"));
        return properties;
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String url(EmbeddedPostgres server) {
        return server.jdbcUrl("postgres");
    }

    /** Host and port. */
    private static String address(EmbeddedPostgres server) {
        return url(server).split("/")[2];
    }

    @Override
    public void close() throws IOException {
        try (primary;
                standby) {
            signal("KILL"); // it may be frozen, and then would not stop
        }
    }
}
