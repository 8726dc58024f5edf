package org.nabla.math.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nabla.math.Domain;
import org.nabla.math.Formulas;
import org.nabla.math.NoAlgebra;
import org.nabla.math.Rational;

/** Identities that are proved by cases or by derivatives, with nobody to ask. */
class ReasonsTest {

    private static final EquivalenceChecker OURS = new EquivalenceChecker(new NoAlgebra(), Duration.ofSeconds(10));
    private static final Domain ABOVE_ONE =
            new Domain(java.util.Optional.of(Rational.ONE), true, java.util.Optional.empty(), false, false, false);
    private static final Map<String, Map<String, Domain>> DOMAINS = Map.of(
            "real", Map.of("x", Domain.REAL, "y", Domain.REAL),
            "positive", Map.of("x", Domain.POSITIVE, "y", Domain.POSITIVE),
            "above one", Map.of("x", ABOVE_ONE));

    @ParameterizedTest(name = "{0} is {1} for {2} numbers")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            relu(x)                  | (x+abs(x))/2       | real
            relu(x) - relu(-x)       | x                  | real
            relu(x) + relu(-x)       | abs(x)             | real
            max(x, y)                | (x+y+abs(x-y))/2   | real
            min(x, y) + max(x, y)    | x + y              | real
            max(x, y)                | x + relu(y-x)      | real
            relu(x)^2                | x*relu(x)          | real
            abs(x)*abs(y)            | abs(x*y)           | real
            softplus(x) - softplus(-x) | x                | real
            arctan(x) + arctan(1/x)  | pi/2               | positive
            arctan(x)                | 2arctan(x/(1+sqrt(1+x^2))) | real
            arcosh(x)                | ln(x+sqrt(x^2-1))  | above one
            arsinh(x)                | ln(x+sqrt(x^2+1))  | real
            arctan(sinh(x))          | 2arctan(tanh(x/2)) | real
            """)
    void proves(String left, String right, String domains) {
        var found =
                OURS.compare(Formulas.read(left), Formulas.read(right), Objects.requireNonNull(DOMAINS.get(domains)));

        assertThat(found.relationship()).isEqualTo(Equivalence.Relationship.SAME);
        assertThat(found.evidence()).isIn(Equivalence.Evidence.PROVED, Equivalence.Evidence.IDENTICAL);
    }
}
