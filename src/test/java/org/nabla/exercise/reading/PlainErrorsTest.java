package org.nabla.exercise.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.exercise.template.TemplateReading;

/** Slips that people make, each said at its own line and without the words of a parser. */
class PlainErrorsTest {

    private static final String TEXT = """
            title: Slope
            skill: DF02
            level: 2
            parameters:
              a: integer 1..5
              b: integer 1..5
            prompt: |
              What is ${a} + {b}$?
            answer: {kind: number, value: a + b}
            mistakes:
              - value: a - b
                feedback: Add them.
            hints: [Count.]
            solution: ["$ {a + b} $"]
            verify: answer ~ b + a
            """;

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "title: Slope             | title Slope                    | 1  | a colon is missing after title",
                "skill: DF02              | skill DF02                     | 2  | a colon is missing after skill",
                "level: 2                 | level 2                        | 3  | a colon is missing after level",
                "parameters:              | parameters                     | 4  | a colon is missing after parameters",
                "answer: {kind            | answer {kind                   | 9  | a colon is missing after answer",
                "verify: answer           | verify answer                  | 15 | a colon is missing after verify",
                "'    feedback: Add them.'| '    feedback Add them.'       | 12 | a colon is missing after feedback",
                "title: Slope             | title:Slope                    | 1  | a space is missing after title:",
                "title: Slope             | 'title: \"Slope'               | 1  | a quotation mark is opened here and never closed",
                "title: Slope             | 'title: Slope: and more'       | 1  | a text with a colon in it",
                "title: Slope             | title: *Slope*                 | 1  | a text cannot begin with *",
                "title: Slope             | title: %Slope                  | 1  | a text cannot begin with *",
                "'  a: integer 1..5'      | '§a: integer 1..5'             | 5  | a line begins with a tabulator",
                "hints: [Count.]          | hints: [Count.                 | 13 | the bracket [ is opened here and never closed",
                "value: a + b}            | value: a + b                   | 9  | the bracket { is opened here and never closed",
                "'  b: integer 1..5'      | '   b: integer 1..5'           | 6  | this line is moved",
                "title: Slope             | 'title: \"Slope\" of a line'   | 1  | the quotation marks end before the line does",
                "title: Slope             | 'title: [Slope] of a line'     | 1  | a text that begins with [ stands between quotation marks",
            })
    void aSlipIsSaidWhereItIs(String right, String wrong, int line, String said) {
        var yaml = TEXT.replace(right, wrong.replace('§', '\t'));
        assertThat(yaml).isNotEqualTo(TEXT);

        assertThat(TemplateReader.read("own/own-1.yaml", yaml))
                .isInstanceOfSatisfying(TemplateReading.Refused.class, refused -> {
                    var error = refused.errors().get(0);
                    assertThat(error.place().line()).as(error.message()).isEqualTo(line);
                    assertThat(error.message())
                            .contains(said)
                            .doesNotContainIgnoringCase("yaml")
                            .doesNotContainIgnoringCase("token")
                            .doesNotContainIgnoringCase("mapping")
                            .doesNotContainIgnoringCase("scalar");
                });
    }
}
