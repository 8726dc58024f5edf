package org.nabla.bench.pages;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real application in a process of its own, with an embedded database that begins empty. */
final class Server implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(15);

    private static final int LAST_LINES = 20;

    /** How Linux counts in {@code /proc}, and where there, after the name: see proc(5). */
    private static final long MILLIS_A_TICK = 10;

    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;

    private final Process process;
    private final Path data;
    private final URI root;
    private volatile boolean ending;

    private Server(Process process, Path data, URI root) {
        this.process = process;
        this.data = data;
        this.root = root;
    }

    /** Of the folder in nabla.bench.app, or built anew where that is not set. */
    static Server start() throws Exception {
        var given = System.getProperty("nabla.bench.app", "");
        return start(given.isBlank() ? BenchBuild.make() : Path.of(given));
    }

    /** @param app the folder with quarkus-run.jar */
    static Server start(Path app) throws IOException, InterruptedException {
        var data = Files.createTempDirectory("nabla-bench");
        var port = freePort();
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
        var more = System.getProperty("nabla.bench.jvm", "");
        if (!more.isBlank()) {
            command.addAll(List.of(more.split(" ")));
        }
        // No exercises are made beside what is measured, and hashing passwords is not what is measured. A compiler's thread that
        // ended would no longer say what it took.
        command.addAll(List.of(
                "-XX:-UseDynamicNumberOfCompilerThreads",
                "-Dnabla.prepared.variants=0",
                "-Dnabla.account.password-kibibytes=1024",
                "-Dnabla.data=" + data,
                "-Dquarkus.http.port=" + port,
                "-Dquarkus.management.port=" + freePort(),
                "-Dquarkus.http.proxy.proxy-address-forwarding=true",
                "-jar",
                app.resolve("quarkus-run.jar").toString()));
        var log = data.resolve("log").toFile();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        var server = new Server(process, data, URI.create("http://localhost:" + port));
        Runtime.getRuntime().addShutdownHook(new Thread(server::end));
        server.awaitReady();
        return server;
    }

    URI root() {
        return root;
    }

    /** The processor time that the application took so far, without its database and its algebra system. */
    Duration cpu() {
        return cpu(process.toHandle());
    }

    /** What of {@link #cpu()} the compilers of its virtual machine took; zero where the system does not tell by thread. */
    Duration compilersCpu() throws IOException {
        var threads = Path.of("/proc", String.valueOf(process.pid()), "task");
        if (!Files.isDirectory(threads)) {
            return Duration.ZERO;
        }
        var ticks = 0L;
        try (var all = Files.newDirectoryStream(threads)) {
            for (var thread : all) {
                ticks += compilerTicks(thread);
            }
        }
        return Duration.ofMillis(ticks * MILLIS_A_TICK);
    }

    private static long compilerTicks(Path thread) throws IOException {
        String stat;
        try {
            stat = Files.readString(thread.resolve("stat"));
        } catch (NoSuchFileException e) {
            return 0; // it has ended meanwhile
        }
        var name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
        if (!name.startsWith("C1 Compiler") && !name.startsWith("C2 Compiler")) {
            return 0;
        }
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]);
    }

    /** The processor time of the database's processes that run now. */
    Duration databaseCpu() throws IOException {
        var postmaster = Long.parseLong(Files.readAllLines(data.resolve("postgresql/postmaster.pid"))
                .get(0)
                .strip());
        var top = ProcessHandle.of(postmaster).orElseThrow();
        return top.descendants().map(Server::cpu).reduce(cpu(top), Duration::plus);
    }

    /** The processor time of the workers of the algebra system that run now. */
    Duration algebraCpu() {
        return process.descendants().map(Server::cpu).reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void close() {
        end();
    }

    private static Duration cpu(ProcessHandle handle) {
        return handle.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private void awaitReady() throws IOException, InterruptedException {
        var client = HttpClient.newHttpClient();
        var ready = HttpRequest.newBuilder(root.resolve("/help")).build();
        var end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (client.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // not there yet
            }
            Thread.sleep(200);
        }
        throw new IllegalStateException("the application did not start: " + Files.readString(data.resolve("log")));
    }

    /** Whether the bench, or whoever stopped it, has told it to end: what it still answers then, with 503, is no result. */
    boolean isEnding() {
        return ending;
    }

    /** The last lines of what it logged. */
    String lastWords() throws IOException {
        var lines = Files.readAllLines(data.resolve("log"));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    private void end() {
        ending = true;
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            try (var files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        } catch (IOException e) {
            // gone already
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
