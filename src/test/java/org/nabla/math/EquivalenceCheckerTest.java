package org.nabla.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nabla.math.Equivalence.Relationship;

class EquivalenceCheckerTest {

    private static final Expression X = new Expression.Symbol("x");

    /** Algebra that never finishes: what the cascade says without it. */
    private static final Cas NO_ALGEBRA = new Cas() {
        @Override
        public Answer ask(
                Operation operation, List<Expression> arguments, Map<String, Domain> domains, Duration budget) {
            return new Answer.Failed(Reason.TIMEOUT);
        }

        @Override
        public boolean ready() {
            return false;
        }

        @Override
        public void close() {}
    };

    private final EquivalenceChecker checker = new EquivalenceChecker(NO_ALGEBRA, Duration.ofSeconds(1));

    private static Expression number(long value) {
        return new Expression.Numeral(Rational.of(value));
    }

    @Test
    void anExpressionIsItself() {
        var e = new Expression.Sum(List.of(X, number(1)));

        assertThat(checker.compare(e, e, Map.of()).relationship()).isEqualTo(Relationship.SAME);
    }

    @Test
    void aDifferenceHasAHumaneCounterexample() {
        var verdict = checker.compare(new Expression.Sum(List.of(X, number(1))), X, Map.of());

        assertThat(verdict.relationship()).isEqualTo(Relationship.DIFFERENT);
        assertThat(verdict.counterexample().orElseThrow().point()).isEqualTo(Map.of("x", Rational.of(2)));
        assertThat(verdict.counterexample().orElseThrow().left()).isEqualTo(3);
    }

    @Test
    void whatIsUndefinedEqualsNothing() {
        var e = new Expression.Quotient(number(1), number(0));

        assertThat(checker.compare(e, e, Map.of()).relationship()).isEqualTo(Relationship.DIFFERENT);
    }
}
