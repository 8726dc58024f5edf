package org.nabla.math.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Expression.Call;
import org.nabla.math.Expression.Negation;
import org.nabla.math.Expression.Power;
import org.nabla.math.Expression.Product;
import org.nabla.math.Expression.Quotient;
import org.nabla.math.Expression.Sum;
import org.nabla.math.Function;
import org.nabla.math.NoAlgebra;
import org.nabla.math.Rational;
import org.nabla.math.equivalence.Equivalence.Relationship;
import org.nabla.math.value.Evaluator;

/** What holds for any expressions, tried on random ones; {@code -Dnabla.long=true} tries many more. */
class EquivalencePropertiesTest {

    private static final int ROUNDS = Boolean.getBoolean("nabla.long") ? 50_000 : 500;
    private static final Map<String, Domain> LETTERS = Map.of("x", Domain.REAL, "y", Domain.REAL);
    private static final List<Function> FUNCTIONS = List.of(
            Function.SIN,
            Function.COS,
            Function.EXP,
            Function.LN,
            Function.SQRT,
            Function.ABS,
            Function.ARCTAN,
            Function.RELU,
            Function.TANH,
            Function.CBRT);

    private final EquivalenceChecker checker = new EquivalenceChecker(new NoAlgebra(), Duration.ofSeconds(2));
    private final SplittableRandom random = new SplittableRandom(7);

    /** Rewriting by laws that hold everywhere never makes an answer wrong. */
    @Test
    void anEqualExpressionIsNeverRefuted() {
        for (var i = 0; i < ROUNDS; i++) {
            var e = tree(3);
            var rewritten = rewrite(e);

            var verdict = checker.compare(rewritten, e, LETTERS);

            // Where it is defined nowhere, as ln(-e^x) is, an expression is not even equal to itself.
            if (verdict.relationship() == Relationship.DIFFERENT) {
                assertThat(verdict.counterexample())
                        .as("%s and %s", e, rewritten)
                        .isEmpty();
                assertThat(isDefinedSomewhere(e)).as("%s and %s", e, rewritten).isFalse();
            }
        }
    }

    /** No difference is too small to be seen. */
    @Test
    void aDifferentExpressionIsNeverAccepted() {
        for (var i = 0; i < ROUNDS; i++) {
            var e = tree(3);
            var shift = new Power(number(10), new Negation(number(random.nextInt(25))));
            var other = new Sum(List.of(e, random.nextBoolean() ? shift : new Product(List.of(shift, symbol()))));

            var verdict = checker.compare(other, e, LETTERS);

            assertThat(verdict.relationship()).as("%s and %s", e, other).isNotEqualTo(Relationship.SAME);
        }
    }

    @Test
    void theSameQuestionHasTheSameAnswer() {
        for (var i = 0; i < ROUNDS / 10; i++) {
            var a = tree(3);
            var b = tree(3);

            assertThat(checker.compare(a, b, LETTERS)).isEqualTo(checker.compare(a, b, LETTERS));
        }
    }

    private static boolean isDefinedSomewhere(Expression e) {
        var evaluator = Evaluator.of(e, List.of("x", "y"));
        for (var x = -3.3; x < 4; x += 0.7) {
            for (var y = -3.1; y < 4; y += 0.7) {
                if (Double.isFinite(evaluator.at(x, y))) {
                    return true;
                }
            }
        }
        return false;
    }

    private Expression tree(int depth) {
        if (depth == 0) {
            return random.nextInt(3) == 0 ? number(random.nextInt(1, 6)) : symbol();
        }
        return switch (random.nextInt(7)) {
            case 0, 1 -> new Sum(List.of(tree(depth - 1), tree(depth - 1)));
            case 2, 3 -> new Product(List.of(tree(depth - 1), tree(depth - 1)));
            case 4 -> new Quotient(tree(depth - 1), new Sum(List.of(tree(depth - 1), number(random.nextInt(1, 4)))));
            case 5 -> new Power(tree(depth - 1), number(random.nextInt(1, 4)));
            default -> new Call(FUNCTIONS.get(random.nextInt(FUNCTIONS.size())), tree(depth - 1));
        };
    }

    private Expression rewrite(Expression e) {
        if (e instanceof Sum s) {
            return random.nextBoolean()
                    ? new Sum(
                            List.of(rewrite(s.terms().get(1)), rewrite(s.terms().get(0))))
                    : new Negation(new Sum(s.terms().stream()
                            .<Expression>map(t -> new Negation(rewrite(t)))
                            .toList()));
        }
        if (e instanceof Product p) {
            var a = p.factors().get(0);
            return p.factors().get(1) instanceof Sum s
                    ? new Sum(s.terms().stream()
                            .<Expression>map(t -> new Product(List.of(a, rewrite(t))))
                            .toList())
                    : new Product(List.of(rewrite(p.factors().get(1)), rewrite(a)));
        }
        if (e instanceof Quotient q) {
            return new Product(
                    List.of(rewrite(q.numerator()), new Power(rewrite(q.denominator()), new Negation(number(1)))));
        }
        if (e instanceof Power p && p.exponent().equals(number(2))) {
            return new Product(List.of(rewrite(p.base()), rewrite(p.base())));
        }
        if (e instanceof Call c) {
            return new Call(c.function(), rewrite(c.arguments().get(0)));
        }
        return e;
    }

    private Expression symbol() {
        return new Expression.Symbol(random.nextBoolean() ? "x" : "y");
    }

    private static Expression number(long value) {
        return new Expression.Numeral(Rational.of(value));
    }
}
