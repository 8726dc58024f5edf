package org.nabla.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A real PostgreSQL of the application's own, kept in a data folder across restarts and crashes. At most one
 * application uses a folder; a second one is refused in words.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** Between two attempts to start a server that died. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Executor WATCH = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "embedded database watch");
        thread.setDaemon(true);
        return thread;
    });

    private final FolderLock lock;
    private final PostgresServer server;
    private final Path log;
    private final String password;
    private boolean closed;

    private EmbeddedPostgres(FolderLock lock, PostgresServer server, Path log, String password) {
        this.lock = lock;
        this.server = server;
        this.log = log;
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
                var log = folder.resolve("postgresql.log");
                var server = PostgresServer.start(binaries, cluster.files(), log);
                return new EmbeddedPostgres(lock, server, log, cluster.password());
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseException("The embedded database in " + data + " does not start: " + e.getMessage(), e);
        }
    }

    /** The datasource settings that lead to the server of a folder that another application uses; empty where none does. */
    public static Optional<Map<String, String>> settingsOfRunning(Path data) {
        try {
            var files = data.resolve("postgresql");
            if (!Files.isDirectory(data) || FolderLock.isFree(data.toRealPath())) {
                return Optional.empty();
            }
            // The fourth line of the file is the port.
            var port = Integer.parseInt(
                    Files.readAllLines(files.resolve("postmaster.pid")).get(3).strip());
            var password = Files.readString(data.resolve("password")).strip();
            return Optional.of(settings(url(port, "postgres"), password));
        } catch (IOException | RuntimeException e) {
            throw new DatabaseException(
                    "The data folder " + data + " is in use, and its database cannot be found: " + e.getMessage(), e);
        }
    }

    /** The datasource settings that lead to this server. */
    public Map<String, String> settings() {
        return settings(jdbcUrl("postgres"), password);
    }

    private static Map<String, String> settings(String url, String password) {
        return Map.of(
                "quarkus.datasource.jdbc.url",
                url,
                "quarkus.datasource.username",
                Cluster.USER,
                "quarkus.datasource.password",
                password);
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** The address of a database on this server. */
    public String jdbcUrl(String database) {
        return url(server.port(), database);
    }

    /**
     * From now on the server is started again, at the same address, whenever it ends by itself: killed or crashed. What was
     * committed is there again after its recovery.
     *
     * @param told what happened, one sentence each time; called from a thread of our own
     */
    public void keepRunning(Consumer<String> told) {
        try {
            server.process().ifPresent(process -> process.onExit().thenRunAsync(() -> comeBack(told), WATCH));
        } catch (IOException e) {
            throw new DatabaseException("The embedded database cannot be watched: " + e.getMessage(), e);
        }
    }

    private void comeBack(Consumer<String> told) {
        if (isClosed()) {
            return;
        }
        try {
            told.accept("The embedded database ended by itself; it is started again.");
            startAgain();
            told.accept("The embedded database is back.");
            keepRunning(told);
        } catch (IOException | RuntimeException e) {
            told.accept("The embedded database does not start yet: " + e.getMessage());
            CompletableFuture.delayedExecutor(PAUSE.toMillis(), TimeUnit.MILLISECONDS, WATCH)
                    .execute(() -> comeBack(told));
        }
    }

    private synchronized void startAgain() throws IOException {
        if (!closed) {
            server.again(log);
        }
    }

    private synchronized boolean isClosed() {
        return closed;
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
