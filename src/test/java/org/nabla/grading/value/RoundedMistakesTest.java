package org.nabla.grading.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.grading.AnswerSpec;
import org.nabla.grading.Outcome;
import org.nabla.grading.grader.Graders;

/** A mistake that is near the answer is not accepted because a decimal stands for both. */
class RoundedMistakesTest {

    @ParameterizedTest(name = "{3} for {1} with the mistake {2} is {4}: {5}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            number | sqrt(2)       | 14142/10000   | 1.414    | INVALID | four digits of both: more are asked for
            number | sqrt(2)       | 14142/10000   | 1.41421  | CORRECT | six digits of the answer
            number | sqrt(2)       | 14142/10000   | 1.4142   | INVALID | five digits of both
            number | sqrt(2)       | 1.4143        | 1.4143   | WRONG   | the mistake
            number | pi            | 22/7          | 3.142    | INVALID | a mistake that rounds alike
            number | pi            | 22/7          | 3.141    | CORRECT | cut, it is the answer alone
            number | pi            | 22/7          | 22/7     | WRONG   | the mistake itself
            vector | "(1, sqrt(2))" | "(1, 14142/10000)" | "(1, 1.414)" | INVALID | in an entry
            number | 5             | 4             | 5.0      | CORRECT | an exact decimal
            """)
    void asksForMoreDigits(String kind, String value, String mistake, String response, Outcome expected, String why) {
        var spec = Graders.spec(kind, value, "", new AnswerSpec.Mistake(mistake, "This is near."));

        var verdict = Graders.GRADER.grade(spec, response);

        assertThat(verdict.outcome()).as("%s: %s", why, verdict).isEqualTo(expected);
    }
}
