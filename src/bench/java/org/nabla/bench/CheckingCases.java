package org.nabla.bench;

import java.nio.file.Path;
import org.nabla.grading.Verdict;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Whole checks of the pairs in the file that the property {@code nabla.cases} names. */
@State(Scope.Benchmark)
public class CheckingCases {
    static final String FILE = "nabla.cases";

    private final Rotation<Case> cases = new Rotation<>(StackCases.in(Path.of(System.getProperty(FILE))));

    @Benchmark
    public Verdict cases(Checkers checkers) {
        return cases.next().check(checkers.grader);
    }
}
