package org.nabla.grading.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.grading.Outcome;
import org.nabla.grading.grader.Graders;

/** Conditions, and iterated integrals. */
class OpenKindsTest {

    @ParameterizedTest(name = "{1} with {0} is {2}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            size=3 | norm(v) = 1 and dot(v, (1,2,2)) = 0 | (0, 1, -1)/sqrt(2)  | CORRECT | one of many
            size=3 | norm(v) = 1 and dot(v, (1,2,2)) = 0 | (0, 1/√2, -1/√2)    | CORRECT | entry by entry
            size=3 | norm(v) = 1 and dot(v, (1,2,2)) = 0 | (2/√5, -1/√5, 0)    | CORRECT | another
            size=3 | norm(v) = 1 and dot(v, (1,2,2)) = 0 | (j - k)/√2          | CORRECT | unit vectors
            size=3 | norm(v) = 1 and dot(v, (1,2,2)) = 0 | (0, 1, -1)          | WRONG   | not of length 1
            size=3 | norm(v) = 1 and dot(v, (1,2,2)) = 0 | (1, 0, 0)           | WRONG   | not orthogonal
            size=3 | norm(v) = 1 and dot(v, (1,2,2)) = 0 | (0, 0, 0)           | WRONG   | not of length 1
            size=3 | norm(v) = 1 and dot(v, (1,2,2)) = 0 | "(0, 1)"            | INVALID | in the plane
            size=3 | norm(v) = 1 and dot(v, (1,2,2)) = 0 | 1                   | INVALID | a number
            size=2 | v_1 + v_2 = 5 and v_1 > v_2         | (3, 2)              | CORRECT | entries by number
            size=2 | v_1 + v_2 = 5 and v_1 > v_2         | (2, 3)              | WRONG   | the wrong way round
            size=2 | v_1 + v_2 = 5 and v_1 > v_2         | (5/2, 5/2)          | WRONG   | equal is not larger
            size=2 | v_1^2 + v_2^2 = 25 and v != (3, 4)  | (4, 3)              | CORRECT | another point of the circle
            size=2 | v_1^2 + v_2^2 = 25 and v != (3, 4)  | (3, 4)              | WRONG   | the excluded point
            name=c | c^2 < 2 and c > 1                   | 1.4                 | CORRECT | a number between
            name=c | c^2 < 2 and c > 1                   | √2                  | WRONG   | the end is not between
            name=c | c^2 <= 2 and c > 1                  | √2                  | CORRECT | here it is
            """)
    void anythingThatMeetsTheConditionsIsRight(
            String options, String conditions, String response, Outcome expected, String why) {
        assertThat(Graders.grade("condition " + options, conditions, "", response)
                        .outcome())
                .as(why)
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{2} for {0} is {3}: {5}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            int_0^1 int_0^x x*y dy dx | x y | int_0^1 int_0^x xy dy dx       | CORRECT | 1   | the key
            int_0^1 int_0^x x*y dy dx | x y | ∫_0^1 ∫_0^x xy dy dx           | CORRECT | 1   | with its sign
            int_0^1 int_0^x x*y dy dx | x y | ∫_0^1∫_0^x xy dydx             | CORRECT | 1   | without spaces
            int_0^1 int_0^x x*y dy dx | x y | \\int_0^1\\int_0^x xy\\,dy\\,dx | CORRECT | 1  | LaTeX
            int_0^1 int_0^x x*y dy dx | x y | \\int_{0}^{1}\\int_{0}^{x} x y \\mathrm{d}y \\mathrm{d}x | CORRECT | 1 | LaTeX with upright d
            int_0^1 int_0^x x*y dy dx | x y | integrate(integrate(x*y, y, 0, x), x, 0, 1) | CORRECT | 1 | as a call
            int_0^1 int_0^x x*y dy dx | x y | I = int_0^1 int_0^x xy dy dx   | CORRECT | 1   | named
            int_0^1 int_0^x x*y dy dx | x y | int_0^1 int_0^x yx dy dx       | CORRECT | 1   | factors exchanged
            int_0^1 int_0^x x*y dy dx | x y | 1/2 int_0^1 int_0^x 2xy dy dx  | CORRECT | 1   | a factor in front
            int_0^1 int_0^x x*y dy dx | x y | int_0^1 int_0^1 xy dy dx       | PARTIAL | 0.8 | a wrong bound
            int_0^1 int_0^x x*y dy dx | x y | int_0^1 int_0^x x dy dx        | PARTIAL | 0.8 | a wrong integrand
            int_0^1 int_0^x x*y dy dx | x y | int_0^1 int_y^1 xy dx dy       | INVALID | 0   | in an order that is not offered
            int_0^1 int_0^x x*y dy dx | x y | int_0^1 int_0^x xy dy          | INVALID | 0   | a differential is missing
            int_0^1 int_0^x x*y dy dx | x y | int_0^1 xy dy dx               | INVALID | 0   | a sign is missing
            int_0^1 int_0^x x*y dy dx | x y | int_0^1 int_0^k xy dy dx       | INVALID | 0   | there is no k
            int_0^1 int_0^x x*y dy dx | x y | 1/8                            | INVALID | 0   | its value
            int_0^1 int_0^2 x*y dy dx | x y | int_0^2 int_0^1 xy dx dy       | CORRECT | 1   | a box in the other order
            int_0^1 int_0^2 x*y dy dx | x y | int_0^1 int_0^2 xy dx dy       | PARTIAL | 0.6 | a box with exchanged bounds
            int_0^1 int_0^sqrt(1-x^2) 1 dy dx | x y | int_0^1 int_0^(sqrt(1-x^2)) 1 dy dx | CORRECT | 1 | a bound in brackets
            int_0^1 int_0^sqrt(1-x^2) 1 dy dx | x y | \\int_0^1\\int_0^{\\sqrt{1-x^2}} dy dx | CORRECT | 1 | nothing under the integral is 1
            int_0^(2pi) int_0^2 r^3 dr dtheta | r:nonnegative theta | ∫_0^{2π} ∫_0^2 r^3 dr dθ | CORRECT | 1 | polar
            int_0^(2pi) int_0^2 r^3 dr dtheta | r:nonnegative theta | int_0^2pi int_0^2 r^2 * r dr dtheta | CORRECT | 1 | with the factor r apart
            int_0^(2pi) int_0^2 r^3 dr dtheta | r:nonnegative theta | int_0^2pi int_0^2 r^2 dr dtheta | PARTIAL | 0.8 | without the factor r
            int_0^1 int_0^x int_0^y z dz dy dx | x y z | int_0^1 int_0^x int_0^y z dz dy dx | CORRECT | 1 | three
            int_0^inf e^(-x) dx       | x   | int_0^∞ e^(-x) dx              | CORRECT | 1   | improper
            """)
    void boundsAndIntegrandAreJudged(
            String value, String variables, String response, Outcome expected, double score, String why) {
        var verdict = Graders.grade("integral", value, variables, response);

        assertThat(verdict.outcome()).as(why).isEqualTo(expected);
        assertThat(verdict.score()).isCloseTo(score, within(1e-6));
    }

    @Test
    void anErrorInsideAnIntegralSaysWhere() {
        var verdict = Graders.grade("integral", "int_0^1 int_0^x x*y dy dx", "x y", "int_0^1 int_0^x xk dy dx");

        assertThat(verdict.problem())
                .get()
                .satisfies(problem -> assertThat(problem.position()).isEqualTo(17));
    }

    @Test
    void aMissingAreaElementIsNamed() {
        var verdict = Graders.grade(
                "integral",
                "int_0^(2pi) int_0^2 r^3 dr dtheta",
                "r:nonnegative theta",
                "int_0^(2pi) int_0^2 r^2 dr dtheta");

        assertThat(verdict.mistake()).contains("integrand");
    }
}
