package org.nabla.math.symja.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.nabla.math.Deadline;

/** Workers whose start stands still until the test lets it go on. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a start is held by a named pipe and a shell, which are not there")
class SlowStartTest {
    private static final CasConfig CONFIG = new CasConfig(1, 1, 0, 256, 1_000, Duration.ofHours(1));

    @TempDir
    Path folder;

    private final List<WorkerProcess> launched = new CopyOnWriteArrayList<>();

    @Test
    void aSlowStartIsWaitedForAndNoOtherIsBegunBesideIt() throws Exception {
        try (var pool = new WorkerPool(CONFIG, CompletableFuture.completedFuture(null), this::held)) {
            RunningCas.waitFor(() -> launched.size() == 1);

            assertThat(pool.take(Lane.CHECK, "", new Deadline(Duration.ofMillis(1))))
                    .isEmpty();
            assertThat(pool.state()).isEqualTo(CasState.STARTING);
            assertThat(launched).hasSize(1).allMatch(WorkerProcess::isUsable);
            var waiting = CompletableFuture.supplyAsync(
                    () -> pool.take(Lane.CHECK, "somebody", new Deadline(Duration.ofMinutes(10))));

            letGo();

            assertThat(waiting.get()).isPresent();
            RunningCas.waitFor(() -> pool.workers() == CONFIG.workers());
            assertThat(launched).hasSize(CONFIG.workers());
            assertThat(pool.failedStarts()).isZero();
        }
    }

    @Test
    void whereTooManyWaitTheNextIsSentAwayAtOnce() throws Exception {
        try (var pool = new WorkerPool(CONFIG, CompletableFuture.completedFuture(null), this::held)) {
            RunningCas.waitFor(() -> launched.size() == 1);
            var waiting = new ArrayList<Thread>();
            for (int i = 0; i < 8; i++) {
                var thread = new Thread(() -> pool.take(Lane.GENERATION, "a", new Deadline(Duration.ofMinutes(10))));
                thread.start();
                waiting.add(thread);
            }
            RunningCas.waitFor(() -> pool.waiting() == 8);

            assertThat(pool.take(Lane.GENERATION, "b", new Deadline(Duration.ofMinutes(10))))
                    .isEmpty();

            pool.close();
            for (var thread : waiting) {
                thread.join();
            }
        }
    }

    /** Stands still until the file is there; what it looks like is not asked again and again, but by a pipe. */
    private WorkerProcess held(CasConfig config) throws IOException {
        var gate = folder.resolve("gate" + launched.size());
        if (!Files.exists(gate)) {
            run("mkfifo", gate.toString());
        }
        var command = WorkerProcess.command(config, WorkerClassPath.find(), List.of());
        command.command().addAll(0, List.of("/bin/sh", "-c", "read line < \"$0\"; exec \"$@\"", gate.toString()));
        var worker = WorkerProcess.launch(command);
        launched.add(worker);
        return worker;
    }

    /** This one, and those that come after it. */
    private void letGo() {
        for (int i = 0; i < CONFIG.workers(); i++) {
            var gate = folder.resolve("gate" + i);
            var thread = new Thread(() -> {
                try {
                    RunningCas.waitFor(() -> Files.exists(gate));
                    Files.writeString(gate, "go\n");
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void run(String... command) throws IOException {
        try {
            assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
                    .isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
