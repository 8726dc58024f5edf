package org.nabla;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * How long the processor works for something, in this process and in the server of the database: little else than the time on the
 * clock of a machine that does nothing else, and nearly the same on a busy one.
 */
final class Work {
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private Work() {}

    /** The least of three rounds of so many times each, for one time. */
    static Duration of(int times, Runnable work) {
        return IntStream.range(0, 3)
                .mapToObj(round -> {
                    var before = spent();
                    for (var i = 0; i < times; i++) {
                        work.run();
                    }
                    return spent().minus(before).dividedBy(times);
                })
                .min(Duration::compareTo)
                .orElseThrow();
    }

    /** Of what can be done only once. */
    static Duration once(Runnable work) {
        var before = spent();
        work.run();
        return spent().minus(before);
    }

    private static Duration spent() {
        return Duration.ofNanos(SYSTEM.getProcessCpuTime()).plus(server().get());
    }

    private static Supplier<Duration> server() {
        try {
            var file = TestDatabase.FOLDER.resolve("postgresql").resolve("postmaster.pid");
            var server = ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(file).get(0).strip()))
                    .orElseThrow();
            return () -> server.descendants()
                    .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                    .reduce(Duration.ZERO, Duration::plus);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
