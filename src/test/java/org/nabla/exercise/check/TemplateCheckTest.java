package org.nabla.exercise.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.exercise.TestAlgebra;

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
            print(1)                           | print(undefined)                     | PYTHON    | a snippet that fails
            """)
    void aBadTemplateFailsTheCheckThatIsThereForIt(String good, String bad, TemplateReport.Check check, String why) {
        assertThat(GOOD).contains(good);
        var yaml = GOOD.replace(good, bad);
        var report = check(
                check == TemplateReport.Check.DISTINCT ? yaml.replace("b: integer 2..9", "b: integer 3..4") : yaml);

        assertThat(report.failures()).as(report.text()).anyMatch(f -> f.check() == check);
    }
}
