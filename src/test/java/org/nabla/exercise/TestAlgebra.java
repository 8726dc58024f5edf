package org.nabla.exercise;

import java.time.Duration;
import org.nabla.grading.Grader;
import org.nabla.math.Calculus;
import org.nabla.math.EquivalenceChecker;
import org.nabla.math.symja.CasConfig;
import org.nabla.math.symja.SymjaCas;

/** The real algebra system, started once for all tests of one run; its workers end with this process. */
public final class TestAlgebra {
    private static final Duration BUDGET = Duration.ofSeconds(5);
    private static final SymjaCas CAS = SymjaCas.start(CasConfig.DEFAULT);

    public static final Calculus CALCULUS = new Calculus(CAS, BUDGET);
    public static final Grader GRADER = new Grader(new EquivalenceChecker(CAS, BUDGET), () -> BUDGET);

    private TestAlgebra() {}
}
