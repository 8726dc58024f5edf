package org.nabla.bench;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import java.util.concurrent.TimeUnit;

/** Runs all benchmarks, or those whose names the first argument matches, and prints one table. */
public final class Benchmarks {
    private static final double[] QUANTILES = {50, 95, 99, 100};

    private Benchmarks() {}

    public static void main(String[] arguments) throws RunnerException {
        var options = new OptionsBuilder()
                .include(arguments.length > 0 && !arguments[0].isBlank() ? arguments[0] : "org.nabla.bench")
                .mode(Mode.SampleTime)
                .timeUnit(TimeUnit.MILLISECONDS)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(10))
                .measurementIterations(3)
                .measurementTime(TimeValue.seconds(10))
                .forks(1)
                .jvmArgsAppend("-Xmx512m")
                .shouldFailOnError(true);
        if (System.getProperty(CheckingCases.FILE, "").isBlank()) {
            options.exclude(CheckingCases.class.getSimpleName());
        }
        print(new Runner(options.build()).run(), System.out);
    }

    private static void print(Collection<RunResult> results, PrintStream out) {
        out.println("| benchmark | median ms | 95 % | 99 % | longest | times |");
        out.println("| --- | --- | --- | --- | --- | --- |");
        for (var result : results) {
            var times = result.getPrimaryResult().getStatistics();
            var row = new StringBuilder("| " + result.getPrimaryResult().getLabel());
            for (var quantile : QUANTILES) {
                row.append(String.format(Locale.ROOT, " | %.3f", times.getPercentile(quantile)));
            }
            out.println(row.append(" | ").append(times.getN()).append(" |"));
        }
    }
}
