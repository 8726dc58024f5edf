package org.nabla.math.calculus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Formulas;
import org.nabla.math.Function;
import org.nabla.math.Rationals;
import org.nabla.math.Substitution;
import org.nabla.math.value.Evaluator;

class DerivativeTest {

    private static final Symbol X = new Symbol("x");
    private static final Symbol Y = new Symbol("y");

    @Test
    void theRootOfASumOfSquaresIsDifferentiatedAsInTextbooks() {
        var radius = new Call(Function.SQRT, new Sum(List.of(square(X), square(Y))));

        assertThat(Derivative.of(radius, "x")).isEqualTo(new Quotient(X, radius));
    }

    @Test
    void aProductWithCancellingTermsIsShort() {
        var f = new Quotient(X, new Sum(List.of(square(X), Rationals.write(1))));

        assertThat(Derivative.of(f, "x"))
                .isEqualTo(new Quotient(
                        new Sum(List.of(Rationals.write(1), new Negation(square(X)))),
                        square(new Sum(List.of(square(X), Rationals.write(1))))));
    }

    /** Found by trees by chance: the rule of powers divides by zero where the ramp is flat. */
    @Test
    void aRootOfARampIsFlatWhereTheRampIs() {
        var root = new Call(Function.SQRT, new Call(Function.RELU, X));

        var slope = Evaluator.of(Derivative.of(root, "x"), List.of("x"));

        assertThat(slope.at(-2)).isZero();
        assertThat(slope.at(4)).isEqualTo(0.25);
    }

    /** However the ramp is written, and whatever function has an infinite slope there: the slope is that of a small difference. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sqrt(relu(x))",
                "sqrt(max(0, x))",
                "sqrt(max(x, 0))",
                "sqrt(max(x, x^2 - x^2))",
                "sqrt(2 - 2min(1, x + 1))",
                "sqrt(-min(0, x))",
                "sqrt(-min(x, 0))",
                "sqrt(x + abs(x))",
                "sqrt(abs(x) - x)",
                "sqrt(3x^2 max(0, x - 1))",
                "max(0, x)^(2/3)",
                "max(0, x)^(1/4)*x",
                "cbrt(max(0, x))",
                "cbrt(min(0, x))",
                "cbrt(max(0, x)*abs(x))",
                "root(max(0, x), 5)",
                "root(min(x, 0), 3)",
                "sqrt(max(0, x) + relu(2x))",
                "sqrt(max(1, x) - 1)",
                "sqrt(max(0, min(1, x)))",
                "arccos(1 - max(0, x)/9)",
                "arcsin(1 + min(0, x)/9)",
                "arcosh(1 + relu(x))",
                "sqrt(1 + max(0, x))",
                "sqrt(abs(x))",
                "max(0, x)^(3/2)",
                "sqrt(abs(x) + 1)"
            })
    void aFlatSideHasNoSlope(String text) {
        var step = 1e-6;
        var f = Formulas.read(text);
        var value = Evaluator.of(f, List.of("x"));
        var slope = Evaluator.of(Derivative.of(f, "x"), List.of("x"));
        var compared = 0;
        for (var x : new double[] {-7.3, -2.6, -0.7, 0.4, 1.7, 3.1}) {
            var mean = (value.at(x + step) - value.at(x - step)) / (2 * step);
            if (Double.isFinite(mean)) {
                assertThat(slope.at(x)).as("%s at %s", text, x).isCloseTo(mean, within(1e-5 * (1 + Math.abs(mean))));
                compared++;
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(4);
    }

    @Test
    void aStepHasNoDerivative() {
        assertThatThrownBy(() -> Derivative.of(new Call(Function.FLOOR, X), "x"))
                .isInstanceOf(UndifferentiableException.class);
    }

    @Test
    void substitutionIsSimultaneous() {
        var swapped = Substitution.replace(new Product(List.of(X, Y)), Map.of("x", Y, "y", X));

        assertThat(swapped).isEqualTo(new Product(List.of(Y, X)));
    }

    @Test
    void aBoundLetterIsNotReplacedInsideButInTheBounds() {
        var integral = new Call(Function.INTEGRATE, X, X, Y, X);

        assertThat(Substitution.replace(integral, Map.of("x", Rationals.write(2))))
                .isEqualTo(new Call(Function.INTEGRATE, X, X, Y, Rationals.write(2)));
    }

    private static Expression square(Expression e) {
        return new Power(e, Rationals.write(2));
    }
}
