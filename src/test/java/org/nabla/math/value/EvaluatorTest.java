package org.nabla.math.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.nabla.math.Expression;
import org.nabla.math.Function;
import org.nabla.math.Rational;

class EvaluatorTest {

    private static final Expression X = new Expression.Symbol("x");

    private static Expression number(long value) {
        return new Expression.Numeral(Rational.of(value));
    }

    private static double at(Expression e, double x) {
        return Evaluator.of(e, List.of("x")).at(x);
    }

    @ParameterizedTest(name = "{0}({1}) = {2}: {3}")
    @CsvSource(textBlock = """
            SIN,       0.5,  0.479425538604203,    a wave
            TAN,       0.5,  0.5463024898437905,   a quotient of waves
            SEC,       0.5,  1.139493927324549,    another
            LN,        0.5, -0.6931471805599453,   inside the domain
            LN,       -0.5,  NaN,                  outside
            LN,        0,    NaN,                  at its end
            SQRT,     -1,    NaN,                  no real root
            CBRT,     -8,   -2,                    the real cube root of a negative number
            ARCSIN,    2,    NaN,                  no angle has the sine 2
            ARSINH,    0.5,  0.48121182505960347,  through the logarithm
            ARCOSH,    2,    1.3169578969248166,   through the logarithm
            ARCOSH,   -2,    NaN,                  defined from 1 only
            ARTANH,    0.5,  0.5493061443340549,   through the logarithm
            SIGN,     -3,   -1,                    a sign
            FLOOR,    -1.5, -2,                    downwards
            CEILING,  -1.5, -1,                    upwards
            FACTORIAL, 5,    120,                  a whole number
            FACTORIAL, 0.5,  NaN,                  for whole numbers only
            SIGMOID,   0,    0.5,                  the middle
            SIGMOID,  -800,  0,                    does not overflow
            RELU,     -2,    0,                    flat
            RELU,      2,    2,                    rising
            SOFTPLUS,  800,  800,                  does not overflow
            ERF,       0.5,  0.5204998778130465,   series
            ERF,       4,    0.9999999845827421,   fraction
            """)
    void functionsHaveTheirValues(Function function, double x, double expected, String why) {
        var value = at(new Expression.Call(function, X), x);

        if (Double.isNaN(expected)) {
            assertThat(value).isNaN();
        } else {
            assertThat(value)
                    .isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-14 * (1 + Math.abs(expected))));
        }
    }

    @Test
    void oddRootsOfNegativeNumbersAreReal() {
        var twoThirds = new Expression.Quotient(number(2), number(3));
        var half = new Expression.Quotient(number(1), number(2));

        assertThat(at(new Expression.Power(X, twoThirds), -8)).isEqualTo(4);
        assertThat(at(new Expression.Power(X, half), -4)).isNaN();
    }

    @Test
    void aQuotientByZeroIsUndefined() {
        assertThat(at(new Expression.Quotient(number(1), X), 0)).isNaN();
        assertThat(at(new Expression.Power(X, new Expression.Negation(number(1))), 0))
                .isNaN();
    }

    @Test
    void onlyTheChosenPieceNeedsAValue() {
        var relation = new Expression.Relation(X, Expression.Sign.GREATER, number(0));
        var piecewise =
                new Expression.Call(Function.PIECEWISE, new Expression.Call(Function.LN, X), relation, number(7));

        assertThat(at(piecewise, 1)).isZero();
        assertThat(at(piecewise, -1)).isEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource
    void noFunctionThrows(Function function) {
        var arguments = java.util.Collections.<Expression>nCopies(function.minArguments(), X);
        for (var x : new double[] {0, -1, 1, 1e300, -1e300, 0.5, Double.POSITIVE_INFINITY, Double.NaN}) {
            at(new Expression.Call(function, arguments), x);
        }
    }
}
