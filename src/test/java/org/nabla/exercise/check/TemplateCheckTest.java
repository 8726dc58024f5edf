package org.nabla.exercise.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.exercise.Exercise;
import org.nabla.exercise.ExerciseId;
import org.nabla.exercise.Seed;
import org.nabla.exercise.TestAlgebra;
import org.nabla.grading.AnswerSpec;
import org.nabla.grading.Outcome;
import org.nabla.math.Expression;
import org.nabla.math.Rational;

/** Each check fails on the template that it is there for. */
class TemplateCheckTest {
    private static final TemplateCheck CHECKS = new TemplateCheck(TestAlgebra.CALCULUS, TestAlgebra.GRADER);
    private static final String GOOD = """
            title: A slope
            skill: DF02
            level: 1
            variables: {x: real, y: real}
            parameters:
              a: integer 2..9
              b: integer 2..9
            define:
              f: a*x^2*y + b*x
              slope: diff(f, x)
            require: [a != b]
            prompt: |
              Differentiate ${f}$ with respect to $x$.
            answer: {kind: expression, value: slope}
            mistakes:
              - value: diff(f, y)
                feedback: That is the derivative with respect to $y$.
              - value: slope + b
                feedback: You counted ${b}$ twice.
            hints:
              - Hold $y$ constant.
            solution:
              - The derivative is ${slope}$.
            verify: answer ~ (at(f, x, x + h) - at(f, x, x - h))/(2*h) for h -> 0
            python: |
              print(1)
            """;

    private static TemplateReport check(String yaml) {
        return CHECKS.check("exercises/test/a-slope.yaml", yaml, 12);
    }

    @Test
    void aGoodTemplatePassesAndShowsSamples() {
        var report = check(GOOD);

        assertThat(report.failures()).as(report.text()).isEmpty();
        assertThat(report.samples()).hasSize(3);
        assertThat(report.text()).contains("passes", "Differentiate $", "mistake", "hint: Hold");
    }

    @Test
    void aFiniteMistakeIsNotTheSameAsAnInfiniteAnswer() {
        var report = check(GOOD.replace("answer: {kind: expression, value: slope}", "answer: {kind: limit, value: inf}")
                .replace("value: diff(f, y)", "value: a")
                .replace("value: slope + b", "value: '0'"));

        assertThat(report.samples().get(0).parts().get(0).answer().mistakes()).hasSize(2);
    }

    @Test
    void goingThroughTheEntriesOfTheAnswerSpeaksOfIt() {
        var report = check(
                GOOD.replace("answer: {kind: expression, value: slope}", "answer: {kind: list, value: '[a, a + b]'}")
                        .replace("value: diff(f, y)", "value: '[b, a]'")
                        .replace("value: slope + b", "value: '[a, b]'")
                        .replaceAll("verify: .*", "verify: (r - a)*(r - a - b) ~ 0 for r in answer")
                        .replaceAll("python: \\|\\n.*", ""));

        assertThat(report.failures()).as(report.text()).isEmpty();
    }

    @ParameterizedTest(name = "{2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            level: 1                           | level: 9                             | READS     | a level that is none
            slope: diff(f, x)                  | slope: limit(1/x, x, 0)              | GENERATES | no such value
            ${f}$ with                         | ${a}x - -{b}$ with                   | GENERATES | two signs in a row
            ${f}$ with                         | $1x + {b}$ with                      | GENERATES | a factor 1
            kind: expression                   | kind: number                         | ANSWER    | an answer of another kind
            value: diff(f, y)                  | value: (2*a*x*y) + b*sin(x)^2 + b*cos(x)^2 - 0*b  | MISTAKES  | a mistake that is right
            value: slope + b                   | value: diff(f, y)*(x + 1)/(x + 1)    | MISTAKES  | two mistakes that are the same
            verify: answer ~                   | verify: answer + 1/100 ~             | VERIFIED  | a verification that does not hold
            verify: answer ~ (at(f, x, x + h) - at(f, x, x - h))/(2*h) for h -> 0 | verify: answer ~ slope   | VERIFIED | a verification by the answer itself
            verify: answer ~ (at(f, x, x + h) - at(f, x, x - h))/(2*h) for h -> 0 | verify: a ~ a + 0        | VERIFIED | a verification of something else
            a: integer 2..9                    | a: integer 2..2                      | DISTINCT  | too few exercises
            - Hold $y$ constant.               | - Is it $ {slope}?                   | TYPESETS  | a dollar without a partner
            - Hold $y$ constant.               | - It is ${slope}$.                   | TYPESETS  | a hint that gives the answer away
            - The derivative is ${slope}$.     | - Here $2 + 3 = 6$.                  | QUOTED    | an equality that does not hold
            - The derivative is ${slope}$.     | - The inner function is ${a}z$.      | QUOTED    | a quotation of something else
            ${f}$ with respect to $x$.         | $\\lim_{x \\to 0} {a}$ and ${f}$.     | QUOTED    | a limit of which nothing is left
            print(1)                           | print(undefined)                     | PYTHON    | a snippet that fails
            """)
    void aBadTemplateFailsTheCheckThatIsThereForIt(String good, String bad, TemplateReport.Check check, String why) {
        assertThat(GOOD).contains(good);
        var yaml = GOOD.replace(good, bad);
        var report = check(
                check == TemplateReport.Check.DISTINCT ? yaml.replace("b: integer 2..9", "b: integer 3..4") : yaml);

        assertThat(report.failures()).as(report.text()).anyMatch(f -> f.check() == check);
    }

    /** Cheap to generate, so that a hundred exercises may be drawn. */
    private static final String COUNTED = """
            title: A sum
            skill: DF02
            level: 1
            variables: {}
            letters: [t]
            parameters:
              a: integer 2..40
              b: integer 2..40
            prompt: What is ${a} + {b}$?
            answer: {kind: number, value: a + b}
            mistakes:
              - value: a - b
                feedback: That is the difference.
              - value: a*b + 1
                feedback: That is no sum.
            hints: [Add them.]
            solution: ["Added, this is ${a + b}$."]
            verify: answer ~ integrate(1, t, -a, b)
            """;

    @ParameterizedTest(name = "{3}")
    @CsvSource(delimiter = '|', textBlock = """
            value: a + b | value: 7 + 0*a | GUESSED  | one value answers all
            a + b}       | floor(a/4)}    | GUESSED  | ten values answer all
            a + b}       | floor(a/12)}   | DISTINCT | few exercises differ in their answers
            What is ${a} + {b}$? | What is it? | DISTINCT | one prompt for all
            """)
    void whatCanBeGuessedFails(String good, String bad, TemplateReport.Check check, String why) {
        assertThat(COUNTED).contains(good);
        var report = CHECKS.check("exercises/test/a-sum.yaml", COUNTED.replace(good, bad), 200);

        assertThat(report.failures()).as(report.text()).anyMatch(f -> f.check() == check);
    }

    @Test
    void aWideSpreadPassesAndIsTold() {
        var report = CHECKS.check("exercises/test/a-sum.yaml", COUNTED, 200);

        assertThat(report.failures()).as(report.text()).isEmpty();
        assertThat(report.text()).contains("part a, number: ", "different answers, most often");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "expected 3 and 4 in any plain form, '[[3. 4.]]', true",
        "one of the parts alone, '3.0', false",
        "numbers in the dress of NumPy 2, '[np.float64(3.0), np.float64(4.0)]', false",
    })
    void aSnippetPrintsAllOfTheAnswerPlainly(String what, String printed, boolean passes) {
        var yaml =
                COUNTED.replace("answer: {kind: number, value: a + b}", "answer: {kind: vector, value: '(3, 4 + 0*a)'}")
                                .replace("value: a - b", "value: '(4, a)'")
                                .replace("value: a*b + 1", "value: '(3, b + 9)'")
                                .replace("verify: answer ~ integrate(1, t, -a, b)", "verify: answer ~ (3, 4)")
                        + "python: |\n  print('" + printed + "')\n";
        var report = CHECKS.check("exercises/test/a-sum.yaml", yaml, 3);

        assertThat(report.failures().stream().filter(f -> f.check() == TemplateReport.Check.PYTHON))
                .as(report.text())
                .hasSize(passes ? 0 : 1);
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource({
        "14.996, 15.004, true, a mistake in the last digits that a lenient grader accepts",
        "14.996, 18, false, a mistake far away is not tried",
    })
    void aMistakeThatIsAcceptedAsADecimalIsFound(String key, String mistake, boolean found, String why) {
        var part = Exercise.Part.of(
                "a",
                "",
                new AnswerSpec(
                        "number", List.of(key), Map.of(), Map.of(), List.of(new AnswerSpec.Mistake(mistake, ""))));
        var problems = new NearMiss((answer, typed) -> Outcome.CORRECT)
                .problems(part, Optional.of(new Expression.Numeral(Rational.of(new BigDecimal(key)))));

        assertThat(problems).hasSize(found ? 1 : 0);
    }

    @Test
    void templatesWithTheSameKeysAreTwins() {
        var works = Stream.iterate(0, i -> i + 1)
                .limit(20)
                .map(i -> exercise(i, "ln(" + (i + 100) + ")/7"))
                .toList();
        var others = Stream.iterate(0, i -> i + 1)
                .limit(20)
                .map(i -> exercise(i, "exp(" + (i + 100) + ")/7"))
                .toList();
        var twins = new Twins();
        twins.add("first", works);
        twins.add("second", works);
        twins.add("third", others);

        assertThat(twins.found()).singleElement().asString().startsWith("first and second may be twins");
    }

    private static Exercise exercise(int seed, String key) {
        return new Exercise(
                new ExerciseId("some"),
                1,
                new Seed(seed),
                "",
                List.of(),
                1,
                "",
                List.of(Exercise.Part.of(
                        "a", "", new AnswerSpec("number", List.of(key), Map.of(), Map.of(), List.of()))),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void stepsToOrderAreShownInAnotherOrderAndTheirNumbersAreTheAnswer() {
        var yaml = COUNTED.replace(
                        "answer: {kind: number, value: a + b}",
                        "answer: {kind: order, steps: ['Take ${a}$.', 'Add ${b}$.', Halve it.]}")
                .replace("value: a - b", "value: [2, 1, 3]")
                .replace("value: a*b + 1", "value: [1, 3, 2]")
                .replace("verify: answer ~ integrate(1, t, -a, b)", "verify: 'by reason: so it is done'");
        var report = CHECKS.check("exercises/test/a-sum.yaml", yaml, 12);

        assertThat(report.failures()).as(report.text()).isEmpty();
        for (var exercise : report.samples()) {
            var part = exercise.parts().get(0);
            var shown = exercise.prompt()
                    .lines()
                    .filter(l -> l.matches("\\d\\. .*"))
                    .toList();
            var first = shown.get(Integer.parseInt(part.answer().value().get(0)) - 1);
            var last = shown.get(Integer.parseInt(part.answer().value().get(2)) - 1);

            assertThat(part.answer().kind()).isEqualTo("list");
            assertThat(part.answer().value()).isNotEqualTo(List.of("1", "2", "3"));
            assertThat(first).contains("Take");
            assertThat(last).contains("Halve");
        }
    }
}
