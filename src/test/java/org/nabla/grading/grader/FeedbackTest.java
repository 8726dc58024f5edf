package org.nabla.grading.grader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.grading.Outcome;

/** What is said of an answer that is not right: true, of use, and never the key. */
class FeedbackTest {

    @ParameterizedTest(name = "{3} for {1} hears: {4}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            expression | ln(x*y)   | x:nonzero y:nonzero | ln x + ln y | Look at the domain
            expression | x         | x   | e^(ln x)   | at $x = -1$ your answer has no value
            expression | ln(x*y)   | x y | ln x + ln y | at $x = -1$ and $y = -1$
            antiderivative | ln(x^2) | x | 2ln(x)     | not defined everywhere
            antiderivative with=x | ln(c/x)^2 | c x | ln(x)^2-2ln(c)ln(x) | not defined everywhere
            equation   | x^2+y^2=4 | x y | x^2+y^2=9  | Only a number is wrong
            equation   | x+y=4     | x y | x+y=9      | has the right direction
            point      | (1, 2)    |     | (-1, -2)   | All signs are the wrong way round.
            point      | (1, 2)    |     | (2, 4)     | All entries are off by the same factor
            matrix     | [[1,2],[3,4]] |  | [[2,4],[6,8]] | All entries are off by the same factor
            vector     | <1, 2>    |     | <2, 4>     | The direction is right
            vector     | <1, 2>    |     | <-7, -14>  | off by the same factor
            set        | {1, 2}    |     | 1          | All of this is right, but it is not everything.
            set        | {1, 2}    |     | "1, 3"     | 1 of 2 is right.
            number     | 1234.5    |     | "1,234.5"  | without commas
            number     | 1234.5    |     | "1,23.5"   | leave it away
            number     | 7         |     | 49         | look at your last step
            """)
    void says(String kind, String value, String variables, String response, String words) {
        var verdict = Graders.grade(kind, value, variables == null ? "" : variables, response);

        assertThat(verdict.outcome()).isNotEqualTo(Outcome.CORRECT);
        assertThat(verdict.message()).contains(words);
    }

    @ParameterizedTest(name = "{3} for {1} does not hear: {4}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            equation   | x^2+y^2=4 | x y | x^2+y^2=9  | direction
            point      | (1, 2)    |     | (-1, -2)   | direction
            point      | (1, 2)    |     | (3, 6)     | direction
            matrix     | [[1,2],[3,4]] |  | [[2,4],[6,8]] | direction
            vector     | <1, 2>    |     | <-7, -14>  | direction is right
            set        | {1, 2}    |     | 1          | 1 of 1
            number     | 1234.5    |     | "1,234.5"  | 1.234.5
            number     | 7         |     | 49         | square
            number     | 49        |     | 7          | square
            """)
    void doesNotSay(String kind, String value, String variables, String response, String words) {
        assertThat(Graders.grade(kind, value, variables == null ? "" : variables, response)
                        .message())
                .doesNotContain(words);
    }

    @ParameterizedTest(name = "no point is shown for {3} where {1} is constant")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            expression | 5              | x   | x
            expression | abs(x)/x*3     | x:positive | x
            expression | max(x, 7)      | x:[0,_2]   | x
            vector     | <5, x>         | x   | <x, x>
            integral   | int_0^1 int_0^x 6 dy dx | x y | int_0^1 int_0^x xy dy dx
            limit      | 5              | a   | a
            """)
    void theKeyIsNotShownWhereItIsConstant(String kind, String value, String variables, String response) {
        var verdict = Graders.grade(kind, value, variables, response);

        assertThat(verdict.outcome()).isIn(Outcome.WRONG, Outcome.PARTIAL);
        assertThat(verdict.counterexample()).isEmpty();
    }
}
