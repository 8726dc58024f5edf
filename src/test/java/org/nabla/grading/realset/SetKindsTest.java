package org.nabla.grading.realset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.grading.Outcome;
import org.nabla.grading.grader.Graders;

/** Intervals and regions: the same set, and every boundary point matters. */
class SetKindsTest {

    @ParameterizedTest(name = "{3} for {1} is {4}: {5}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            interval | [0, 5)             |     | [0,5)               | CORRECT | the interval
            interval | [0, 5)             | x   | 0 <= x < 5          | CORRECT | as inequalities
            interval | [0, 5)             |     | 0 <= x < 5          | CORRECT | also without a declared letter
            interval | [0, 5)             | x   | x >= 0 and x < 5    | CORRECT | as two conditions
            interval | [0, 5)             | x   | 5 > x >= 0          | CORRECT | from right to left
            interval | [0, 5)             | x   | 0 <= 2x < 10        | CORRECT | not solved
            interval | [0, 5)             | x   | (0,5)               | WRONG   | 0 belongs to it
            interval | [0, 5)             | x   | [0,5]               | WRONG   | 5 does not
            interval | [0, 5)             | x   | [0,6)               | WRONG   | another end
            interval | [0, 5)             | x   | 5                   | INVALID | a number
            interval | (0, 5)             | x   | (0,5)               | CORRECT | an open interval, no point
            interval | (0, 5)             | x   | 0<x<5               | CORRECT | an open interval
            interval | (0, inf)           | x   | x > 0               | CORRECT | without an upper end
            interval | (0, inf)           | x   | (0, ∞)              | CORRECT | infinity
            interval | (0, inf)           | x   | [0, ∞)              | WRONG   | 0 does not belong to it
            interval | (-inf, 2] U (3, inf) | x | x <= 2 or x > 3     | CORRECT | two pieces
            interval | (-inf, 2] U (3, inf) | x | (3,inf) U (-inf,2]  | CORRECT | in another order
            interval | (-inf, 2] U (3, inf) | x | x < 2 or x > 3      | WRONG   | 2 belongs to it
            interval | (-inf, 2) U (2, inf) | x | x != 2              | CORRECT | all but one
            interval | (-inf, 2) U (2, inf) | x | x ≠ 2               | CORRECT | all but one
            interval | (-2, 2)            | x   | x^2 < 4             | CORRECT | a quadratic inequality
            interval | (-2, 2)            | x   | "|x| < 2"           | CORRECT | an absolute value
            interval | [-sqrt(2), sqrt(2)] | x  | [-√2, √2]           | CORRECT | irrational ends
            interval | [-sqrt(2), sqrt(2)] | x  | [-1.414, 1.414]     | CORRECT | four digits
            interval | [-sqrt(2), sqrt(2)] | x  | x^2 <= 2            | CORRECT | as a square
            interval | [-sqrt(2), sqrt(2)] | x  | [-1.5, 1.5]         | WRONG   | near is not equal
            interval | {}                 | x   | none                | CORRECT | the empty set
            interval | [1, 3]             | x   | [1,2] U [2,3]       | CORRECT | in two pieces that touch
            interval | [1, 3]             | x   | [1,2) U (2,3]       | WRONG   | 2 is missing
            interval | [0, 5)             | t:nonnegative | t < 5     | CORRECT | within the declared domain
            region   | x^2 + y^2 < 4      | x y | x^2 + y^2 < 4       | CORRECT | a disc
            region   | x^2 + y^2 < 4      | x y | 4 > y^2 + x^2       | CORRECT | the same disc
            region   | x^2 + y^2 < 4      | x y | sqrt(x^2+y^2) < 2   | CORRECT | by the distance
            region   | x^2 + y^2 < 4      | x y | 4 - x^2 - y^2 > 0   | CORRECT | all on one side
            region   | x^2 + y^2 < 4      | x y | x^2 + y^2 <= 4      | WRONG   | with its boundary
            region   | x^2 + y^2 < 4      | x y | x^2 + y^2 > 4       | WRONG   | outside
            region   | x^2 + y^2 < 4      | x y | x^2 + y^2 < 2       | WRONG   | too small
            region   | x^2 + y^2 < 4      | x y | x^2 + y^2 < 4 and x > -2 | CORRECT | a condition that says nothing new
            region   | x^2 + y^2 < 4      | x y | x^2 + y^2 < 4 and x > 0 | WRONG | half a disc
            region   | x^2 + y^2 < 4      | x y | x^2 + y^2           | INVALID | no condition
            region   | x^2 + y^2 < 4      | x y | x^2 + y^2 < 4.0001  | WRONG   | a little too large
            region   | 0 <= x <= 1 and 0 <= y <= x | x y | "0<=x<=1, 0<=y<=x" | CORRECT | a triangle
            region   | 0 <= x <= 1 and 0 <= y <= x | x y | "0<=y<=1, y<=x<=1" | CORRECT | in the other order
            region   | 0 <= x <= 1 and 0 <= y <= x | x y | "0<=y<=1, 0<=x<=y" | WRONG   | the other triangle
            region   | 0 <= x <= 1 and 0 <= y <= x | x y | "0<=x<=1, 0<=y<x"  | WRONG   | without one side
            region   | 0 <= x <= 1 and 0 <= y <= 2 | x y | [0,1] x [0,2] | CORRECT | a product of intervals
            region   | 0 <= x <= 1 and 0 <= y <= 2 | x y | [0,1] × [0,2] | CORRECT | a product of intervals
            region   | y != x             | x y | x - y != 0          | CORRECT | all but a line
            region   | y != x             | x y | y > x or y < x      | CORRECT | on either side
            region   | y > 0              | x y | y >= 0              | WRONG   | with its boundary
            region   | x*y > 0            | x y | x>0 and y>0 or x<0 and y<0 | CORRECT | two quarters
            """)
    void grades(String kind, String value, String variables, String response, Outcome expected, String why) {
        var verdict = Graders.grade(kind, value, variables == null ? "" : variables, response);

        assertThat(verdict.outcome()).as(why).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{2} for {1} is a slip: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            interval | [0, 5)        | (0, 5)        | boundary
            region   | x^2 + y^2 < 4 | x^2+y^2 <= 4  | boundary
            region   | x^2 + y^2 < 4 | x^2+y^2 >= 4  | complement
            """)
    void namesTheMistake(String kind, String value, String response, String word) {
        var verdict = Graders.grade(kind, value, kind.equals("region") ? "x y" : "x", response);

        assertThat(verdict.outcome()).isEqualTo(Outcome.WRONG);
        assertThat(verdict.mistake()).contains(word);
    }
}
