package org.nabla.grading.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.grading.Outcome;
import org.nabla.grading.grader.Graders;

/** Limits, antiderivatives, directions, equations: more than one response is right. */
class FunctionKindsTest {

    @ParameterizedTest(name = "{3} for {1} is {4}: {5}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            limit          | 2            |     | 2                  | CORRECT | a value
            limit          | 2            |     | 2.0                | CORRECT | a decimal
            limit          | 2            |     | lim = 2            | CORRECT | named
            limit          | 2            |     | DNE                | WRONG   | it exists
            limit          | 2            |     | inf                | WRONG   | it is finite
            limit          | 2            |     | "(2, 3)"           | INVALID | a vector
            limit          | DNE          |     | DNE                | CORRECT | the word
            limit          | DNE          |     | does not exist     | CORRECT | in full
            limit          | DNE          |     | none               | CORRECT | another word
            limit          | DNE          |     | 0                  | WRONG   | a value
            limit          | DNE          |     | inf                | WRONG   | it does not even grow
            limit          | inf          |     | inf                | CORRECT | infinity
            limit          | inf          |     | ∞                  | CORRECT | its sign
            limit          | inf          |     | oo                 | CORRECT | typed as two letters
            limit          | inf          |     | \\infty            | CORRECT | LaTeX
            limit          | inf          |     | +inf               | CORRECT | with its sign
            limit          | inf          |     | -inf               | WRONG   | the other sign
            limit          | inf          |     | DNE                | INVALID | right, but not precise: free
            limit          | -inf         |     | -∞                 | CORRECT | minus infinity
            limit          | 2*x          | x   | 2x                 | CORRECT | a function
            antiderivative | x^3/3        | x   | x^3/3              | CORRECT | without a constant
            antiderivative | x^3/3        | x   | x^3/3 + C          | CORRECT | with a constant
            antiderivative | x^3/3        | x   | x^3/3 + c          | CORRECT | with a small c
            antiderivative | x^3/3        | x   | x^3/3 + K          | CORRECT | with another letter
            antiderivative | x^3/3        | x   | x^3/3 + 7          | CORRECT | with a number
            antiderivative | x^3/3        | x   | F(x) = x^3/3 + C   | CORRECT | named
            antiderivative | x^3/3        | x   | (x^3+1)/3          | CORRECT | with a hidden constant
            antiderivative | x^3/3        | x   | C x^3/3            | WRONG   | the constant in the wrong place
            antiderivative | x^3/3        | x   | x^3                | WRONG   | a factor
            antiderivative | x^3/3        | x   | 2x                 | WRONG   | differentiated
            antiderivative | x^3/3        | x   | x^3/3 + y          | INVALID | there is no y
            antiderivative | ln(abs(x))   | x   | "ln|x| + C"        | CORRECT | with its bars
            antiderivative | ln(abs(x))   | x   | ln(x) + C          | WRONG   | undefined for negative x
            antiderivative | ln(abs(x))   | x:positive | ln(x) + C   | CORRECT | for positive x
            antiderivative | ln(abs(x))   | x   | "ln|3x|"           | CORRECT | a constant factor inside
            antiderivative | sin(x)^2/2   | x   | -cos(2x)/4         | CORRECT | another by a constant
            antiderivative | sin(x)^2/2   | x   | -cos(x)^2/2 + C    | CORRECT | another by a constant
            antiderivative | atan(x)      | x   | -arccot(x)         | CORRECT | differs by a constant
            antiderivative constant=required | x^2 | x | x^2          | WRONG   | the constant is required
            antiderivative constant=required | x^2 | x | x^2 + C      | CORRECT | with the constant
            antiderivative constant=required | x^2 | x | x^2 + 3      | WRONG   | one is not all
            antiderivative constant=required | x^2 | x | x^2 + 0*C    | WRONG   | no constant in fact
            antiderivative constant=required | x^2 | x | x^2 + 2C     | CORRECT | takes every value
            antiderivative | x^2*y + y^3  | x y | x^2 y + y^3 + C    | CORRECT | a potential
            antiderivative | x^2*y + y^3  | x y | x^2 y              | WRONG   | its derivative by y is not right
            antiderivative | x^2*y + y^3  | x y | x^2 y + y^3 + x    | WRONG   | its derivative by x is not right
            antiderivative with=x | x^2*y | x y | x^2 y + sin(y)     | CORRECT | only x is integrated
            antiderivative with=x | x^2*y | x y | x^2 y + x          | WRONG   | its derivative by x is not right
            direction      | (3, 4)       |     | (3,4)              | CORRECT | the vector
            direction      | (3, 4)       |     | (6,8)              | CORRECT | twice
            direction      | (3, 4)       |     | (3/5, 4/5)         | CORRECT | of length 1
            direction      | (3, 4)       |     | 3i+4j              | CORRECT | unit vectors
            direction      | (3, 4)       |     | (-3,-4)            | WRONG   | the opposite
            direction      | (3, 4)       |     | (0,0)              | WRONG   | zero has no direction
            direction      | (3, 4)       |     | (4,3)              | WRONG   | another
            direction      | (3, 4)       |     | (3,4,0)            | INVALID | in space
            direction      | (3, 4)       |     | 5                  | INVALID | a number
            direction      | (0, 2)       |     | (0,1)              | CORRECT | along an axis
            direction      | (0, 2)       |     | (1,0)              | WRONG   | along the other axis
            parallel       | (1, 2, -2)   |     | (-1,-2,2)          | CORRECT | the opposite
            parallel       | (1, 2, -2)   |     | (1/2, 1, -1)       | CORRECT | half
            parallel       | (1, 2, -2)   |     | (1,2,2)            | WRONG   | a sign
            parallel       | (1, 2, -2)   |     | (0,0,0)            | WRONG   | zero is no normal vector
            parallel       | (1, 2, -2)   |     | (√2, 2√2, -2√2)    | CORRECT | an irrational multiple
            parallel       | (-2*x, -2*y, 1) | x y | (2x, 2y, -1)   | CORRECT | functions
            equation       | x + 2*y = 4  | x y | x + 2y = 4         | CORRECT | the equation
            equation       | x + 2*y = 4  | x y | 2y = 4 - x         | CORRECT | rearranged
            equation       | x + 2*y = 4  | x y | y = 2 - x/2        | CORRECT | solved
            equation       | x + 2*y = 4  | x y | x/4 + y/2 = 1      | CORRECT | divided
            equation       | x + 2*y = 4  | x y | 4 = x + 2y         | CORRECT | sides exchanged
            equation       | x + 2*y = 4  | x y | -x - 2y + 4 = 0    | CORRECT | all on one side
            equation       | x + 2*y = 4  | x y | y - 1 = -1/2 (x-2) | CORRECT | point and slope
            equation       | x + 2*y = 4  | x y | x + 2y = 5         | WRONG   | parallel
            equation       | x + 2*y = 4  | x y | 2x + y = 4         | WRONG   | exchanged
            equation       | x + 2*y = 4  | x y | x + 2y             | INVALID | no equation
            equation       | x + 2*y = 4  | x y | 0 = 0              | WRONG   | says nothing
            equation       | x + 2*y = 4  | x y | x = x              | WRONG   | says nothing
            equation       | x + 2*y = 4  | x y | 1 = 2              | WRONG   | is never true
            equation       | x + 2*y = 4  | x y | x + 2y < 4         | INVALID | an inequality
            equation       | x^2 + y^2 = 4 | x y | x^2 + y^2 - 4 = 0 | CORRECT | a circle
            equation       | x^2 + y^2 = 4 | x y | sqrt(x^2+y^2) = 2 | CORRECT | the same circle
            equation       | x^2 + y^2 = 4 | x y | y = sqrt(4-x^2)   | WRONG   | half a circle
            equation       | x^2 + y^2 = 4 | x y | (x^2+y^2-4)(x-1)=0 | WRONG  | and a line
            equation       | x^2 + y^2 = 4 | x y | (x^2+y^2-4)(x^2+y^2)=0 | WRONG | and a point
            equation       | y = 2*x      | x y | y/x = 2            | WRONG   | without the origin
            equation       | y = x^2      | x y | y - x^2 = 0        | CORRECT | a parabola
            equation       | x = 2        | x   | (x-2)^2 = 0        | CORRECT | the same solution
            equation       | x = 2        | x   | x^2 = 4            | WRONG   | one solution too many
            equation       | 2*x + 3*y - z = 5 | x y z | z = 2x + 3y - 5 | CORRECT | a plane
            equation       | 2*x + 3*y - z = 5 | x y z | z = 2x + 3y + 5 | WRONG | a parallel plane
            equation       | 2*x + 3*y - z = 5 | x y z | 2(x-1) + 3(y-1) - (z-0) = 0 | CORRECT | point and normal
            equation       | x*y = 1      | x y | y = 1/x            | CORRECT | a hyperbola
            """)
    void grades(String kind, String value, String variables, String response, Outcome expected, String why) {
        var verdict = Graders.grade(kind, value, variables == null ? "" : variables, response);

        assertThat(verdict.outcome()).as(why).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{3} for {1} is a slip: {4}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            antiderivative                   | x^3/3       | x     | 2x             | derivative
            antiderivative                   | x^3/3       | x     | -x^3/3         | sign
            antiderivative                   | ln(abs(x))  | x     | ln(x)          | domain
            antiderivative constant=required | x^3/3       | x     | x^3/3          | plus-c
            limit                            | inf         |       | -inf           | sign
            direction                        | (3, 4)      |       | (-3, -4)       | sign
            direction                        | (3, 4)      |       | (0, 0)         | zero
            parallel                         | (1, 2, -2)  |       | (1, 2, 2)      | sign
            equation                         | x + 2*y = 4 | x y   | x + 2y = 5     | shift
            equation                         | x + 2*y = 4 | x y   | 2x + y = 4     | swapped
            equation                         | x + 2*y = 4 | x y   | x - x = 0      | always
            """)
    void namesTheMistake(String kind, String value, String variables, String response, String word) {
        var verdict = Graders.grade(kind, value, variables == null ? "" : variables, response);

        assertThat(verdict.outcome()).isEqualTo(Outcome.WRONG);
        assertThat(verdict.mistake()).contains(word);
        assertThat(verdict.message()).isNotBlank();
    }
}
