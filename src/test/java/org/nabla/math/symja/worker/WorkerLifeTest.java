package org.nabla.math.symja.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.nabla.math.Cas.Operation;
import org.nabla.math.symja.Asking;

class WorkerLifeTest {
    private static final int SERVICE = 30;

    private static final SymjaCas CAS = RunningCas.start(config());

    @AfterAll
    static void close() {
        CAS.close();
    }

    @Test
    void aWorkerThatIsKilledFromOutsideIsReplacedUnnoticed() {
        RunningCas.waitFor(() -> CAS.pids().size() == 2);
        var before = CAS.pids();

        before.forEach(WorkerLifeTest::kill);

        assertThat(ask(CAS)).isEqualTo("0");
        RunningCas.waitFor(() -> CAS.pids().stream().noneMatch(before::contains));
    }

    @Test
    void aRequestWhoseWorkerIsKilledFromOutsideIsAskedAgain() throws Exception {
        RunningCas.waitFor(() -> CAS.pids().size() == 2);
        var answer = CompletableFuture.supplyAsync(() -> longQuestion(CAS));
        RunningCas.waitFor(() -> CAS.statistics().busy() == 1);

        CAS.pids().forEach(WorkerLifeTest::kill);

        assertThat(answer.get()).contains("e^x");
    }

    @Test
    void aWorkerServesSoManyRequestsAndNoMore() {
        RunningCas.waitFor(() -> CAS.pids().size() == 2);
        var before = CAS.statistics().restarted();

        for (int i = 0; i < 2 * SERVICE; i++) {
            assertThat(ask(CAS)).isEqualTo("0");
        }

        RunningCas.waitFor(() -> CAS.statistics().restarted() > before);
        assertThat(CAS.statistics().killed()).isZero();
        assertThat(ask(CAS)).isEqualTo("0");
    }

    @Test
    void closingLeavesNoProcessAndSendsEverybodyAway() {
        var cas = RunningCas.start(config());
        var workers = cas.pids();
        var busy = CompletableFuture.supplyAsync(() -> longQuestion(cas));
        var inLine = CompletableFuture.supplyAsync(() -> longQuestion(cas));
        RunningCas.waitFor(() -> cas.statistics().busy() == 1);

        cas.close();

        assertThat(workers).hasSize(2);
        RunningCas.waitFor(() -> workers.stream().noneMatch(WorkerLifeTest::isAlive));
        assertThat(busy).succeedsWithin(Duration.ofMinutes(1));
        assertThat(inLine).succeedsWithin(Duration.ofMinutes(1));
        assertThat(ask(cas)).isEqualTo("OVERLOADED");
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

    private static CasConfig config() {
        return RunningCas.config(1, 0, SERVICE);
    }

    private static String ask(SymjaCas cas) {
        return Asking.ask(cas, Operation.PROVE_ZERO, "sin(x)^2 + cos(x)^2 - 1", "x real");
    }

    private static String longQuestion(SymjaCas cas) {
        return Asking.ask(cas, Operation.ANTIDERIVATIVE, "e^x*sin(x)*cos(x); x", "");
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }
}
