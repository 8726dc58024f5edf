package org.nabla.math.ball;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FunctionsTest {

    private static final int[] PRECISIONS = {64, 100, 200, 333, 1_000};

    /** Each function on balls beside the same on doubles. */
    enum Case {
        EXP(Functions::exp, StrictMath::exp),
        LN(Functions::ln, StrictMath::log),
        SIN(Functions::sin, StrictMath::sin),
        COS(Functions::cos, StrictMath::cos),
        ARCTAN((f, x) -> Optional.of(f.arctan(x)), StrictMath::atan),
        ARCSIN(Functions::arcsin, StrictMath::asin),
        SINH(Functions::sinh, StrictMath::sinh),
        COSH(Functions::cosh, StrictMath::cosh),
        TANH(Functions::tanh, StrictMath::tanh),
        ROOT((f, x) -> f.arithmetic().root(x, 2), Math::sqrt),
        CUBE_ROOT((f, x) -> f.arithmetic().root(x, 3), StrictMath::cbrt),
        CUBE((f, x) -> f.arithmetic().power(x, 3), x -> x * x * x),
        INVERSE((f, x) -> f.arithmetic().divide(Ball.ONE, x), x -> 1 / x);

        private final BiFunction<Functions, Ball, Optional<Ball>> balls;
        private final DoubleUnaryOperator doubles;

        Case(BiFunction<Functions, Ball, Optional<Ball>> balls, DoubleUnaryOperator doubles) {
            this.balls = balls;
            this.doubles = doubles;
        }

        Optional<Ball> at(Ball x, int bits) {
            return balls.apply(new Functions(bits), x);
        }
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithDoubles(Case function) {
        var random = new SplittableRandom(1);
        for (var i = 0; i < 500; i++) {
            var x = sample(random);
            var expected = function.doubles.applyAsDouble(x);

            var value = function.at(Ball.of(x), 80);

            if (Double.isFinite(expected) && (function != Case.CUBE_ROOT || x >= 0)) {
                assertThat(value.orElseThrow().toDouble()).as("at %s", x).isCloseTo(expected, within(expected));
            } else if (Double.isNaN(expected)) {
                assertThat(value).as("at %s", x).isEmpty();
            }
        }
    }

    private static org.assertj.core.data.Offset<Double> within(double expected) {
        return org.assertj.core.data.Offset.offset(1e-13 * Math.max(1e-300, Math.abs(expected)) + 1e-300);
    }

    /** Whatever the precision, the balls around one value overlap, and are as narrow as promised. */
    @ParameterizedTest
    @EnumSource
    void precisionsAgree(Case function) {
        var random = new SplittableRandom(2);
        for (var i = 0; i < 120; i++) {
            var x = Ball.of(sample(random));
            var fine = function.at(x, 1_500);
            for (var bits : PRECISIONS) {
                var coarse = function.at(x, bits);
                assertThat(coarse.isPresent()).isEqualTo(fine.isPresent());
                if (coarse.isPresent()) {
                    var ball = coarse.orElseThrow();
                    var gap = new Arithmetic(2_000).subtract(ball, fine.orElseThrow());
                    assertThat(gap.mayBeZero())
                            .as("%s of %s with %s bits", function, x, bits)
                            .isTrue();
                    assertThat(ball.errorMagnitude())
                            .as("error of %s of %s with %s bits", function, x, bits)
                            .isLessThan(Math.max(ball.magnitude(), -40) - bits + 24);
                }
            }
        }
    }

    /** A wide argument gives a ball that holds the values at the ends and in the middle. */
    @ParameterizedTest
    @EnumSource
    void wideArgumentsAreEnclosed(Case function) {
        var random = new SplittableRandom(3);
        var arithmetic = new Arithmetic(300);
        for (var i = 0; i < 200; i++) {
            var middle = Ball.of(sample(random));
            var error = Ball.of(Math.scalb(random.nextDouble(), -random.nextInt(40)));
            var wide = arithmetic.withError(middle, error);
            var value = function.at(wide, 120);
            if (value.isPresent()) {
                for (var x : new Ball[] {middle, arithmetic.add(middle, error), arithmetic.subtract(middle, error)}) {
                    var inside = function.at(x, 250).orElseThrow();
                    assertThat(arithmetic.subtract(inside, value.orElseThrow()).mayBeZero())
                            .as("%s of %s inside %s", function, x, wide)
                            .isTrue();
                }
            }
        }
    }

    private static double sample(SplittableRandom random) {
        var size = Math.scalb(1 + random.nextDouble(), random.nextInt(-30, 7));
        return random.nextInt(8) == 0 ? random.nextInt(-5, 6) : random.nextBoolean() ? size : -size;
    }
}
