package org.nabla.math.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nabla.math.Expression;
import org.nabla.math.RandomTrees;
import org.nabla.math.Rationals;
import org.nabla.math.calculus.Derivative;
import org.nabla.math.calculus.Trials;
import org.nabla.math.value.Evaluator;
import org.nabla.math.writing.TextWriter;

/** What holds for every expression, tried on random ones. */
class TidyPropertyTest {

    private static final int TREES = Boolean.getBoolean("nabla.long") ? 200_000 : 3_000;

    @Test
    void keepsTheValueAndIsIdempotent() {
        var trees = new RandomTrees(1);
        var random = new Random(2);
        var compared = 0;
        for (var i = 0; i < TREES; i++) {
            var tree = trees.next(1 + i % 4);

            var tidy = Tidy.tidy(tree);

            assertThat(Tidy.tidy(tidy)).as("twice: %s", TextWriter.write(tree)).isEqualTo(tidy);
            if (!tidy.anyMatch(TidyPropertyTest::isDivisionByZero)) {
                compared += assertSameValues(tree, tidy, random);
            }
        }
        assertThat(compared).isGreaterThan(TREES);
    }

    /** Where the tree has a value, the tidy one has the same. */
    private static int assertSameValues(Expression tree, Expression tidy, Random random) {
        var before = Evaluator.of(tree, RandomTrees.LETTERS);
        var after = Evaluator.of(tidy, RandomTrees.LETTERS);
        var compared = 0;
        for (var i = 0; i < 6; i++) {
            var x = 4 * random.nextDouble() - 2;
            var y = 4 * random.nextDouble() - 2;
            var expected = before.at(x, y);
            if (Double.isFinite(expected) && isStable(before, x, y, expected)) {
                var found = after.at(x, y);
                assertThat(Trials.isClose(expected, found, 1e-6))
                        .as(
                                "%s is %s at (%s, %s), but tidied %s is %s",
                                TextWriter.write(tree), expected, x, y, TextWriter.write(tidy), found)
                        .isTrue();
                compared++;
            }
        }
        return compared;
    }

    /** Where a zero below the line is seen exactly, doubles may have missed it: tan(pi) is not 0 in them. */
    private static boolean isDivisionByZero(Expression e) {
        return e instanceof Expression.Quotient quotient
                        && quotient.denominator().equals(Rationals.write(0))
                || e instanceof Expression.Power power && power.base().equals(Rationals.write(0));
    }

    /** Whether rounding says little there: the value hardly moves with the point. */
    private static boolean isStable(Evaluator f, double x, double y, double value) {
        var step = 1e-9;
        return Math.abs(value) < 1e8
                && Trials.isClose(f.at(x + step, y + step), value, 1e-7)
                && Trials.isClose(f.at(x - step, y - step), value, 1e-7);
    }

    @Test
    void aDerivativeIsTheSlope() {
        var trees = new RandomTrees(3);
        var random = new Random(4);
        var compared = 0;
        for (var i = 0; i < TREES / 2; i++) {
            var tree = trees.next(1 + i % 3);
            var f = Evaluator.of(tree, RandomTrees.LETTERS);
            if (Tidy.tidy(tree).anyMatch(TidyPropertyTest::isDivisionByZero)) {
                continue;
            }
            var slope = Evaluator.of(Derivative.of(tree, "x"), RandomTrees.LETTERS);
            for (var point : List.of(random.nextDouble(), 1 + random.nextDouble(), -2 * random.nextDouble())) {
                var y = 0.3 + random.nextDouble();
                var expected = difference(f, point, y, 1e-4);
                var coarser = difference(f, point, y, 2e-4);
                if (Double.isFinite(expected)
                        && Trials.isClose(expected, coarser, 1e-6)
                        && Math.abs(expected) > Math.max(1e-6, lost(f.at(point, y)))) {
                    assertThat(Trials.isClose(expected, slope.at(point, y), 1e-4))
                            .as(
                                    "%s at (%s, %s) has slope %s, not %s",
                                    TextWriter.write(tree), point, y, expected, slope.at(point, y))
                            .isTrue();
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(TREES / 3);
    }

    /** A slope below that is lost in the rounding of so large a value: 16 digits less 4 for the step and 5 that are compared. */
    private static double lost(double value) {
        return 1e-7 * Math.abs(value);
    }

    private static double difference(Evaluator f, double x, double y, double step) {
        return (f.at(x + step, y) - f.at(x - step, y)) / (2 * step);
    }
}
