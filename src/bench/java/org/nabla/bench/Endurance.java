package org.nabla.bench;

import java.lang.management.ManagementFactory;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A million checks, two at a time, with the memory that is left in use after every hundred thousand: it has to stay where it
 * was after the first.
 */
public final class Endurance {
    private static final int CHECKS = Integer.getInteger("nabla.checks", 1_000_000);
    private static final int STEPS = 10;

    private Endurance() {}

    public static void main(String[] arguments) throws InterruptedException {
        var cases = new Rotation<>(OwnCases.all());
        var checkers = new Checkers();
        checkers.awaitAlgebra();
        System.out.println("| checks | heap in use, MB | seconds |");
        System.out.println("| --- | --- | --- |");
        for (int step = 0; step <= STEPS; step++) {
            // The first step is short: it loads what is loaded once.
            var begin = System.nanoTime();
            run(step == 0 ? cases.size() : CHECKS / STEPS, cases, checkers);
            System.out.printf(
                    "| %,d | %.1f | %d |%n",
                    (long) step * CHECKS / STEPS, heapInUse() / 1e6, (System.nanoTime() - begin) / 1_000_000_000);
        }
        checkers.close();
    }

    private static void run(int checks, Rotation<Case> cases, Checkers checkers) throws InterruptedException {
        var threads = Executors.newFixedThreadPool(2);
        for (int thread = 0; thread < 2; thread++) {
            threads.execute(() -> {
                for (int i = 0; i < checks / 2; i++) {
                    cases.next().check(checkers.grader);
                }
            });
        }
        threads.shutdown();
        if (!threads.awaitTermination(2, TimeUnit.HOURS)) {
            throw new IllegalStateException("not finished in time");
        }
    }

    private static long heapInUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
