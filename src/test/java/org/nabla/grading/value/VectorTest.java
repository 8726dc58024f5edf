package org.nabla.grading.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.grading.Outcome;
import org.nabla.grading.grader.Graders;

class VectorTest {

    @ParameterizedTest(name = "{3} for {1} is {4}: {6}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            vector | (1, 2)      |     | (1,2)             | CORRECT | 1   | round brackets
            vector | (1, 2)      |     | <1,2>             | CORRECT | 1   | angle brackets
            vector | (1, 2)      |     | ⟨1,2⟩             | CORRECT | 1   | angle brackets
            vector | (1, 2)      |     | [1,2]             | CORRECT | 1   | square brackets
            vector | (1, 2)      |     | i+2j              | CORRECT | 1   | unit vectors
            vector | (1, 2)      |     | 2j + i            | CORRECT | 1   | unit vectors in another order
            vector | (1, 2)      |     | \\langle 1,2\\rangle | CORRECT | 1 | LaTeX
            vector | (1, 2)      |     | \\begin{pmatrix}1\\\\2\\end{pmatrix} | CORRECT | 1 | a column
            vector | (1, 2)      |     | "1, 2"            | CORRECT | 1   | without brackets
            vector | (1, 2)      |     | ∇f = (1, 2)       | CORRECT | 1   | the left side only names the answer
            vector | (1, 2)      |     | \\nabla f(1,2) = (1, 2) | CORRECT | 1 | the same in LaTeX
            vector | (1, 2)      |     | "(1.0, 4/2)"      | CORRECT | 1   | entries follow the rules for numbers
            vector | (1, 2)      |     | (1,3)             | PARTIAL | 0.5 | one of two
            vector | (1, 2)      |     | (2,1)             | WRONG   | 0   | exchanged
            vector | (1, 2)      |     | (3,4)             | WRONG   | 0   | nothing is right
            vector | (1, 2)      |     | (1,2,0)           | INVALID | 0   | one entry too many
            vector | (1, 2)      |     | 3                 | INVALID | 0   | a number
            vector | (1, 2)      |     | {1,2}             | INVALID | 0   | a set has no order
            vector | (1, 2)      |     | (1,2              | INVALID | 0   | unbalanced
            vector | (1, 2)      |     | (1,)              | INVALID | 0   | an entry is missing
            vector | (1, 2)      |     | "(x, 2)"          | INVALID | 0   | there is no x
            vector | (1, 2, 3)   |     | i+2j+3k           | CORRECT | 1   | three unit vectors
            vector | (0, 2, 0)   |     | 2j                | CORRECT | 1   | the others are zero
            vector | (1, 2, 3)   |     | (1,2,4)           | PARTIAL | 0.6667 | two of three
            vector | (3/5, 4/5)  |     | 1/5 (3,4)         | CORRECT | 1   | a multiple
            vector | (3/5, 4/5)  |     | (3,4)/5           | CORRECT | 1   | a quotient
            vector | (3/5, 4/5)  |     | "(0.6, 0.8)"      | CORRECT | 1   | decimals
            vector | (3/5, 4/5)  |     | (3,4)             | WRONG   | 0   | not of length 1
            vector | (1, 2)/sqrt(5) |  | (1/√5, 2/√5)      | CORRECT | 1   | entry by entry
            vector | (1, 2)/sqrt(5) |  | (0.4472, 0.8944)  | CORRECT | 1   | four digits
            vector | (1, 2)/sqrt(5) |  | (0.447, 0.894)    | INVALID | 0   | three digits: free
            vector | (4, 6)      |     | (1,2)+(3,4)       | CORRECT | 1   | a sum
            vector | (-1, -2)    |     | -(1,2)            | CORRECT | 1   | an opposite
            vector | (2*x, 2*y)  | x y | (2x, 2y)          | CORRECT | 1   | functions
            vector | (2*x, 2*y)  | x y | 2xi + 2yj         | CORRECT | 1   | functions with unit vectors
            vector | (2*x, 2*y)  | x y | 2(x,y)            | CORRECT | 1   | a multiple
            vector | (2*x, 2*y)  | x y | (2y, 2x)          | WRONG   | 0   | exchanged
            vector | (2*x, 2*y)  | x y | 2x + 2y           | INVALID | 0   | a sum is a number
            vector | (y*z, x*z, x*y) | x y z | yz i + xz j + xy k | CORRECT | 1 | products with unit vectors
            vector | (1, 0, 0)   |     | cross((0,1,0),(0,0,1)) | CORRECT | 1 | a cross product
            point  | (1, 2)      |     | (1,2)             | CORRECT | 1   | a point
            point  | (1, 2)      | x y | "x=1, y=2"        | CORRECT | 1   | coordinates by name
            point  | (1, 2)      | x y | "y=2, x=1"        | CORRECT | 1   | in any order
            point  | (1, 2)      |     | P = (1,2)         | CORRECT | 1   | a named point
            point  | (1, 2)      |     | (2,1)             | WRONG   | 0   | exchanged
            "vector weights=3|1" | (1, 2) |  | (1,5)       | PARTIAL | 0.75 | the first counts more
            """)
    void grades(
            String kind, String value, String variables, String response, Outcome expected, double score, String why) {
        var verdict = Graders.grade(kind, value, variables == null ? "" : variables, response);

        assertThat(verdict.outcome()).as(why).isEqualTo(expected);
        assertThat(verdict.score()).isCloseTo(score, within(1e-4));
    }

    @ParameterizedTest(name = "{2} for {0} is a slip: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            (1, 2)        |     | (2, 1)       | swapped
            (1, 2, 5)     |     | (1, 5, 2)    | swapped
            (1, 2)        |     | (1, -2)      | sign
            (1, 2)        |     | (-1, -2)     | sign
            (3/5, 4/5)    |     | (3, 4)       | factor
            (2*x, 2*y)    | x y | (x, y)       | factor
            (2*x*y, x^2)  | x y | (x^2, 2xy)   | swapped
            (2*x*y, x^2)  | x y | (-2xy, x^2)  | sign
            (2*x*y, x^2)  | x y | (xy, x^2)    | factor
            """)
    void namesTheMistake(String value, String variables, String response, String word) {
        var verdict = Graders.grade("vector", value, variables == null ? "" : variables, response);

        assertThat(verdict.outcome()).isIn(Outcome.WRONG, Outcome.PARTIAL);
        assertThat(verdict.mistake()).contains(word);
        assertThat(verdict.message()).isNotBlank();
    }
}
