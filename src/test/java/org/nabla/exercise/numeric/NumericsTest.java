package org.nabla.exercise.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.lexing.Vocabulary;
import org.nabla.math.reading.ExpressionParser;
import org.nabla.math.reading.Reading;

class NumericsTest {
    private static final Map<String, Domain> LETTERS =
            Map.of("x", Domain.REAL, "y", Domain.REAL, "z", Domain.REAL, "k", Domain.REAL, "t", Domain.REAL);

    private static Expression parse(String text) {
        var reading = ExpressionParser.parse(text, Vocabulary.of(LETTERS).forAuthors(true));
        assertThat(reading).as(text).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).expression();
    }

    private static Numeric value(String text) {
        var at = new HashMap<String, Numeric>();
        at.put("x", Numeric.of(0.5));
        at.put("y", Numeric.of(2));
        at.put("z", Numeric.of(-1));
        return Numerics.value(parse(text), at);
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            diff(x^3*y, x)                               | 1.5                  | a difference quotient
            diff(x^3*y^2, x, y)                          | 3                    | mixed
            diff(x^4, x, 2)                              | 3                    | twice
            at(diff(sin(x), x), x, 0)                    | 1                    | at another point
            integrate(x^2, x, 0, 3)                      | 9                    | a polynomial
            integrate(1/sqrt(x), x, 0, 1)                | 2                    | a singular end
            integrate(exp(-x^2), x, -inf, inf)           | 1.7724538509055159   | the whole line
            integrate(exp(-x), x, 0, inf)                | 1                    | half a line
            integrate(abs(x - 1/3), x, 0, 1)             | 0.2777777777777778   | a kink
            integrate(integrate(x*y, y, 0, x), x, 0, 2)  | 2                    | a triangle
            limit(sin(x)/x, x, 0)                        | 1                    | a removable point
            limit((1 + 1/x)^x, x, inf)                   | 2.718281828459045    | far away
            sum(k^2, k, 1, 4)                            | 30                   | a sum
            norm((3, 4))                                 | 5                    | a length
            dot((1, 2, 3), (4, 5, 6))                    | 32                   | a dot product
            det([[1, 2], [3, 4]])                        | -2                   | a determinant
            divergence((x^2, y^2), [x, y])               | 5                    | of a field
            curl((-y, x), [x, y])                        | 2                    | in the plane
            laplacian(x^2 + y^2, [x, y])                 | 4                    | two second derivatives
            entry((7, 8), 2)                             | 8                    | counted from 1
            entry([[1, x], [y, 4]], 1, 2)                | 0.5                  | by row and column
            entry((x, y), 2)*entry((x, y), 1)            | 1                    | entries with letters
            at(x^2*y, [x, y], (3, x + y))                | 22.5                 | both letters at once
            at(x - y, [x, y], (y, x))                    | 1.5                  | letters that change places
            at(at(x*y, x, y + 1), y, 3)                  | 12                   | one after the other
            integrate(at(x*t, x, t), t, 0, 3)            | 9                    | a letter that is bound outside
            at(integrate(x*t, t, 0, 2), x, 5)            | 10                   | a letter that is bound inside
            trace([[1, 2], [3, 4]])                      | 5                    | a sum along the diagonal
            piecewise(1, x < 0, 2, x < 1, 3)             | 2                    | the first that holds
            """)
    void numbersComeOutRight(String formula, double expected, String why) {
        assertThat(value(formula).number()).isCloseTo(expected, within(1e-6));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', textBlock = """
            gradient(x^2*y, [x, y])            | (2, 1/4)
            jacobian((x*y, x + y), [x, y])     | [[2, 1/2], [1, 1]]
            hessian(x^2*y, [x, y])             | [[4, 1], [1, 0]]
            curl((y*z, x, x*y), [x, y, z])     | (1/2, 0, 2)
            cross((1, 0, 0), (0, 1, 0))        | (0, 0, 1)
            [[1, 2], [3, 4]]*(1, 1)            | (3, 7)
            inverse([[2, 0], [0, 4]])          | [[1/2, 0], [0, 1/4]]
            transpose([[1, 2], [3, 4]])        | [[1, 3], [2, 4]]
            [[1, 1], [0, 1]]^3                 | [[1, 3], [0, 1]]
            [[1, 1], [1, 1]]^3                 | [[4, 4], [4, 4]]
            [[2, 0], [0, 4]]^(-1)              | [[1/2, 0], [0, 1/4]]
            [[2, 1], [0, 4]]^0                 | [[1, 0], [0, 1]]
            (1, 2) + 3*(1, 0)                  | (4, 2)
            """)
    void vectorsAndMatricesComeOutRight(String formula, String expected) {
        assertThat(value(formula).agrees(value(expected), 1e-6))
                .as(value(formula).toString())
                .isTrue();
    }

    @Test
    void twoSidesThatDifferHaveNoLimit() {
        assertThat(value("limit(abs(x)/x, x, 0)").isFinite()).isFalse();
    }
}
