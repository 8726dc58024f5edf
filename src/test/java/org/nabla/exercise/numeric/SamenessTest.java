package org.nabla.exercise.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.lexing.Vocabulary;
import org.nabla.math.reading.ExpressionParser;
import org.nabla.math.reading.Reading;

/** Of two mistakes that mean the same answer only one is left, so that each response has one feedback. */
class SamenessTest {

    @ParameterizedTest(name = "as {0}, {1} and {2}: {3}, {4}")
    @CsvSource(delimiter = '|', textBlock = """
            number         | 1/2              | 2/4                | true  | one value
            number         | 1/2              | -1/2               | false | another sign
            expression     | (x + y)^2        | x^2 + 2x*y + y^2   | true  | multiplied out
            expression     | x^2              | x^2 + y - y/2      | false | another function
            vector         | (1, 2)           | (2, 4)             | false | a longer vector
            vector         | (1, 2)           | (1, 2, 3)          | false | another size
            set            | {1, 2}           | {2, 1}             | true  | a set in another order
            set            | {1, 2}           | {1, 3}             | false | another set
            set            | {(1, 2), (0, 1)} | {(0, 1), (1, 4/2)} | true  | points in another order
            list           | {1, 2}           | {2, 1}             | false | a list keeps its order
            direction      | (1, 2)           | (2, 4)             | true  | the same way
            direction      | (1, 2)           | (-1, -2)           | false | the opposite way
            direction      | (1, 2)           | (2, 1)             | false | another way
            parallel       | (1, -2, 0)       | (-3, 6, 0)         | true  | opposite vectors are parallel
            parallel       | (1, 2)           | (1, 2, 0)          | false | another size
            parallel       | (0, 0)           | (1, 2)             | false | the zero vector has no direction
            equation       | 2x + y = 3       | 6 - 4x = 2y        | true  | an equation times a number
            equation       | 2x + y = 3       | 2x + y = 4         | false | a parallel line
            equation       | x^2 = y          | x = y              | false | another curve
            antiderivative | x^2 + 3          | x^2                | true  | up to a constant
            antiderivative | x^2              | 2x^2               | false | up to a constant only
            limit          | 3                | inf                | false | finite and infinite
            """)
    void meansTheSameAnswer(String kind, String a, String b, boolean same, String why) {
        assertThat(Sameness.asAnswers(kind, read(a), read(b))).isEqualTo(same);
        assertThat(Sameness.asAnswers(kind, read(b), read(a))).isEqualTo(same);
    }

    private static Expression read(String text) {
        var reading = ExpressionParser.parse(text, Vocabulary.of(Map.of("x", Domain.REAL, "y", Domain.REAL)));
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).expression();
    }
}
