package org.nabla.math.calculus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Symbol;
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
