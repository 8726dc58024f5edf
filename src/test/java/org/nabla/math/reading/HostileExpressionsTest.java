package org.nabla.math.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nabla.ProcessorTime;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Function;
import org.nabla.math.NoAlgebra;
import org.nabla.math.Rational;
import org.nabla.math.equivalence.EquivalenceChecker;
import org.nabla.math.lexing.Vocabulary;
import org.nabla.math.value.ExactNumbers;

/** Expressions made to hang a checker or to fill its heap: each comparison ends within its budget, whatever it says. */
class HostileExpressionsTest {

    private static final Duration BUDGET = Duration.ofMillis(500);
    /** For a pause of the collector or of a busy machine. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private static final Map<String, Domain> LETTERS =
            Map.of("x", Domain.REAL, "y", Domain.REAL, "z", Domain.REAL, "w", Domain.REAL, "n", Domain.INTEGER);

    static Stream<Arguments> typed() {
        return Stream.of(
                Arguments.of("(x + y + z + w + 1)^300", "expanded it has 300 million terms"),
                Arguments.of("(x + y + z + w + 1)^300*(x - y + z - w + 1)^300*(x y + z w)^300", "a product of such"),
                Arguments.of("e^(e^(e^(e^(e^x))))", "beyond any exponent"),
                Arguments.of("e^(-e^(e^(e^(e^x))))", "the same below"),
                Arguments.of("x^(x^(x^(x^(x^x))))", "a tower of variables"),
                Arguments.of("9^(9^(9^(9^9)))", "a tower of numbers"),
                Arguments.of("1000!*999! + x", "large factorials"),
                Arguments.of("(n!)!", "a factorial of a factorial"),
                Arguments.of("sin(10^300 x)", "a large angle"),
                Arguments.of("sin(e^(100x^2))", "a larger one"),
                Arguments.of("cos(1000x)cos(999x)cos(998x)cos(997y)cos(996z)", "many angles"),
                Arguments.of("sin(8(x + y + z))^30", "sums of angles to a power"),
                Arguments.of("floor(10^300 x)", "a large whole part"),
                Arguments.of("erf(10^6 x)", "flat"),
                Arguments.of(
                        "(930249 + 416020*sqrt(5))^(1/30) - (930249 - 416020*sqrt(5))^(1/30)", "roots of high order"),
                Arguments.of(
                        IntStream.rangeClosed(2, 60)
                                .mapToObj(k -> "sqrt(" + k + ")")
                                .collect(Collectors.joining(" + ")),
                        "a field of degree 2^17"),
                Arguments.of(
                        IntStream.rangeClosed(1, 60)
                                .mapToObj(k -> "1/(x + " + k + "y)")
                                .collect(Collectors.joining(" + ")),
                        "a common denominator of degree 60"),
                Arguments.of(
                        IntStream.rangeClosed(1, 40)
                                .mapToObj(k -> "(x + " + k + "y + z^2)")
                                .collect(Collectors.joining("*")),
                        "a long product of sums"),
                Arguments.of("sqrt(".repeat(50) + "x" + ")".repeat(50), "deep roots"),
                Arguments.of("sin(".repeat(50) + "x" + ")".repeat(50), "deep waves"),
                Arguments.of("1/(1 + ".repeat(25) + "x" + ")".repeat(25), "a continued fraction"),
                Arguments.of("abs(1 - ".repeat(25) + "x" + ")".repeat(25), "many kinks"),
                Arguments.of("sqrt(-1 - x^2 - y^2 - z^2 - w^2 + sin(x))", "a domain that is not there"),
                Arguments.of("7".repeat(900) + "x", "a long number"),
                Arguments.of("(" + "7".repeat(900) + "x + 1)^50", "a power of a long number"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("typed")
    void endsInTime(String text, String why) {
        var reading = ExpressionParser.parse(text, Vocabulary.of(LETTERS));
        if (reading instanceof Reading.Understood understood) {
            assertEndsInTime(understood.expression());
        } else {
            // Even better: refused before anything is computed.
            assertThat(((Reading.Refused) reading).error().message()).isNotBlank();
        }
    }

    /** What the parser would not let through. */
    static Stream<Expression> built() {
        var ten = number(10);
        var x = new Expression.Symbol("x");
        return Stream.of(
                new Expression.Power(ten, new Expression.Power(ten, ten)),
                new Expression.Power(ten, new Expression.Power(ten, new Expression.Power(ten, ten))),
                new Expression.Power(x, new Expression.Power(ten, ten)),
                new Expression.Power(new Expression.Sum(List.of(x, ten)), number(1_000_000_000)),
                new Expression.Call(Function.FACTORIAL, number(1_000_000_000)),
                new Expression.Call(Function.FACTORIAL, number(15_000)),
                new Expression.Call(Function.SQRT, new Expression.Power(ten, new Expression.Power(ten, ten))),
                new Expression.Call(Function.SIN, new Expression.Power(ten, new Expression.Power(ten, ten))),
                new Expression.Decimal(new BigDecimal("1e999999999")),
                new Expression.Decimal(new BigDecimal("1e-999999999")),
                new Expression.Call(Function.ROOT, ten, number(1_000_000_007)),
                new Expression.Call(Function.ERF, new Expression.Power(ten, new Expression.Power(ten, ten))));
    }

    @ParameterizedTest
    @MethodSource("built")
    void endsInTimeWithoutTheParser(Expression e) {
        assertEndsInTime(e);
        assertThat(ExactNumbers.enclose(e, 20)).isNotNull();
    }

    @Test
    void aThousandHostileComparisonsLeaveTheHeapAlone() {
        var checker = new EquivalenceChecker(new NoAlgebra(), Duration.ofMillis(20));
        var e = ((Reading.Understood) ExpressionParser.parse("(x + y + z + w + 1)^300", Vocabulary.of(LETTERS)))
                .expression();
        var other = new Expression.Sum(List.of(e, new Expression.Call(Function.SIN, e)));
        checker.compare(other, e, LETTERS);
        var before = usedHeap();

        for (var i = 0; i < 1_000; i++) {
            checker.compare(other, e, LETTERS);
        }

        // What other tests of the same run have left is there before and after.
        assertThat(usedHeap() - before).isLessThan(20_000_000L);
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void assertEndsInTime(Expression e) {
        var checker = new EquivalenceChecker(new NoAlgebra(), BUDGET);
        var one = number(1);
        // Equal in value but not in form, so that no shortcut is taken; and different.
        var equal = new Expression.Sum(List.of(new Expression.Sum(List.of(e, one)), new Expression.Negation(one)));
        var nearly = new Expression.Sum(List.of(e, new Expression.Decimal(new BigDecimal("1e-40"))));
        for (var response : List.of(equal, nearly)) {
            assertThat(ProcessorTime.of(() -> checker.compare(response, e, LETTERS)))
                    .isLessThan(BUDGET.plus(GRACE));
        }
    }

    private static Expression number(long value) {
        return new Expression.Numeral(Rational.of(value));
    }
}
