package org.nabla.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** The running server of a cluster, reached through {@code pg_ctl}. */
record PostgresServer(PostgresBinaries binaries, Path files, int port) {

    private static final int ATTEMPTS = 3;
    private static final long LOG_LIMIT = 10_000_000;

    /** Starts the server on a free port of this machine alone; crash recovery, where due, is part of it. */
    static PostgresServer start(PostgresBinaries binaries, Path files, Path log) throws IOException {
        stopRunning(binaries, files); // a server whose application was killed lives on
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        for (var attempt = 1; ; attempt++) {
            var port = freePort();
            try {
                return startAt(port, binaries, files, log);
            } catch (IOException e) {
                // Once in a while another program takes the port, or a killed server's helpers need a moment to end.
                if (attempt == ATTEMPTS) {
                    throw new IOException(e.getMessage() + System.lineSeparator() + end(log), e);
                }
                pause();
            }
        }
    }

    /** The same server again, at the same address, after it died. Fails while remains of the dead one are in the way. */
    PostgresServer again(Path log) throws IOException {
        stopRunning(binaries, files);
        return startAt(port, binaries, files, log);
    }

    /** The process of the server: its end is the end of the database. */
    Optional<ProcessHandle> process() throws IOException {
        var pidFile = files.resolve("postmaster.pid");
        return Files.exists(pidFile)
                ? ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pidFile).get(0).strip()))
                : Optional.empty();
    }

    private static PostgresServer startAt(int port, PostgresBinaries binaries, Path files, Path log)
            throws IOException {
        // pg_ctl puts the server into a session of its own: Ctrl-C in the terminal is for us, not for it.
        Programs.output(List.of(
                binaries.program("pg_ctl"),
                "start",
                "--wait",
                "--timeout=240",
                "--pgdata=" + files,
                "--log=" + log,
                "--options=-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
                        + " -c fsync=on -c max_connections=100"));
        return new PostgresServer(binaries, files, port);
    }

    /** Stops at once but cleanly: open transactions are rolled back, everything committed is on disk. */
    void stop() throws IOException {
        stopRunning(binaries, files);
    }

    private static void stopRunning(PostgresBinaries binaries, Path files) throws IOException {
        var pidFile = files.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var lines = Files.readAllLines(pidFile);
        var program = lines.stream()
                .findFirst()
                .flatMap(number -> ProcessHandle.of(Long.parseLong(number.strip())))
                .flatMap(process -> process.info().command())
                .map(command -> Path.of(command).getFileName().toString());
        if (program.isEmpty()) {
            return; // Dead, or not ours to look at. PostgreSQL judges at its start, and refuses in words.
        }
        if (program.get().startsWith("postgres")) {
            Programs.output(List.of(
                    binaries.program("pg_ctl"), "stop", "--wait", "--timeout=240", "--mode=fast", "--pgdata=" + files));
        } else {
            // The number now belongs to a program that is no PostgreSQL, as happens after a reboot. We hold the
            // folder's lock, so no other server is at work in it.
            Files.delete(pidFile);
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the database starts", e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String end(Path log) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        var lines = Files.readAllLines(log);
        return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }
}
