package org.nabla.bench;

import org.nabla.grading.Verdict;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Whole checks, from two texts to a verdict with its feedback. */
@State(Scope.Benchmark)
public class Checking {

    private final Rotation<Case> own = new Rotation<>(OwnCases.all());

    @Benchmark
    public Verdict own(Checkers checkers) {
        return own.next().check(checkers.grader);
    }
}
