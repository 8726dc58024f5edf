package org.nabla.math.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.math.AlgebraAwayException;
import org.nabla.math.CalculusException;
import org.nabla.math.Cas;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Formulas;

/** Author's formulas that need no algebra system: what they give, as a textbook prints it. */
class CalculusTest {

    /** An algebra system that never finds anything, for the same reason each time. */
    private record Fruitless(Cas.Reason reason) implements Cas {
        @Override
        public Answer ask(Operation operation, List<Expression> arguments, Map<String, Domain> domains, Budget budget) {
            return new Answer.Failed(reason);
        }

        @Override
        public boolean ready() {
            return false;
        }

        @Override
        public void close() {}
    }

    private static Calculus with(Cas.Reason reason) {
        return new Calculus(new Fruitless(reason), Duration.ofSeconds(1));
    }

    /** Everything here must come from our own rules. */
    private static final Calculus CALCULUS = with(Cas.Reason.UNSUPPORTED);

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            diff(x^2*y, x, y)                                   | 2x
            diff(sin(x), x, 2)                                  | -sin(x)
            gradient(x^2*y + sin(y), [x, y])                    | (2x*y, x^2 + cos(y))
            at(gradient(x^2*y, [x, y]), [x, y], (1, 2))         | (4, 1)
            hessian(x^3*y^2, [x, y])                            | [[6x*y^2, 6x^2*y], [6x^2*y, 2x^3]]
            jacobian((r*cos(theta), r*sin(theta)), [r, theta])  | [[cos(theta), -r*sin(theta)], [sin(theta), r*cos(theta)]]
            det(jacobian((r*cos(theta), r*sin(theta)), [r, theta])) | r
            det(jacobian((rho*sin(phi)*cos(theta), rho*sin(phi)*sin(theta), rho*cos(phi)), [rho, phi, theta])) | rho^2*sin(phi)
            dot((3, 4), (1, 2))/norm((3, 4))                    | 11/5
            cross((1, 2, 3), (4, 5, 6))                         | (-3, 6, -3)
            norm((x, 2x))                                       | sqrt(5)*abs(x)
            divergence((x^2, y^2, z^2), [x, y, z])              | 2x + 2y + 2z
            curl((-y, x), [x, y])                               | 2
            curl((y*z, x*z, x*y^2), [x, y, z])                  | (2x*y - x, y - y^2, 0)
            laplacian(ln(x^2 + y^2), [x, y])                    | 0
            [[1, 2], [3, 4]]*(x, y)                             | (x + 2y, 3x + 4y)
            [[1, 2], [3, 4]]^2                                  | [[7, 10], [15, 22]]
            inverse([[1, 2], [3, 4]])                           | [[-2, 1], [3/2, -1/2]]
            transpose((1, 2))*[[1, 2], [3, 4]]*(1, 2)           | 27
            (1, 2)*transpose((3, 4))                            | [[3, 4], [6, 8]]
            (1, 2) + 3*(x, y)/norm((3, 4))                      | (3x/5 + 1, 3y/5 + 2)
            eigenvalues([[2, 1], [1, 2]])                       | {1, 3}
            eigenvectors([[2, 1], [1, 2]], 3)                   | {(1, 1)}
            eigenvectors([[2, 0], [0, 2]], 2)                   | {(1, 0), (0, 1)}
            rank([[1, 2], [2, 4]])                              | 1
            trace([[a, b], [c, x]])                             | a + x
            sum(x^n/factorial(n), n, 0, 3)                      | x^3/6 + x^2/2 + x + 1
            sum(entry((3, 4, 5), n), n, 1, 3)                   | 12
            entry([[1, 2], [3, 4]], 2, 1)                       | 3
            length((1, 2, 3))                                   | 3
            decimal(pi, 5)                                      | 3.1416
            sigmoid((0, x))                                     | (1/2, sigmoid(x))
            taylor(1/x, x, 1, 3)                                | 1 - (x - 1) + (x - 1)^2 - (x - 1)^3
            taylor(e^x*cos(y), [x, y], (0, 0), 2)               | 1 + x + x^2/2 - y^2/2
            entry(entry(eigenvectors([[1, 1], [1, 0]], (1 + sqrt(5))/2), 1), 1) | (1 + sqrt(5))/2
            expand((x + 1)^3)                                   | x^3 + 3x^2 + 3x + 1
            """)
    void evaluates(String formula, String expected) {
        assertThat(CALCULUS.evaluate(Formulas.read(formula), Map.of())).isEqualTo(Formulas.read(expected));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', textBlock = """
            integrate(x^2, x)                               | x^3/3
            integrate(x^2, x, 0, 1)                         | 1/3
            integrate(x*e^(x^2), x)                         | e^(x^2)/2
            integrate(e^(-x), x, 0, inf)                    | 1
            integrate(1/x, x, 1, e)                         | 1
            integrate(1/(1 + x^2), x, 0, 1)                 | pi/4
            integrate(integrate(x*y, y, 0, x), x, 0, 1)     | 1/8
            integrate(sin(x)^2, x, 0, pi)                   | pi/2
            integrate(x*sin(x), x)                          | sin(x) - x*cos(x)
            integrate(x*ln(x), x, 1, 2)                     | 2*ln(2) - 3/4
            integrate(sqrt(4 - x^2), x, 0, 2)               | pi
            integrate(cos(x)^4, x, 0, pi/2)                 | 3pi/16
            integrate(1/sqrt(x), x, 0, 1)                   | 2
            integrate(ln(x), x, 0, 1)                       | -1
            integrate(abs(x), x, -1, 2)                     | 5/2
            integrate(r*e^(-r^2), r, 0, inf)                | 1/2
            integrate(integrate(e^(y^2), x, 0, y), y, 0, 1) | (e - 1)/2
            integrate(x*sqrt(x^2 + 1), x)                   | (x^2 + 1)^(3/2)/3
            integrate(e^(-x^2), x, -inf, inf)               | sqrt(pi)
            integrate(x^2*sqrt(1 - x^2), x, 0, 1)           | pi/16
            limit(x*ln(x), x, 0)                            | 0
            limit((e^x - e^(-x))/(e^x + e^(-x)), x, inf)    | 1
            limit(sqrt(x^2 + x) - x, x, inf)                | 1/2
            limit(sin(x)/x, x, 0)                           | 1
            limit((x^2 - 1)/(x - 1), x, 1)                  | 2
            limit((1 - cos(x))/x^2, x, 0)                   | 1/2
            limit((1 + 1/x)^x, x, inf)                      | e
            limit((3x^2 + 1)/(x^2 - 5), x, inf)             | 3
            limit(x^3*e^(-x), x, inf)                       | 0
            limit(1/x^2, x, 0)                              | inf
            solve(x^2 - 5x + 6 = 0, x)                      | {2, 3}
            solve(x^2 = 2, x)                               | {-sqrt(2), sqrt(2)}
            solve([2x - 2, 4y + 8], [x, y])                 | {(1, -2)}
            solve([3x^2 - 3y, 3y^2 - 3x], [x, y])           | {(0, 0), (1, 1)}
            solve([4x^3 - 4y, 4y^3 - 4x], [x, y])           | {(-1, -1), (0, 0), (1, 1)}
            solve([y - 2c*x, x - 2c*y, x^2 + y^2 - 8], [x, y, c]) | {(-2, -2, 1/2), (-2, 2, -1/2), (2, -2, -1/2), (2, 2, 1/2)}
            solve([x^2 + y^2 - 25, x - y - 1], [x, y])      | {(-3, -4), (4, 3)}
            """)
    void findsAndConfirms(String formula, String expected) {
        assertThat(CALCULUS.evaluate(Formulas.read(formula), Map.of())).isEqualTo(Formulas.read(expected));
    }

    @ParameterizedTest(name = "{0} is refused: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            integrate(1/x^2, x, -1, 1)      | a pole inside
            integrate(1/x, x, -1, 1)        | a pole whose two sides look as if they cancel
            integrate(1/x, x, 0, 1)         | a pole at an end
            integrate(1/x, x, 1, inf)       | too slow a decay
            limit(abs(x)/x, x, 0)           | two sides
            limit(1/x, x, 0)                | two signs of infinity
            limit(sin(1/x), x, 0)           | oscillation
            at(1/x, x, 0)                   | no value
            inverse([[1, 2], [2, 4]])       | singular
            (1, 2)*(3, 4)                   | not a product
            (1, 2) + (1, 2, 3)              | different sizes
            cross((1, 2), (3, 4))           | not in the plane
            diff(floor(x), x)               | a step
            entry((1, 2), 3)                | no such entry
            eigenvectors([[1, 0], [0, 2]], 3) | no eigenvalue
            """)
    void refuses(String formula, String why) {
        assertThatThrownBy(() -> CALCULUS.evaluate(Formulas.read(formula), Map.of()))
                .as(why)
                .isInstanceOf(CalculusException.class)
                .hasMessageMatching("[A-Z\\d(].*\\.");
    }

    @ParameterizedTest(name = "{0} fails while algebra is away")
    @CsvSource(delimiter = '|', textBlock = """
            factor(6x^2 - 24x + 18)       | what is not factored yet would stand in its place for good
            simplify((x^2 - 1)/(x - 1))   | a longer form would stand in its place
            integrate(e^(x^2)*sin(x), x)  | there may be a form
            limit(sin(1/x), x, 0)         | there may be a limit
            solve([e^x - y^5, x^5 - y - sin(x)], [x, y]) | there may be solutions
            """)
    void nothingTakesThePlaceOfWhatAlgebraIsAskedForAndDoesNotSay(String formula, String why) {
        for (var reason : List.of(Cas.Reason.OVERLOADED, Cas.Reason.TIMEOUT)) {
            assertThatThrownBy(() -> with(reason).evaluate(Formulas.read(formula), Map.of()))
                    .as(why)
                    .isInstanceOf(AlgebraAwayException.class)
                    .hasMessageEndingWith(".");
        }
    }

    @Test
    void whatAlgebraHasNoFactorsForStaysAsItIs() {
        assertThat(with(Cas.Reason.UNSUPPORTED).evaluate(Formulas.read("factor(y^3 + x^2)"), Map.of()))
                .isEqualTo(Formulas.read("y^3 + x^2"));
    }
}
