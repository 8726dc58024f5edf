package org.nabla.math.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nabla.math.Deadline;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Numeral;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Expression.Symbol;
import org.nabla.math.Function;
import org.nabla.math.NoAlgebra;
import org.nabla.math.Rational;
import org.nabla.math.Substitution;
import org.nabla.math.equivalence.Equivalence.Relationship;
import org.nabla.math.value.Compiler;
import org.nabla.math.value.IntervalMachine;

/** Powers of powers, roots of powers and logarithms of powers, with letters in exponents that may be any real number. */
class NegativeBasesTest {

    private static final int ROUNDS = Boolean.getBoolean("nabla.long") ? 20_000 : 300;
    private static final Map<String, Domain> LETTERS =
            Map.of("a", Domain.REAL, "b", Domain.REAL, "c", Domain.REAL, "x", Domain.REAL);

    /** Other points than those that are looked at for a verdict. */
    private static final List<Rational> EXPONENTS = List.of(
            Rational.of(6, 5),
            Rational.of(5, 2),
            Rational.of(2, 5),
            Rational.of(-3, 4),
            Rational.of(2),
            Rational.of(1, 2));

    private static final List<Rational> BASES = List.of(Rational.of(-3, 2), Rational.of(-7, 10), Rational.of(4, 3));

    private final SplittableRandom random = new SplittableRandom(11);
    private final EquivalenceChecker checker = new EquivalenceChecker(new NoAlgebra(), Duration.ofSeconds(5));

    /** What the laws of powers make of a tree is accepted only if it has the same value wherever both have one. */
    @Test
    void whatIsAcceptedHasTheSameValueForNegativeBases() {
        var accepted = 0;
        var refused = 0;
        for (var i = 0; i < ROUNDS; i++) {
            var tree = tree(2);
            var other = rewritten(tree);
            var relationship = checker.compare(other, tree, LETTERS).relationship();
            if (relationship == Relationship.SAME) {
                accepted++;
                assertThat(differsSomewhere(other, tree))
                        .as("%s for %s", other, tree)
                        .isFalse();
            } else if (relationship == Relationship.DIFFERENT) {
                refused++;
            }
        }
        assertThat(accepted).isGreaterThan(ROUNDS / 4);
        assertThat(refused).isGreaterThan(ROUNDS / 20);
    }

    /** A tree equals itself, in whatever order. */
    @Test
    void noTreeIsRefusedAgainstItself() {
        for (var i = 0; i < ROUNDS; i++) {
            var tree = tree(2);
            var sum = new Sum(List.of(symbol("x"), tree));

            var search = new NegativeBases(
                    new Sum(List.of(tree, symbol("x"))), sum, LETTERS, new Deadline(Duration.ofSeconds(5)));

            assertThat(search.refute()).as("%s", tree).isEmpty();
        }
    }

    /** Without time nothing is said, and never the contrary. */
    @Test
    void withoutTimeNothingIsKnown() {
        var key = new Power(new Power(symbol("a"), symbol("b")), symbol("c"));
        var response = new Power(symbol("a"), new Product(List.of(symbol("b"), symbol("c"))));

        for (var millis = 0; millis < 20; millis++) {
            var verdict = checker.compare(response, key, LETTERS, Duration.ofMillis(millis));

            assertThat(verdict.relationship()).isNotEqualTo(Relationship.SAME);
        }
    }

    private static boolean differsSomewhere(Expression left, Expression right) {
        for (var b : EXPONENTS) {
            for (var c : EXPONENTS) {
                for (var base : BASES) {
                    var values = Map.<String, Expression>of(
                            "a",
                            new Numeral(base),
                            "b",
                            new Numeral(b),
                            "c",
                            new Numeral(c),
                            "x",
                            new Numeral(base.negate()));
                    var compiler = new Compiler(Map.of());
                    var l = compiler.compile(Substitution.replace(left, values));
                    var r = compiler.compile(Substitution.replace(right, values));
                    var machine = new IntervalMachine(compiler.program());
                    machine.run(new double[0]);
                    if (machine.differ(l, r)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private Expression tree(int depth) {
        var base = depth == 0 ? symbol(random.nextInt(3) == 0 ? "x" : "a") : tree(depth - 1);
        return switch (random.nextInt(depth == 0 ? 3 : 6)) {
            case 0, 1 -> new Power(base, exponent());
            case 2 -> new Call(Function.SQRT, new Power(base, exponent()));
            case 3 -> new Call(Function.LN, new Power(base, exponent()));
            case 4 -> new Product(List.of(base, new Power(symbol("a"), exponent())));
            default -> new Quotient(base, new Power(symbol("x"), exponent()));
        };
    }

    private Expression exponent() {
        return switch (random.nextInt(5)) {
            case 0 -> numeral(2);
            case 1 -> new Product(List.of(numeral(2), symbol("b")));
            case 2 -> new Quotient(symbol("b"), numeral(2));
            default -> symbol(random.nextBoolean() ? "b" : "c");
        };
    }

    /** By laws that hold for positive numbers. */
    private Expression rewritten(Expression e) {
        if (e instanceof Power power && power.base() instanceof Power inner) {
            return new Power(rewritten(inner.base()), new Product(List.of(inner.exponent(), power.exponent())));
        }
        if (e instanceof Call call && call.arguments().get(0) instanceof Power inner) {
            return call.function() == Function.SQRT
                    ? new Power(rewritten(inner.base()), new Quotient(inner.exponent(), numeral(2)))
                    : new Product(List.of(inner.exponent(), new Call(Function.LN, rewritten(inner.base()))));
        }
        if (e instanceof Power power) {
            var size = new Call(Function.ABS, power.base());
            return random.nextInt(4) == 0
                    ? new Power(size, power.exponent())
                    : new Power(rewritten(power.base()), power.exponent());
        }
        if (e instanceof Product product) {
            return new Product(List.of(
                    product.factors().get(1), rewritten(product.factors().get(0))));
        }
        return e instanceof Quotient quotient
                ? new Quotient(rewritten(quotient.numerator()), quotient.denominator())
                : e;
    }

    private static Symbol symbol(String name) {
        return new Symbol(name);
    }

    private static Numeral numeral(long value) {
        return new Numeral(Rational.of(value));
    }
}
