package org.nabla;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

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
        var before = answered();

        var answer = algebra.ask(
                Cas.Operation.EXPAND,
                List.of(new Expression.Sum(List.of(x, x, new Expression.Negation(x)))),
                Map.of(),
                Duration.ofSeconds(30));

        assertThat(answer).isEqualTo(new Cas.Answer.Found(x));
        assertThat(answered()).isEqualTo(before + 1);
    }

    private static double answered() {
        var metrics = when().get("/q/metrics").then().statusCode(200).extract().asString();
        return metrics.lines()
                .filter(line -> line.startsWith("nabla_algebra_requests_total{outcome=\"answered\"} "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
