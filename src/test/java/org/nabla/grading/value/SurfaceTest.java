package org.nabla.grading.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.grading.Outcome;
import org.nabla.grading.grader.AnswerKey;
import org.nabla.grading.grader.Graders;

/** Answers that live on a curve or surface: every form that uses its equation is right. */
class SurfaceTest {

    @ParameterizedTest(name = "{3} for {1} where {0} is {4}: {5}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            3x^2+2y^2+2z^2=9 | -3x/(2z)          | x y z          | -3x/(2z)            | CORRECT | the key itself
            3x^2+2y^2+2z^2=9 | -3x/(2z)          | x y z          | -3x/sqrt(2(9-3x^2-2y^2)) | CORRECT | without z
            3x^2+2y^2+2z^2=9 | -3x/(2z)          | x y z:positive | -3x/sqrt(2(9-3x^2-2y^2)) | CORRECT | on its upper half
            3x^2+2y^2+2z^2=9 | -3x/(2z)          | x y z          | 3x/sqrt(2(9-3x^2-2y^2))  | WRONG   | the sign
            3x^2+2y^2+2z^2=9 | -3x/(2z)          | x y z          | -3x*z/(9-3x^2-2y^2)      | CORRECT | z^2 by the others
            3x^2+2y^2+2z^2=9 | -3x/(2z)          | x y z          | -3x*z/(9-3x^2-2y^2)+x^2+y^2+z^2-3 | WRONG | something more that is not zero
            3x^2+2y^2+2z^2=9 | -3x/(2z)          | x y z          | -3x/(2z)+3x^2+2y^2+2z^2-9 | CORRECT | a zero more
            3x^2+2y^2+2z^2=9 | -3x/(2z)          | x y z          | -3x/(2z)+10^(-30)   | WRONG   | nearly
            3x^2+2y^2+2z^2=9 | -3x/(2z)          | x y z          | -3x/z               | WRONG   | a factor
            3x^2+2y^2+2z^2=9 | 9                 | x y z          | 3x^2+2y^2+2z^2      | CORRECT | a number
            3x^2+2y^2+2z^2=9 | 9                 | x y z          | 9                   | CORRECT | that number
            3x^2+2y^2+2z^2=9 | 9                 | x y z          | 8                   | WRONG   | another
            x^3+y^3=6x*y     | (2y-x^2)/(y^2-2x) | x y            | (2y-x^2)/(y^2-2x)   | CORRECT | the leaf of Descartes
            x^3+y^3=6x*y     | (2y-x^2)/(y^2-2x) | x y            | (2x*y-x^3)/(x*y^2-2x^2) | CORRECT | made longer
            x^3+y^3=6x*y     | (2y-x^2)/(y^2-2x) | x y            | (y^3-4x*y)/(x*y^2-2x^2) | CORRECT | x^3 by the equation
            x^3+y^3=6x*y     | (2y-x^2)/(y^2-2x) | x y            | (2y-x^2)/(y^2+2x)   | WRONG   | a sign below
            x^2+y^2=25       | -x/y              | x y            | -x/sqrt(25-x^2)     | CORRECT | the upper half of a circle
            x^2+y^2=25       | -x/y              | x y            | x/y                 | WRONG   | the sign
            x^2+y^2=25       | -25/y^3           | x y            | -(x^2+y^2)/y^3      | CORRECT | a second derivative
            x^2+y^2=25       | -25/y^3           | x y            | -(1+x^2/y^2)/y      | CORRECT | before it is simplified
            x*e^y=y          | y/(x(1-y))        | x:positive y   | e^y/(1-x*e^y)       | CORRECT | no polynomial
            x*e^y=y          | y/(x(1-y))        | x:positive y   | e^y/(1+x*e^y)       | WRONG   | a sign
            x^2+y^2+1=0      | x                 | x y            | x                   | UNDECIDED | nowhere
            """)
    void judges(String on, String key, String variables, String response, Outcome expected, String why) {
        var verdict = Graders.grade("expression on=" + on, key, variables, response);

        assertThat(verdict.outcome()).as("%s: %s", why, verdict).isEqualTo(expected);
    }

    @Test
    void aPointThatIsShownLiesOnTheCurve() {
        var shown =
                Graders.grade("expression on=x^2+y^2=25", "-x/y", "x y", "x/y").counterexample();

        assertThat(shown).isPresent();
        var point = shown.orElseThrow().point();
        var x = Double.parseDouble(point.get("x"));
        var y = Double.parseDouble(point.get("y"));
        assertThat(x * x + y * y).isEqualTo(25);
    }

    @Test
    void entriesOfAVectorLiveThereToo() {
        var verdict = Graders.grade("vector on=x^2+y^2=25", "(25, -x/y)", "x y", "(x^2+y^2, x/y)");

        assertThat(verdict.outcome()).isEqualTo(Outcome.PARTIAL);
        assertThat(verdict.parts().get(0).outcome()).isEqualTo(Outcome.CORRECT);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"x^2+y^2", "x^2+y^2<1", "1=1", "x=)"})
    void whatIsNoEquationIsRefused(String on) {
        var reading = AnswerKey.of(Graders.spec("expression on=" + on, "x", "x y"));

        assertThat(reading)
                .isInstanceOfSatisfying(
                        AnswerKey.KeyReading.Refused.class,
                        refused -> assertThat(refused.field()).isEqualTo("answer.on"));
    }
}
