package org.nabla.math.symja;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.nabla.math.Cas.Operation;

class WorkerLifeTest {

    @Test
    void aWorkerThatIsKilledFromOutsideIsReplacedUnnoticed() {
        try (var cas = RunningCas.start(config(1_000_000))) {
            var before = cas.pids();

            before.forEach(WorkerLifeTest::kill);

            assertThat(ask(cas)).isEqualTo("0");
            RunningCas.waitFor(() -> cas.pids().size() == 3);
            assertThat(cas.pids()).doesNotContainAnyElementsOf(before);
        }
    }

    @Test
    void aRequestWhoseWorkerIsKilledFromOutsideIsAskedAgain() throws Exception {
        try (var cas = RunningCas.start(config(1_000_000))) {
            var answer = CompletableFuture.supplyAsync(
                    () -> Asking.ask(cas, Operation.ANTIDERIVATIVE, "e^x*sin(x)*cos(x); x", ""));
            RunningCas.waitFor(() -> cas.statistics().busy() == 1);

            cas.pids().forEach(WorkerLifeTest::kill);

            assertThat(answer.get()).contains("e^x");
        }
    }

    @Test
    void aWorkerServesSoManyRequestsAndNoMore() {
        try (var cas = RunningCas.start(config(10))) {
            for (int i = 0; i < 20; i++) {
                assertThat(ask(cas)).isEqualTo("0");
            }

            RunningCas.waitFor(() -> cas.statistics().restarted() > 0);
            assertThat(cas.statistics().killed()).isZero();
            assertThat(ask(cas)).isEqualTo("0");
        }
    }

    @Test
    void closingLeavesNoProcess() {
        var cas = RunningCas.start(config(1_000_000));
        var workers = cas.pids();
        var busy = CompletableFuture.supplyAsync(
                () -> Asking.ask(cas, Operation.ANTIDERIVATIVE, "e^x*sin(x)*cos(x); x", ""));
        RunningCas.waitFor(() -> cas.statistics().busy() == 1);

        cas.close();

        assertThat(workers).hasSizeGreaterThanOrEqualTo(2);
        RunningCas.waitFor(() -> workers.stream().noneMatch(WorkerLifeTest::isAlive));
        assertThat(busy).succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void theDeathOfTheApplicationLeavesNoProcess() throws Exception {
        var application = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Orphanage.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Long> workers;
        try (var out = application.inputReader()) {
            workers = Stream.of(out.readLine().split(" ")).map(Long::valueOf).toList();
        }
        assertThat(workers).hasSizeGreaterThanOrEqualTo(2).allMatch(WorkerLifeTest::isAlive);

        kill(application.pid());

        RunningCas.waitFor(() -> workers.stream().noneMatch(WorkerLifeTest::isAlive));
    }

    @Test
    void aWorkerHasNothingOfTheWebOrTheDatabaseOnItsClassPath() throws Exception {
        assertThat(WorkerClassPath.find().split(File.pathSeparator))
                .hasSizeBetween(20, 45)
                .allMatch(entry -> new File(entry).exists())
                .noneMatch(entry -> entry.contains("quarkus-rest") || entry.contains("postgresql"));
    }

    private static CasConfig config(int requestsPerWorker) {
        return new CasConfig(1, 1, 1, 256, requestsPerWorker, Duration.ofSeconds(60));
    }

    private static String ask(SymjaCas cas) {
        return Asking.ask(cas, Operation.PROVE_ZERO, "sin(x)^2 + cos(x)^2 - 1", "x real");
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
