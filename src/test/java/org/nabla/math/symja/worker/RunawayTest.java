package org.nabla.math.symja.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nabla.math.Cas;
import org.nabla.math.Cas.Answer;
import org.nabla.math.Cas.Operation;
import org.nabla.math.Cas.Reason;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Power;
import org.nabla.math.Function;
import org.nabla.math.Rational;
import org.nabla.math.symja.Asking;

class RunawayTest {
    private static final CasConfig CONFIG = RunningCas.config(2, 1, 1_000_000);
    private static final int WORKERS = 4;
    private static final SymjaCas CAS = RunningCas.start(CONFIG);
    private static final Duration BUDGET = Duration.ofMillis(500);
    private static final Duration ENOUGH = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int ROUNDS = 3;

    private static final AtomicInteger BOMBS = new AtomicInteger();

    @AfterAll
    static void close() {
        CAS.close();
    }

    @BeforeEach
    void someWorkersAreThere() {
        waitFor(() -> CAS.pids().size() >= 2);
    }

    @Test
    void isCutOffAtTheEndOfItsBudgetAndItsWorkerReplaced() {
        waitFor(() -> CAS.pids().size() == WORKERS);
        var before = CAS.statistics();
        var shortest = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            waitFor(() -> CAS.pids().size() == WORKERS);
            var start = System.nanoTime();
            assertThat(explode(bomb(), BUDGET)).isEqualTo(new Answer.Failed(Reason.TIMEOUT));
            shortest = Math.min(shortest, System.nanoTime() - start);
        }

        assertThat(Duration.ofNanos(shortest)).isBetween(BUDGET, BUDGET.multipliedBy(20)); // left alone it takes hours
        waitFor(() -> CAS.statistics().restarted() == before.restarted() + 3);
        assertThat(CAS.statistics().killed()).isEqualTo(before.killed() + 3);
        assertThat(CAS.statistics().timedOut()).isEqualTo(before.timedOut() + 3);
        assertThat(prove("x - x", ENOUGH)).isInstanceOf(Answer.Found.class);
    }

    @Test
    void isNotTriedAgain() {
        waitFor(() -> CAS.pids().size() == WORKERS); // none of another test is still being replaced
        var bomb = bomb();
        var first = CAS.statistics().killed();
        // On a busy machine a worker that had too little of the processor says nothing about the question, and it is
        // tried once more.
        waitFor(() -> {
            var before = CAS.statistics().killed();
            explode(bomb, BUDGET);
            return before > first && CAS.statistics().killed() == before;
        });
        var killed = CAS.statistics().killed();

        assertThat(explode(bomb, BUDGET)).isEqualTo(new Answer.Failed(Reason.TIMEOUT));
        assertThat(CAS.statistics().killed()).isEqualTo(killed);
    }

    /**
     * From the beginning of a runaway until its worker is replaced. Beside each stands a measure of the same moment without
     * one, so that whatever else the machine does slows both.
     */
    @Test
    void leavesTheOthersTheirUsualTime() throws Exception {
        var usual = new ArrayList<Long>();
        var meanwhile = new ArrayList<Long>();
        for (int round = 0; round < ROUNDS; round++) {
            waitFor(() -> CAS.pids().size() == WORKERS);
            for (int i = 0; i < 20; i++) {
                usual.add(timeOfProof());
            }
            var runaway = CompletableFuture.supplyAsync(() -> explode(bomb(), BUDGET));
            waitFor(() -> CAS.statistics().busy() > 0 || runaway.isDone());
            while (!runaway.isDone() || CAS.pids().size() < WORKERS) {
                meanwhile.add(timeOfProof());
            }
            assertThat(runaway.get()).isEqualTo(new Answer.Failed(Reason.TIMEOUT));
        }

        assertThat(median(meanwhile)).isLessThan(5 * median(usual) + 20_000_000);
    }

    @Test
    void afterTwoRunawaysTheOthersAreServedAtOnce() throws Exception {
        waitFor(() -> CAS.pids().size() == WORKERS);
        var runaways = runaways(2, BUDGET);
        for (var runaway : runaways) {
            runaway.get();
        }

        for (int i = 0; i < 40; i++) {
            assertThat(prove("(x+%d)^2 - x^2 - %d*x - %d".formatted(i, 2 * i, i * i), Duration.ofSeconds(10)))
                    .isInstanceOf(Answer.Found.class);
        }
    }

    @Test
    void waitingForAWorkerCountsInsideTheBudget() throws Exception {
        waitFor(() -> CAS.pids().size() == WORKERS);
        var runaways = runaways(3, Duration.ofMillis(1_500));
        waitFor(() -> CAS.statistics().busy() == 3);

        assertThat(prove("x - x", Duration.ofMillis(100))).isEqualTo(new Answer.Failed(Reason.OVERLOADED));
        for (var runaway : runaways) {
            runaway.get();
        }
    }

    private static List<CompletableFuture<Answer>> runaways(int count, Duration budget) {
        return Stream.generate(() -> CompletableFuture.supplyAsync(() -> explode(bomb(), budget)))
                .limit(count)
                .toList();
    }

    /** A sparse polynomial of high degree to factor: minutes of work that nothing else stops; each time another one. */
    private static Expression bomb() {
        return Asking.expression(
                "x^180 + x^90*y^7 + y^60 + x^31*y^17 + x*y + %d".formatted(2 * BOMBS.incrementAndGet() + 1));
    }

    private static Answer explode(Expression bomb, Duration budget) {
        // How long a worker is waited for is no matter of these tests: on a busy machine a replacement takes its time.
        return CAS.ask(Operation.FACTOR, List.of(bomb), Map.of(), new Cas.Budget(PATIENCE, budget));
    }

    static Stream<Arguments> hostileInputs() {
        var ten = number(10);
        var tower = new Power(ten, new Power(ten, ten));
        var x = new Expression.Symbol("x");
        var deep = Stream.iterate((Expression) x, e -> new Power(new Call(Function.SIN, e), x))
                .skip(60)
                .findFirst()
                .orElseThrow();
        return Stream.of(
                Arguments.of("a tower of powers", tower),
                Arguments.of("its root", new Call(Function.SQRT, tower)),
                Arguments.of("its sine", new Call(Function.SIN, tower)),
                Arguments.of("a huge factorial", new Call(Function.FACTORIAL, number(999_999_999))),
                Arguments.of(
                        "a factorial of a factorial",
                        new Call(Function.FACTORIAL, new Call(Function.FACTORIAL, number(20)))),
                Arguments.of("a power that is multiplied out", new Power(Asking.expression("x+y+z+t+1"), number(999))),
                Arguments.of("a number of many digits", new Power(number(7), number(99_999_999))),
                Arguments.of("its logarithm", new Call(Function.LN, new Power(number(7), number(99_999_999)))),
                Arguments.of("a decimal out of all proportion", decimal("1.5e4999")),
                Arguments.of("a decimal that would fill the memory", decimal("1.5e999999999")),
                Arguments.of("a deep tree", deep),
                Arguments.of("a root of huge degree", new Call(Function.ROOT, x, number(999_999_999))),
                Arguments.of("a remainder of huge degree", Asking.expression("(x^1000-1)/(x^999+y) - 1")),
                Arguments.of("a floor of a tower", new Call(Function.FLOOR, new Power(tower, number(-1)))));
    }

    private static Expression number(long value) {
        return new Expression.Numeral(Rational.of(value));
    }

    private static Expression decimal(String text) {
        return new Expression.Decimal(new BigDecimal(text));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostileInputs")
    void aHostileInputIsOverWithinItsBudget(String name, Expression input) {
        var start = System.nanoTime();
        var answer = prove(input, Duration.ofSeconds(1));

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("what is not ended takes hours; a busy machine takes its time to end it")
                .isLessThan(Duration.ofMinutes(1));
        assertThat(answer).isInstanceOf(Answer.Failed.class);
    }

    @Test
    void manyMayAskAtOnce() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        var answers = new ArrayList<Future<Answer>>();
        for (int i = 0; i < 200; i++) {
            var term = "(x+%d)^2 - x^2 - %d*x - %d".formatted(i, 2 * i, i * i + i % 2);
            answers.add(threads.submit(() -> prove(term, ENOUGH)));
        }

        for (int i = 0; i < 200; i++) {
            assertThat(answers.get(i).get())
                    .isEqualTo(
                            i % 2 == 0
                                    ? new Answer.Found(Asking.expression("0"))
                                    : new Answer.Failed(Reason.UNSUPPORTED));
        }
        threads.shutdown();
    }

    private static long timeOfProof() {
        var start = System.nanoTime();
        assertThat(prove("sin(2x) - 2sin(x)cos(x)", ENOUGH)).isInstanceOf(Answer.Found.class);
        return System.nanoTime() - start;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    private static Answer prove(String difference, Duration budget) {
        return prove(Asking.expression(difference), budget);
    }

    private static Answer prove(Expression difference, Duration budget) {
        return CAS.ask(Operation.PROVE_ZERO, List.of(difference), Map.of(), budget);
    }

    private static void waitFor(BooleanSupplier condition) {
        RunningCas.waitFor(condition);
    }
}
