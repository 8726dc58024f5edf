package org.nabla.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A real PostgreSQL of the application's own, kept in a data folder across restarts and crashes. At most one
 * application uses a folder; a second one is refused in words.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private final FolderLock lock;
    private final PostgresServer server;
    private final String password;
    private boolean closed;

    private EmbeddedPostgres(FolderLock lock, PostgresServer server, String password) {
        this.lock = lock;
        this.server = server;
        this.password = password;
    }

    /**
     * Starts the server of the folder, which is created on first use.
     *
     * @throws DatabaseException if the folder is in use, belongs to somebody else, or was written by another version
     */
    public static EmbeddedPostgres start(Path data) {
        try {
            var folder = Files.createDirectories(data).toRealPath();
            var lock = FolderLock.of(folder);
            try {
                var binaries = PostgresBinaries.unpackedIn(folder);
                var cluster = Cluster.in(folder, binaries);
                var server = PostgresServer.start(binaries, cluster.files(), folder.resolve("postgresql.log"));
                return new EmbeddedPostgres(lock, server, cluster.password());
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseException("The embedded database in " + data + " does not start: " + e.getMessage(), e);
        }
    }

    /** The datasource settings that lead to this server. */
    public Map<String, String> settings() {
        return Map.of(
                "quarkus.datasource.jdbc.url",
                jdbcUrl("postgres"),
                "quarkus.datasource.username",
                Cluster.USER,
                "quarkus.datasource.password",
                password);
    }

    /** The address of a database on this server. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + database;
    }

    /** Stops the server and leaves the folder to the next one. Safe to call twice. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (lock) {
            server.stop();
        } catch (IOException e) {
            throw new DatabaseException("The embedded database did not stop: " + e.getMessage(), e);
        }
    }
}
