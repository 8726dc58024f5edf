package org.nabla.math.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.math.Cas;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.Formulas;
import org.nabla.math.NoAlgebra;
import org.nabla.math.Rational;
import org.nabla.math.equivalence.Equivalence.Relationship;

/** No single witness decides. */
class WitnessesTest {

    private static final Map<String, Domain> X = Map.of("x", Domain.REAL);
    private static final Duration LONG = Duration.ofSeconds(10);

    /** An algebra system that takes everything for zero. */
    private static final class Gullible implements Cas {
        @Override
        public Answer ask(Operation operation, List<Expression> arguments, Map<String, Domain> domains, Budget budget) {
            return new Answer.Found(new Expression.Numeral(Rational.ZERO));
        }

        @Override
        public boolean ready() {
            return true;
        }

        @Override
        public void close() {}
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource(delimiter = '|', textBlock = """
            x             | x + 1/10^40
            sin(x)^2      | 1 - cos(x)^2 + 10^(-17)*x
            e^(e^5)       | e^(e^5) + 10^(-17)*x
            """)
    void aProofDoesNotMakeDifferentTreesTheSame(String response, String key) {
        var checker = new EquivalenceChecker(new Gullible(), LONG);

        assertThat(checker.compare(Formulas.read(response), Formulas.read(key), X)
                        .relationship())
                .isEqualTo(Relationship.DIFFERENT);
    }

    @ParameterizedTest(name = "{0} and {1} climb {2}")
    @CsvSource(delimiter = '|', textBlock = """
            x^2 + 5                    | x^2               | SAME
            arctan(x)                  | -arctan(1/x)      | SAME
            -sqrt(1 - x^2)             | artanh(x)         | DIFFERENT
            ln(4 - x)                  | 2sqrt(4 - x)      | DIFFERENT
            x^3 - 3x                   | (x - 1)^3 + 3x^2 - 6x | SAME
            """)
    void meanSlopesKnowNoRuleOfDifferentiation(String response, String key, Relationship expected) {
        var checker = new EquivalenceChecker(new NoAlgebra(), LONG);

        assertThat(checker.compareSlopes(Formulas.read(response), Formulas.read(key), "x", X))
                .isEqualTo(expected);
    }

    @Test
    void whatTheListenerHearsNamesThePair() {
        var heard = new ArrayList<Contradiction>();
        var checker = new EquivalenceChecker(new NoAlgebra(), LONG, heard::add);
        var found =
                new Contradiction(Formulas.read("x"), Formulas.read("2x"), X, "one", "another", Equivalence.unknown());

        checker.disagree(found);

        assertThat(heard).containsExactly(found);
    }

    @Test
    void withoutTimeNothingIsKnown() {
        var checker = new EquivalenceChecker(new NoAlgebra(), Duration.ZERO);

        var found = checker.compare(Formulas.read("arcsin(x) + arccos(x)"), Formulas.read("pi/2"), X);

        assertThat(found.relationship()).isEqualTo(Relationship.UNKNOWN);
        assertThat(found.isCutOff()).isTrue();
    }
}
