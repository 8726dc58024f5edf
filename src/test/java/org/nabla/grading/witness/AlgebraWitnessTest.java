package org.nabla.grading.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.grading.Outcome;
import org.nabla.grading.grader.Graders;
import org.nabla.math.Cas;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.symja.Algebra;
import org.nabla.math.symja.SymjaLimits;
import org.nabla.math.symja.wire.Request;

class AlgebraWitnessTest {
    static {
        SymjaLimits.setAndLoad();
    }

    /** The algebra system itself, in this process and without a clock. */
    private static final class InProcess implements Cas {
        @Override
        public Answer ask(Operation operation, List<Expression> arguments, Map<String, Domain> domains, Budget budget) {
            return Algebra.answer(new Request(operation, arguments, domains));
        }

        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public void close() {}
    }

    private static final AlgebraWitness WITNESS =
            new AlgebraWitness(new InProcess(), Duration.ofSeconds(1), Duration.ofSeconds(1));

    @ParameterizedTest(name = "{0}: {3} for {1} is {4}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            number         | sqrt(8)          |            | 2sqrt(2)              | PROVED
            number         | sqrt(8)          |            | 2sqrt(3)              | DISPROVED
            number         | pi               |            | 3.1416                | BEYOND
            expression     | (x + 1)^2        | x          | x^2 + 2x + 1          | PROVED
            expression     | (x + 1)^2        | x          | x^2 + 1               | DISPROVED
            expression     | sqrt(x^2)        | x          | x                     | DISPROVED
            expression     | sqrt(x^2)        | x:positive | x                     | PROVED
            expression     | 2sin(x)*cos(x)   | x          | sin(2x)               | PROVED
            vector         | (2x, 1)          | x          | (x + x, 1)            | PROVED
            vector         | (2x, 1)          | x          | (x + x, 2)            | DISPROVED
            vector         | (2x, 1)          | x          | (2x, 1, 0)            | DISPROVED
            matrix         | [[1, x], [0, 1]] | x          | [[1, x], [0, 2]]      | DISPROVED
            set            | {1, 2}           |            | {2, 2/2}              | PROVED
            set            | {1, 2}           |            | {1}                   | DISPROVED
            set            | {1, 2}           |            | {1, 2, 3}             | DISPROVED
            antiderivative | x^2/2            | x          | (x^2 + 5)/2           | PROVED
            antiderivative | -ln(4 - x)      | x:[0,_3]   | -ln(4 - x)/2          | DISPROVED
            antiderivative | arcsin(x)        | x:[0,_1]   | arctan(x/sqrt(1 - x^2)) | PROVED
            parallel       | (1, 2)           |            | (2, 5)                | DISPROVED
            parallel       | (1, 2)           |            | (2, 4)                | OPEN
            interval       | [0, 1]           | x          | [0, 1]                | BEYOND
            """)
    void saysWhatTheAlgebraSystemAloneFinds(
            String kind, String key, String variables, String response, Testimony expected) {
        var spec = Graders.spec(kind, key, variables == null ? "" : variables);

        assertThat(WITNESS.hear(spec, response)).contains(expected);
    }

    @Test
    void onlyWhatIsCertainContradictsAVerdict() {
        assertThat(Testimony.DISPROVED.contradicts(Outcome.CORRECT)).isTrue();
        assertThat(Testimony.PROVED.contradicts(Outcome.WRONG)).isTrue();
        assertThat(Testimony.PROVED.contradicts(Outcome.PARTIAL)).isTrue();
        assertThat(List.of(Outcome.values())).noneMatch(Testimony.OPEN::contradicts);
        assertThat(List.of(Outcome.values())).noneMatch(Testimony.BEYOND::contradicts);
        assertThat(Testimony.PROVED.contradicts(Outcome.CORRECT)).isFalse();
        assertThat(Testimony.DISPROVED.contradicts(Outcome.WRONG)).isFalse();
        assertThat(Testimony.PROVED.contradicts(Outcome.INVALID)).isFalse();
    }
}
