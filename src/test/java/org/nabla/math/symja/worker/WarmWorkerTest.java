package org.nabla.math.symja.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nabla.math.Cas.Operation;
import org.nabla.math.symja.Asking;

class WarmWorkerTest {
    /** Of the 500 ms that a check leaves to a proof. Warm, the dearest takes 30 ms; the first ones of a cold worker 100 to 150. */
    private static final Duration MOST = Duration.ofMillis(80);

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Each in a field of its own, so that none warms the next one up. */
    private static final List<String> FIRST = List.of(
            "(x^3-y^3)/(x-y) - x^2 - x*y - y^2; x real, y real",
            "sin(3x) - 3sin(x) + 4sin(x)^3; x real",
            "tan(x)^2 + 1 - sec(x)^2; x real",
            "sinh(x) - (e^x - e^(-x))/2; x real",
            "ln(x^2) - 2ln(x); x positive",
            "e^(2ln(x)) - x^2; x positive",
            "(x^2+y^2)/sqrt(x^2+y^2) - sqrt(x^2+y^2); x real, y real",
            "arcsin(x) + arccos(x) - pi/2; x real",
            "1/(sqrt(5)-sqrt(2)) - (sqrt(5)+sqrt(2))/3; ",
            "(x+y)^10 - (x^2+2x*y+y^2)^5; x real, y real",
            "sqrt(x^2) - x; x positive",
            "cos(2x) - 1 + 2sin(x)^2; x real",
            "x*e^(x^2+y^2)*e^(-y^2) - x*e^(x^2); x real, y real",
            "sigmoid(x) - 1 + sigmoid(-x); x real",
            "sqrt(x^2) - abs(x); x real",
            "log(x, 10) - ln(x)/ln(10); x positive",
            "1/(x-1) - 1/(x+1) - 2/(x^2-1); x real",
            "cosh(2x) - 2cosh(x)^2 + 1; x real",
            "sin(x)^4 - cos(x)^4 + cos(2x); x real",
            "det([[x,1],[1,x]]) - x^2 + 1; x real");

    /** Time of the processor, which other work on the machine does not lengthen. */
    @Test
    void theFirstProofsOfAWorkerTakeNoLongerThanACheckMay() {
        try (var cas = RunningCas.start(RunningCas.config(1, 0, 1_000_000))) {
            for (var proof : FIRST) {
                var parts = proof.split(";");
                var before = processorTime(cas);

                var answer = Asking.ask(cas, Operation.PROVE_ZERO, parts[0], parts[1].strip(), PATIENCE);

                assertThat(Asking.text(answer)).as(parts[0]).isEqualTo("0");
                assertThat(processorTime(cas).minus(before)).as(parts[0]).isLessThan(MOST);
            }
        }
    }

    private static Duration processorTime(SymjaCas cas) {
        return cas.pids().stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
