package org.nabla;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nabla.math.Cas;
import org.nabla.math.Expression;

@QuarkusTest
class AlgebraTest {
    @Inject
    Cas algebra;

    @Test
    void theApplicationHasAnAlgebraSystemAndCountsWhatItDoes() {
        var x = new Expression.Symbol("x");

        var answer = algebra.ask(
                Cas.Operation.EXPAND,
                List.of(new Expression.Sum(List.of(x, x, new Expression.Negation(x)))),
                Map.of(),
                Duration.ofSeconds(30));

        assertThat(answer).isEqualTo(new Cas.Answer.Found(x));
        when().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(matchesPattern("(?s).*nabla_algebra_requests_total\\{outcome=\"answered\"} [1-9].*"));
    }
}
