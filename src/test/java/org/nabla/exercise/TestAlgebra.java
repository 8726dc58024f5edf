package org.nabla.exercise;

import java.time.Duration;
import org.nabla.grading.grader.Grader;
import org.nabla.math.equivalence.EquivalenceChecker;
import org.nabla.math.formula.Calculus;
import org.nabla.math.symja.worker.CasConfig;
import org.nabla.math.symja.worker.SymjaCas;

/** The real algebra system, started once for all tests of one run; its workers end with this process. */
public final class TestAlgebra {
    private static final Duration BUDGET = Duration.ofSeconds(5);
    private static final SymjaCas CAS = start();

    public static final Calculus CALCULUS = new Calculus(CAS, BUDGET);
    public static final Grader GRADER = new Grader(new EquivalenceChecker(CAS, BUDGET), () -> BUDGET);

    private TestAlgebra() {}

    /** With a worker that is ready: on a busy machine that takes longer than any budget. */
    private static SymjaCas start() {
        var cas = SymjaCas.start(CasConfig.DEFAULT);
        cas.awaitWorker();
        return cas;
    }
}
