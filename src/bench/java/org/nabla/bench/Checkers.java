package org.nabla.bench;

import java.time.Duration;
import org.nabla.grading.grader.Grader;
import org.nabla.math.equivalence.EquivalenceChecker;
import org.nabla.math.symja.worker.CasConfig;
import org.nabla.math.symja.worker.SymjaCas;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The checker as the application has it, with the algebra system in its own processes and the usual budget. */
@State(Scope.Benchmark)
public class Checkers {
    private static final Duration BUDGET = Duration.ofSeconds(1);

    private final SymjaCas algebra = SymjaCas.start(CasConfig.DEFAULT);
    final EquivalenceChecker equivalence = new EquivalenceChecker(algebra, BUDGET);
    final Grader grader = new Grader(equivalence, () -> BUDGET);

    @Setup(Level.Trial)
    public void awaitAlgebra() throws InterruptedException {
        while (!algebra.ready()) {
            Thread.sleep(100);
        }
    }

    @TearDown(Level.Trial)
    public void close() {
        algebra.close();
    }
}
