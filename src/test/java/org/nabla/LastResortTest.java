package org.nabla;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a process that cannot serve any more ends, or says that it is not ready. */
class LastResortTest {

    static Stream<Arguments> failures() {
        var memory = new OutOfMemoryError("Java heap space");
        return Stream.of(
                Arguments.of(memory, true),
                Arguments.of(new IllegalStateException(new RuntimeException(memory)), true),
                Arguments.of(new IllegalStateException("out of memory"), false),
                Arguments.of(new StackOverflowError(), false),
                Arguments.of(circle(), false));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void onlyALackOfMemoryEndsTheProcess(Throwable failure, boolean ends) {
        var codes = new ArrayList<Integer>();
        var record = new java.util.logging.LogRecord(Level.SEVERE, "a job failed");
        record.setThrown(failure);

        new LastResort(codes::add).publish(record);

        assertThat(codes).isEqualTo(ends ? List.of(LastResort.CODE) : List.of());
    }

    /** A process of its own: what it logs, and what a thread of it dies of. */
    @ParameterizedTest
    @ValueSource(strings = {"logged", "uncaught"})
    void aProcessThatRunsOutOfMemoryEnds(String how) throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-Xmx16m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Glutton.class.getName(),
                        how)
                .redirectErrorStream(true)
                .start();

        assertThat(new String(process.getInputStream().readAllBytes())).contains("Out of memory: this process ends");
        assertThat(process.waitFor()).isEqualTo(LastResort.CODE);
    }

    /** Takes more memory than there is; then lives on, as a server does. */
    static final class Glutton {
        private Glutton() {}

        public static void main(String... arguments) throws InterruptedException {
            LastResort.watch();
            var thread = new Thread(arguments[0].equals("logged") ? Glutton::logs : Glutton::eat);
            thread.start();
            Thread.currentThread().join();
        }

        private static void logs() {
            try {
                eat();
            } catch (OutOfMemoryError e) {
                Logger.getLogger("glutton").log(Level.SEVERE, "a job failed", e);
            }
        }

        private static void eat() {
            var eaten = new ArrayList<byte[]>();
            while (true) {
                eaten.add(new byte[1 << 20]);
            }
        }
    }

    @Test
    void aSchedulerThatStandsStillIsNotReady() {
        var now =
                new AtomicLong(Long.MAX_VALUE - 5); // the clock of nanoseconds begins anywhere, and passes over its end
        var health = new SchedulerHealth(now::get);

        assertThat(health.call().getStatus()).isEqualTo(Status.UP);
        now.addAndGet(SchedulerHealth.LONGEST.minus(Duration.ofSeconds(1)).toNanos());
        assertThat(health.call().getStatus()).isEqualTo(Status.UP);
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(health.call().getStatus()).isEqualTo(Status.DOWN);
        health.beat();
        assertThat(health.call().getStatus()).isEqualTo(Status.UP);
    }

    private static Throwable circle() {
        var first = new IllegalStateException("first");
        first.initCause(new IllegalStateException("second", first));
        return first;
    }
}
