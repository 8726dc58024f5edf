package org.nabla.math.symja.worker;

import java.util.stream.Collectors;
import org.nabla.math.Cas.Operation;
import org.nabla.math.symja.Asking;

/** An application that tells its workers and then waits, one of them busy, to be killed. */
final class Orphanage {
    private Orphanage() {}

    public static void main(String[] arguments) {
        var cas = RunningCas.start(RunningCas.config(1, 0, 1_000));
        System.out.println(cas.pids().stream().map(String::valueOf).collect(Collectors.joining(" ")));
        while (true) {
            Asking.ask(cas, Operation.ANTIDERIVATIVE, "e^x*sin(x)*cos(x); x", "");
        }
    }
}
