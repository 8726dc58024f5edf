package org.nabla.grading.grader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerKeyTest {

    @ParameterizedTest(name = "{0} with {1} names {3}: {4}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            colour                    | red          |           | answer.kind        | no such kind
            number                    | 5k           |           | answer.value       | an unknown letter
            number                    | "(1, 2)"     |           | answer.value       | a vector
            number                    | 1/0          |           | answer.value       | no value
            number decimals=many      | 5            |           | answer.decimals    | no count
            number decimals=0         | 5            |           | answer.decimals    | too few
            number form=pretty        | 5            |           | answer.form        | no such form
            expression                | x            | x:complex | answer.variables.x | no such domain
            expression                | x            | x:[3,1]   | answer.variables.x | an empty interval
            expression                | x            | 2x        | answer.variables.2x | no name
            expression function=2k    | x            | x         | answer.function    | an unknown letter
            vector                    | 5            |           | answer.value       | a number
            "vector weights=1|2|3"    | "(1, 2)"     |           | answer.weights     | too many
            "vector weights=1|-2"     | "(1, 2)"     |           | answer.weights     | a negative one
            direction                 | "(0, 0)"     |           | answer.value       | zero has no direction
            matrix                    | 5            |           | answer.value       | a number
            equation                  | x + 1        | x         | answer.value       | no equation
            equation                  | 1 = 1        | x         | answer.value       | says nothing
            antiderivative            | x^2          |           | answer.value       | an undeclared letter
            antiderivative with=z     | x^2          | x         | answer.with        | an undeclared letter
            antiderivative constant=no | x^2         | x         | answer.constant    | no such word
            line                      | "(1,2)+t(3,4)" |         | answer.variables   | no coordinates
            line                      | "(1,2)"      | x y       | answer.value       | a point
            plane                     | "(1,2,3)+t(1,0,0)" | x y z | answer.value     | a line
            curve range=5             | "(t, t^2)"   | x y       | answer.range       | no interval
            region                    | x < 1        |           | answer.variables   | no variables
            region                    | x            | x y       | answer.value       | no condition
            interval                  | 5            |           | answer.value       | a number
            "choice options=a|b"      | c            |           | answer.value       | none of the options
            choices                   | a            |           | answer.options     | no options
            condition size=x          | v = 1        |           | answer.size        | no count
            condition                 | 5            |           | answer.value       | no condition
            integral                  | x*y          | x y       | answer.value       | no integral
            limit                     | "(1, 2)"     |           | answer.value       | a vector
            """)
    void aMalformedSpecificationNamesTheField(String kind, String value, String variables, String field, String why) {
        var reading = AnswerKey.of(Graders.spec(kind, value, variables == null ? "" : variables));

        assertThat(reading).as(why).isInstanceOf(AnswerKey.KeyReading.Refused.class);
        assertThat(((AnswerKey.KeyReading.Refused) reading).field()).as(why).isEqualTo(field);
        assertThat(((AnswerKey.KeyReading.Refused) reading).message()).isNotBlank();
    }
}
