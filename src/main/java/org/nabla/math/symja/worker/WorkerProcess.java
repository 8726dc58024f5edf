package org.nabla.math.symja.worker;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.nabla.math.Cas.Answer;
import org.nabla.math.symja.wire.TreeReader;

/** One worker, seen from the application: it can be asked, by one thread at a time, and killed, by any. */
final class WorkerProcess {
    /** What the virtual machine exits with when its heap is full. */
    private static final int OUT_OF_MEMORY = 3;

    private final Process process;
    private final DataInputStream in;
    private final OutputStream out;
    private final AtomicBoolean killed = new AtomicBoolean();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile long readyAt = System.nanoTime();

    private WorkerProcess(Process process) {
        this.process = process;
        this.in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
        this.out = process.getOutputStream();
    }

    /** Launches the process; {@link #awaitReady} waits until it is warm. */
    static WorkerProcess launch(CasConfig config) throws IOException {
        var classPath = classPath(config);
        var archive = archive(config, classPath);
        return launch(
                command(config, classPath, archive.map(ClassArchive::options).orElse(List.of())));
    }

    static WorkerProcess launch(ProcessBuilder command) throws IOException {
        command.redirectError(Redirect.INHERIT); // why it cannot start; silent once it is warm
        return new WorkerProcess(command.start());
    }

    /**
     * Makes the archive that lets the next workers start sooner, where there is a place for it and none yet. One at a time: who
     * comes second finds it made.
     */
    static synchronized void archive(CasConfig config) throws IOException, InterruptedException {
        var classPath = classPath(config);
        var missing = archive(config, classPath).filter(archive -> !archive.exists());
        if (missing.isPresent()) {
            missing.get().make(options -> {
                var command = command(config, classPath, options);
                command.command().add(Worker.WARM_UP_ONLY);
                return command;
            });
        }
    }

    /** With jars alone where there is a place for an archive: there is none of classes that lie in a folder. */
    private static String classPath(CasConfig config) throws IOException {
        var found = WorkerClassPath.find();
        return config.archive().isPresent()
                ? ClassJar.inPlaceOfFolders(found, config.archive().get())
                : found;
    }

    private static Optional<ClassArchive> archive(CasConfig config, String classPath) throws IOException {
        return config.archive().isEmpty()
                ? Optional.empty()
                : ClassArchive.in(config.archive().get(), classPath);
    }

    static ProcessBuilder command(CasConfig config, String classPath, List<String> options) {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(options);
        words.addAll(List.of(
                "-Xmx" + config.heapMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", // starts in half the time; requests are too short for more
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Dlog4j2.StatusLogger.level=OFF",
                "-Dlog4j2.simplelogLevel=OFF",
                "-Dslf4j.internal.verbosity=ERROR",
                "-cp",
                classPath,
                Worker.class.getName()));
        var command = new ProcessBuilder(words);
        command.environment().clear(); // passwords of the application are no business of the algebra system
        return command;
    }

    /** Blocks until the worker is warm. */
    void awaitReady() throws IOException {
        if (in.read() != Worker.READY) {
            throw new IOException("a worker of the algebra system did not start");
        }
        readyAt = System.nanoTime();
    }

    /** Blocks until the worker answers or ends. */
    Answer ask(byte[] request) throws IOException {
        requests.incrementAndGet();
        out.write(request);
        out.flush();
        return new TreeReader(in).answer();
    }

    /** Since it was warm. */
    Duration age() {
        return Duration.ofNanos(System.nanoTime() - readyAt);
    }

    /** What the process has computed so far; empty where the machine does not tell. */
    Optional<Duration> processorTime() {
        return process.info().totalCpuDuration();
    }

    /** Whether it was ended from here, and not by itself or from outside. */
    boolean wasKilledHere() {
        return killed.get();
    }

    int requests() {
        return requests.get();
    }

    long pid() {
        return process.pid();
    }

    boolean isUsable() {
        return !killed.get() && process.isAlive();
    }

    /** Ends the process at once. Its streams then end too, which wakes whoever waits for an answer. */
    void kill() {
        killed.set(true);
        process.toHandle().destroyForcibly();
    }

    /** Whether the worker ended by itself because its heap was full. */
    boolean ranOutOfMemory() {
        try {
            return process.waitFor(1, TimeUnit.SECONDS) && process.exitValue() == OUT_OF_MEMORY;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Lets an idle worker end by itself: it does so when its input ends. */
    void retire() {
        try {
            out.close();
        } catch (IOException e) {
            kill();
        }
    }

    /** Waits for the end of a retired worker, not for long. */
    void awaitEnd() {
        try {
            if (!process.waitFor(500, TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            kill();
        }
    }

    /** Calls back when the process has ended, whatever the cause. */
    void whenEnded(Runnable callback) {
        var unused = process.onExit().thenRun(callback);
    }
}
