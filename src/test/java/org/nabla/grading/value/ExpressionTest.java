package org.nabla.grading.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.grading.AnswerSpec;
import org.nabla.grading.Outcome;
import org.nabla.grading.Verdict;
import org.nabla.grading.grader.Graders;

class ExpressionTest {

    @ParameterizedTest(name = "{3} for {1} in {2} is {4}: {5}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            expression | 2*x*y            | x y   | 2xy               | CORRECT | the key
            expression | 2*x*y            | x y   | 2yx               | CORRECT | factors in another order
            expression | 2*x*y            | x y   | xy+yx             | CORRECT | not collected
            expression | 2*x*y            | x y   | f(x,y) = 2xy      | CORRECT | the left side only names the answer
            expression | 2*x*y            | x y   | z = 2xy           | CORRECT | the same
            expression | 2*x*y            | x y   | f_x = 2xy         | CORRECT | the same
            expression | 2*x*y            | x y   | ∂f/∂x = 2xy       | CORRECT | the same
            expression | 2*x*y            | x y   | \\frac{\\partial f}{\\partial x} = 2xy | CORRECT | the same in LaTeX
            expression | 2*x*y            | x y   | 2\\cdot x\\cdot y | CORRECT | LaTeX
            expression | 2*x*y            | x y   | 2x                | WRONG   | y is missing
            expression | 2*x*y            | x y   | 2x²y              | WRONG   | a power too many
            expression | 2*x*y            | x y   | x = 2xy           | INVALID | an equation
            expression | 2*x*y            | x y   | xy = 2            | INVALID | an equation
            expression | 2*x*y            | x y   | 2xy = 2yx         | INVALID | an equation
            expression | 2*x*y            | x y   | 2xk               | INVALID | there is no k
            expression | 2*x*y            | x y   | 2X                | INVALID | a capital letter
            expression | 2*x*y            | x y   | "(2xy, x^2)"      | INVALID | a vector
            expression | 2*x*y            | x y   | 2x*/y             | INVALID | two operators
            expression | (x-1)*(x+1)      | x     | x^2-1             | CORRECT | expanded
            expression | x+1              | x     | (x^2-1)/(x-1)     | CORRECT | a removable gap
            expression | sqrt(x^2)        | x     | "|x|"             | CORRECT | the same
            expression | sqrt(x^2)        | x     | x                 | WRONG   | the sign is lost
            expression | sqrt(x^2)        | x:positive | x            | CORRECT | for positive x
            expression | ln(x*y)          | x:positive y:positive | ln x + ln y | CORRECT | for positive letters
            expression | x/3              | x     | 0.333x            | WRONG   | in a function decimals are exact
            expression | x/4              | x     | 0.25x             | CORRECT | 0.25 is 1/4
            expression | x                | x     | x + 1e-10         | WRONG   | near is not equal
            expression | sin(2*x)         | x     | 2 sin x cos x     | CORRECT | double angle
            expression | sin(x)^2         | x     | 1 - cos^2 x       | CORRECT | Pythagoras
            expression | exp(x*y)         | x y   | e^(xy)            | CORRECT | a power of e
            expression | exp(x*y)         | x y   | e^xy              | INVALID | read as e^x times y: asked about
            expression | 1/sqrt(x^2+y^2)  | x y   | (x^2+y^2)^(-1/2)  | CORRECT | a power
            expression | 3                | x y   | 3                 | CORRECT | a constant function
            expression | sqrt(2)          | x y   | 1.414             | CORRECT | a number follows the rule for numbers
            expression form=factored   | (x-2)*(x-3)   | x | (x-3)(x-2)  | CORRECT | factors in another order
            expression form=factored   | (x-2)*(x-3)   | x | (2-x)(3-x)  | CORRECT | both turned round
            expression form=factored   | (x-2)*(x-3)   | x | x^2-5x+6    | INVALID | expanded
            expression form=factored   | 2*x*(x-3)     | x | x(2x-6)     | INVALID | a 2 can be taken out
            expression form=factored   | (x-1)^2       | x | (1-x)^2     | CORRECT | turned round
            expression form=factored   | (x-1)^2       | x | (x-1)(x-1)  | CORRECT | a square as a product
            expression form=factored   | (x-1)*(x-2)*(x-3) | x | (x^2-3x+2)(x-3) | INVALID | not factored as far as possible
            expression form=factored   | (x-2)*(x-3)   | x | (x-2)(x-4)  | WRONG   | another value
            expression form=factored   | x^2-5*x+6     | x | (x-3)(x-2)  | CORRECT | where the author did not factor
            expression form=factored   | x^2-5*x+6     | x | x^2-5x+6    | INVALID | the key as it stands splits
            expression form=factored   | x^2+1         | x | x^2+1       | CORRECT | does not split
            expression form=factored   | x^2-y^2       | x y | (x+y)(x-y) | CORRECT | two letters
            expression form=factored   | x^2-y^2       | x y | x^2-y^2   | INVALID | a difference of squares
            expression form=factored   | 6*x*y+4*x     | x y | 2x(3y+2)  | CORRECT | a common factor
            expression form=factored   | 6*x*y+4*x     | x y | x(6y+4)   | INVALID | a 2 is left inside
            expression form=factored   | exp(x)*(x+1)  | x | (x+1)e^x    | CORRECT | an exponential factor
            expression form=factored   | exp(x)*(x+1)  | x | xe^x+e^x    | INVALID | not taken out
            expression form=expanded   | x^2-1         | x | (x-1)(x+1)  | INVALID | not multiplied out
            expression form=expanded   | x^2-1         | x | x^2-1       | CORRECT | expanded
            expression form=expanded   | x^2+2*x+1     | x | (x+1)^2     | INVALID | a power of a sum
            expression form=expanded   | x^2+x         | x | x(x+1)      | INVALID | a product
            expression form=simplified | 2*x           | x | x+x         | INVALID | like terms
            expression form=simplified | 2*x           | x | 2x          | CORRECT | simplified
            expression form=simplified | x/2           | x | 2x/4        | INVALID | can be cancelled
            expression form=simplified | x^2           | x | x*x         | INVALID | a power
            expression form=single-fraction | (x+y)/(x*y) | x y | 1/x+1/y  | INVALID | two fractions
            expression form=single-fraction | (x+y)/(x*y) | x y | (x+y)/(xy) | CORRECT | one fraction
            """)
    void grades(String kind, String value, String variables, String response, Outcome expected, String why) {
        assertThat(Graders.grade(kind, value, variables, response).outcome())
                .as(why)
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{2} for {0} is a slip: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            2*x*y       | x y | -2xy       | sign
            2*x*y       | x y | xy         | factor
            2*x*y       | x y | 6xy        | factor
            2*x         | x   | 2x + 3     | constant
            2*x + y     | x y | 2y + x     | swapped
            x/y^2       | x y | y/x^2      | swapped
            1/(x^2+1)   | x   | x^2+1      | reciprocal
            sqrt(x^2+1) | x   | x^2+1      | square
            x/3         | x   | 0.333x     | rounding
            x^2 - x y + 3y | x y | x^2 + x y + 3y | term-sign
            -(x^2 + x y) | x y | -x^2 + x y | term-sign
            3x^2 y(x - y) | x y | 3x^3 y + 3x^2 y^2 | term-sign
            e^x cos(y) + x e^x | x y | e^x cos(y) | missing-term
            x^2 - x y + 3y | x y | x^2 + 3y   | missing-term
            3x^2 + 4x y | x y | 3x^2 + 2x y   | coefficient
            x(y + 2)    | x y | x y + 2       | brackets
            2x(x + y + 1) | x y | 2x^2 + y + 1 | brackets
            (x + y)^2   | x y | x^2 + y^2     | brackets
            """)
    void namesTheMistake(String value, String variables, String response, String word) {
        var verdict = Graders.grade("expression", value, variables, response);

        assertThat(verdict.outcome()).isEqualTo(Outcome.WRONG);
        assertThat(verdict.mistake()).contains(word);
        assertThat(verdict.message()).isNotBlank().doesNotContain(value);
    }

    @ParameterizedTest(name = "{0} is a slip: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            x^2 + 3y^2     | variable
            x^2 y + y^3    | function
            """)
    void aDerivativeByTheOtherVariableIsNamed(String response, String word) {
        var verdict = Graders.grade("expression function=x^2*y+y^3", "2*x*y", "x y", response);

        assertThat(verdict.outcome()).isEqualTo(Outcome.WRONG);
        assertThat(verdict.mistake()).contains(word);
    }

    @Test
    void theExercisesOwnMistakesComeFirst() {
        var spec = Graders.spec(
                "expression",
                "2*x*y",
                "x y",
                new AnswerSpec.Mistake("x^2", "That is the derivative by y."),
                new AnswerSpec.Mistake("-2*x*y", "Mind the minus of the exercise."));

        var verdict = Graders.GRADER.grade(spec, "-2yx");

        assertThat(verdict.message()).isEqualTo("Mind the minus of the exercise.");
        assertThat(verdict.mistake()).contains("1");
    }

    @Test
    void aWrongFunctionIsShownAPointAtWhichItDiffers() {
        var shown = Graders.grade("expression", "x^2 + y", "x y", "x^2 + y^3").counterexample();

        assertThat(shown).isPresent();
        assertThat(shown.get().point()).containsOnlyKeys("x", "y");
        assertThat(shown.get().response()).isNotEqualTo(shown.get().key());
    }

    @Test
    void theReadingIsEchoed() {
        var read = Graders.GRADER.preview(Graders.spec("expression", "2*x*y", "x y"), "f(x,y) = 2xy");

        assertThat(read.understood()).get().extracting(Verdict.Understood::text).isEqualTo("2*x*y");
        assertThat(read.problem()).isEmpty();
    }

    @Test
    void aProblemSaysWhere() {
        var read = Graders.GRADER.preview(Graders.spec("expression", "2*x*y", "x y"), "z = 2xk");

        assertThat(read.understood()).isEmpty();
        assertThat(read.problem()).get().satisfies(problem -> {
            assertThat(problem.position()).isEqualTo(6);
            assertThat(problem.length()).isEqualTo(1);
            assertThat(problem.message()).contains("k");
        });
    }
}
