package org.nabla.math.symja;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nabla.math.Cas.Answer;
import org.nabla.math.Cas.Operation;
import org.nabla.math.Cas.Reason;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Power;
import org.nabla.math.Function;
import org.nabla.math.Rational;

class RunawayTest {
    private static final SymjaCas CAS =
            RunningCas.start(new CasConfig(2, 1, 1, 256, 1_000_000, Duration.ofSeconds(60)));
    private static final Duration BUDGET = Duration.ofMillis(500);
    private static final Duration ENOUGH = Duration.ofSeconds(30);

    /** Greatest common divisors of polynomials in three letters: minutes of work that no limit of Symja stops. */
    private static final Expression BOMB = new Expression.Sum(IntStream.rangeClosed(1, 8)
            .mapToObj(i -> "1/((x+%d*y+z)^22 + (x-y+%d*z)^24 + %d*x*y*z + %d)".formatted(i, i, i, i))
            .map(Asking::expression)
            .toList());

    @AfterAll
    static void close() {
        CAS.close();
    }

    @BeforeEach
    void allWorkersAreInTheirPlaces() {
        waitFor(() -> CAS.pids().size() == 4);
    }

    @Test
    void isCutOffAtTheEndOfItsBudgetAndItsWorkerReplaced() {
        var before = CAS.statistics();
        var shortest = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            var start = System.nanoTime();
            assertThat(prove(BOMB, BUDGET)).isEqualTo(new Answer.Failed(Reason.TIMEOUT));
            shortest = Math.min(shortest, System.nanoTime() - start);
        }

        assertThat(Duration.ofNanos(shortest)).isBetween(BUDGET, BUDGET.plusMillis(100));
        waitFor(() -> CAS.statistics().restarted() == before.restarted() + 3);
        assertThat(CAS.statistics().killed()).isEqualTo(before.killed() + 3);
        assertThat(CAS.statistics().timedOut()).isEqualTo(before.timedOut() + 3);
        assertThat(prove("x - x", ENOUGH)).isInstanceOf(Answer.Found.class);
    }

    @Test
    void leavesTheOthersTheirUsualTime() throws Exception {
        var usual = medianOfProofs(() -> false);
        var runaway = CompletableFuture.supplyAsync(() -> prove(BOMB, Duration.ofSeconds(3)));

        var meanwhile = medianOfProofs(runaway::isDone);

        // Cut off by its worker or with it, a little earlier or later.
        assertThat(runaway.get()).isInstanceOf(Answer.Failed.class);
        assertThat(meanwhile).isLessThan(2 * usual + 5_000_000);
    }

    @Test
    void waitingForAWorkerCountsInsideTheBudget() throws Exception {
        var runaways = List.of(
                CompletableFuture.supplyAsync(() -> prove(BOMB, Duration.ofSeconds(4))),
                CompletableFuture.supplyAsync(() -> prove(BOMB, Duration.ofSeconds(4))));
        waitFor(() -> CAS.statistics().busy() == 2);

        var start = System.nanoTime();
        var answer = prove("x - x", Duration.ofMillis(100));

        assertThat(answer).isEqualTo(new Answer.Failed(Reason.OVERLOADED));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        for (var runaway : runaways) {
            runaway.get();
        }
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

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1_500));
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

    private static long medianOfProofs(BooleanSupplier end) {
        var times = new long[60];
        for (int i = 0; i < times.length && !end.getAsBoolean(); i++) {
            var start = System.nanoTime();
            assertThat(prove("sin(2x) - 2sin(x)cos(x)", ENOUGH)).isInstanceOf(Answer.Found.class);
            times[i] = System.nanoTime() - start;
        }
        return Arrays.stream(times)
                .filter(t -> t > 0)
                .sorted()
                .skip(times.length / 2)
                .findFirst()
                .orElseThrow();
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
