package org.nabla.math.symja;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nabla.math.Cas.Answer;
import org.nabla.math.Cas.Operation;
import org.nabla.math.Cas.Reason;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Function;
import org.nabla.math.Rational;

class SymjaCasTest {
    private static final Duration BUDGET = Duration.ofSeconds(10);
    private static final Expression X = new Expression.Symbol("x");
    private static final Expression TWO = number(2);

    private final SymjaCas cas = RunningCas.get();

    @Test
    void sineAndCosineSquaredMakeOne() {
        var identity = new Expression.Sum(List.of(
                new Expression.Power(new Expression.Call(Function.SIN, X), TWO),
                new Expression.Power(new Expression.Call(Function.COS, X), TWO),
                new Expression.Negation(number(1))));

        assertThat(ask(Operation.PROVE_ZERO, Map.of("x", Domain.REAL), identity))
                .isEqualTo(found(number(0)));
    }

    @Test
    void aRootOfASquareIsTheLetterOnlyWhereThatIsPositive() {
        var difference = new Expression.Sum(
                List.of(new Expression.Call(Function.SQRT, new Expression.Power(X, TWO)), new Expression.Negation(X)));

        assertThat(ask(Operation.PROVE_ZERO, Map.of("x", Domain.POSITIVE), difference))
                .isEqualTo(found(number(0)));
        assertThat(ask(Operation.PROVE_ZERO, Map.of("x", Domain.REAL), difference))
                .isEqualTo(new Answer.Failed(Reason.UNSUPPORTED));
    }

    @Test
    void anAntiderivativeComesInOurNodes() {
        assertThat(ask(Operation.ANTIDERIVATIVE, Map.of(), X, X))
                .isEqualTo(found(new Expression.Quotient(new Expression.Power(X, TWO), TWO)));
    }

    private Answer ask(Operation operation, Map<String, Domain> domains, Expression... arguments) {
        return cas.ask(operation, List.of(arguments), domains, BUDGET);
    }

    private static Answer found(Expression expression) {
        return new Answer.Found(expression);
    }

    private static Expression number(long value) {
        return new Expression.Numeral(Rational.of(BigInteger.valueOf(value)));
    }
}
