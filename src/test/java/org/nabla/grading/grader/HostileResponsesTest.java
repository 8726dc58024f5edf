package org.nabla.grading.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nabla.grading.Outcome;
import org.nabla.math.equivalence.EquivalenceChecker;
import org.nabla.math.symja.worker.RunningCas;

/** What somebody may type to hang the checker, to fill its memory or to reach the algebra system behind it. */
class HostileResponsesTest {

    private static final Duration BUDGET = Duration.ofSeconds(1);
    /** The budget, and pauses of a busy machine. */
    private static final Duration MOST = Duration.ofSeconds(6);

    private static final Set<Outcome> REFUSED = EnumSet.of(Outcome.INVALID);
    /** Read and found wrong, or given up: never right. */
    private static final Set<Outcome> NOT_RIGHT = EnumSet.of(Outcome.WRONG, Outcome.UNDECIDED, Outcome.INVALID);

    private static Grader grader;

    @BeforeAll
    static void start() {
        grader = new Grader(new EquivalenceChecker(RunningCas.get(), BUDGET), () -> BUDGET);
    }

    static Stream<Arguments> responses() {
        return Stream.of(
                row("9^9^9^9^9", NOT_RIGHT, "a power tower"),
                row("10^10^10", NOT_RIGHT, "a number of ten thousand million digits"),
                row("x^x^x^x^x^x^x^x", NOT_RIGHT, "a tower of letters"),
                row("e^(e^(e^(e^(e^x))))", NOT_RIGHT, "beyond any exponent"),
                row("2^(10^9) x", NOT_RIGHT, "a large exponent"),
                row("x^1000000", REFUSED, "an exponent over the limit"),
                row("(x+y+1)^999 (x-y)^999", NOT_RIGHT, "a million terms when expanded"),
                row("100000!", NOT_RIGHT, "a large factorial"),
                row("999!!", NOT_RIGHT, "a factorial of a factorial"),
                row("((((9!)!)!)!)!", NOT_RIGHT, "factorials of factorials"),
                row("1/0", NOT_RIGHT, "no value"),
                row("0^0", NOT_RIGHT, "no value either"),
                row("9".repeat(1_001), REFUSED, "an integer of more than 1,000 digits"),
                row("9".repeat(900) + "x", NOT_RIGHT, "a giant integer"),
                row("1e999999999", NOT_RIGHT, "a giant power of ten"),
                row("1.5e-999999999", NOT_RIGHT, "a tiny one"),
                row("(".repeat(500) + "x" + ")".repeat(500), REFUSED, "deep brackets"),
                row("sin(".repeat(300) + "x" + ")".repeat(300), REFUSED, "deep calls"),
                row("-".repeat(1_900) + "x", REFUSED, "a long row of signs"),
                row("x" + "^x".repeat(900), REFUSED, "a deep tower"),
                row("|".repeat(1_999), REFUSED, "bars without end"),
                row("{".repeat(1_000), REFUSED, "braces without end"),
                row("\\frac{".repeat(300), REFUSED, "LaTeX without end"),
                row("x+".repeat(900) + "x", REFUSED, "too many terms"),
                row("x".repeat(2_001), REFUSED, "too long"),
                row("x+".repeat(500_000), REFUSED, "a megabyte of sums"),
                row("(".repeat(1_000_000), REFUSED, "a megabyte of brackets"),
                row("1".repeat(1_000_000), REFUSED, "a megabyte of digits"),
                row("\u0000".repeat(1_000_000), REFUSED, "a megabyte of nothing"),
                row("Import[\"/etc/passwd\"]", REFUSED, "a function of the algebra system"),
                row("Import(x)", REFUSED, "the same with other brackets"),
                row("Run(1)", REFUSED, "a function of the algebra system"),
                row("Get(x)", REFUSED, "a function of the algebra system"),
                row("Needs(x)", REFUSED, "a function of the algebra system"),
                row("ToExpression(x)", REFUSED, "a function of the algebra system"),
                row("Table(x, 10)", REFUSED, "a function of the algebra system"),
                row("While(1)", REFUSED, "a function of the algebra system"),
                row("Integrate(x, y)", REFUSED, "a function of the algebra system"),
                row("N(x)", REFUSED, "a function of the algebra system"),
                row("Quit()", REFUSED, "a function of the algebra system"),
                row("$Path", REFUSED, "a setting of the algebra system"),
                row("Unprotect(Sin); Sin(y_) := 0", REFUSED, "a definition"),
                row("x := 5", REFUSED, "an assignment"),
                row("x; y", REFUSED, "two commands"),
                row("`whoami`", REFUSED, "a shell's quotes"),
                row("#{7*7}", REFUSED, "a template"),
                row("<script>alert(1)</script>", REFUSED, "markup"),
                row("\u0000x\u0007y\u001b[31m", REFUSED, "control characters"),
                row("x\u202ey", REFUSED, "text that runs backwards"),
                row("\ud835", REFUSED, "half a character"),
                row("\\def\\a{\\a}\\a", REFUSED, "a macro that calls itself"),
                row("\\input{/etc/passwd}", REFUSED, "a command of TeX"),
                row("", REFUSED, "nothing"),
                row("   ", REFUSED, "blanks"));
    }

    private static Arguments row(String response, Set<Outcome> expected, String why) {
        return Arguments.of(why, response, expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("responses")
    void itsVerdictComesInTime(String why, String response, Set<Outcome> expected) {
        var spec = Graders.spec("expression", "x^2*y + sin(x)", "x y");
        var start = System.nanoTime();

        var verdict = grader.grade(spec, response);

        var time = Duration.ofNanos(System.nanoTime() - start);
        assertThat(verdict.outcome()).as(verdict.message()).isIn(expected);
        assertThat(verdict.message()).hasSizeLessThan(300);
        assertThat(time).isLessThan(MOST);
    }
}
