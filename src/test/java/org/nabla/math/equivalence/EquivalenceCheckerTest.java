package org.nabla.math.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.nabla.math.Domain;
import org.nabla.math.Expression;
import org.nabla.math.NoAlgebra;
import org.nabla.math.Rational;
import org.nabla.math.equivalence.Equivalence.Relationship;
import org.nabla.math.lexing.Vocabulary;
import org.nabla.math.reading.ExpressionParser;
import org.nabla.math.reading.Reading;

class EquivalenceCheckerTest {

    private final EquivalenceChecker checker = new EquivalenceChecker(new NoAlgebra(), Duration.ofSeconds(5));

    @ParameterizedTest(name = "{0} and {1} are {2}: {4}")
    @CsvFileSource(resources = "equivalence.txt", delimiter = ';')
    void decides(String response, String key, String expected, String variables, String why) {
        var domains = domains(variables == null ? "" : variables);

        var verdict = checker.compare(read(response, domains), read(key, domains), domains);

        assertThat(verdict.relationship().name().toLowerCase(java.util.Locale.ROOT))
                .as("%s: %s", why, verdict)
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvFileSource(resources = "equivalence.txt", delimiter = ';')
    void whatEqualsAnythingEqualsItself(String response, String key, String expected, String variables, String why) {
        if (!expected.equals("same")) {
            return; // perhaps nowhere defined
        }
        var domains = domains(variables == null ? "" : variables);

        for (var text : List.of(response, key)) {
            var verdict = checker.compare(read(text, domains), read(text, domains), domains);
            assertThat(verdict.relationship()).as(text).isEqualTo(Relationship.SAME);
        }
    }

    @Test
    void aDifferenceHasAHumaneCounterexample() {
        var domains = Map.of("x", Domain.REAL);

        var verdict = checker.compare(read("x + 1", domains), read("x", domains), domains);

        var counterexample = verdict.counterexample().orElseThrow();
        assertThat(counterexample.point()).isEqualTo(Map.of("x", Rational.of(2)));
        assertThat(counterexample.left()).isEqualTo(3);
        assertThat(counterexample.right()).isEqualTo(2);
    }

    /** A map of the library has another order in each virtual machine. */
    @Test
    void aPointNamesItsVariablesInTheirOrder() {
        var point = new Equivalence.Counterexample(
                Map.of("y", Rational.of(2), "x", Rational.of(1), "a", Rational.of(3), "z", Rational.of(4)), 0, 1);

        assertThat(point.point().keySet()).containsExactly("a", "x", "y", "z");
    }

    @Test
    void aCounterexampleLiesInTheDomain() {
        var open = new Domain(
                java.util.Optional.of(Rational.of(1, 10)),
                false,
                java.util.Optional.of(Rational.of(2, 10)),
                false,
                false,
                false);
        var domains = Map.of("x", open);

        var verdict = checker.compare(read("x^2", domains), read("x", domains), domains);

        assertThat(verdict.counterexample().orElseThrow().point().get("x"))
                .satisfies(x -> assertThat(open.contains(x)).isTrue());
    }

    private static Map<String, Domain> domains(String text) {
        var domains = new LinkedHashMap<String, Domain>();
        for (var declaration : text.isBlank() ? new String[0] : text.trim().split(" ")) {
            var parts = declaration.split(":");
            domains.put(parts[0], parts.length == 1 ? Domain.REAL : named(parts[1]));
        }
        return domains;
    }

    private static Domain named(String name) {
        return switch (name) {
            case "positive" -> Domain.POSITIVE;
            case "nonnegative" -> Domain.NONNEGATIVE;
            case "nonzero" -> Domain.NONZERO;
            case "integer" -> Domain.INTEGER;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Expression read(String text, Map<String, Domain> domains) {
        var reading = ExpressionParser.parse(text, Vocabulary.of(domains));
        assertThat(reading).as(text).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).expression();
    }
}
