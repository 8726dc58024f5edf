package org.nabla;

import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.nabla.math.Cas;
import org.nabla.math.Expression;

@QuarkusTest
@Execution(ExecutionMode.SAME_THREAD)
class AlgebraTest {
    @Inject
    Cas algebra;

    @TestHTTPResource(value = "/metrics", management = true)
    URL page;

    @Test
    void theApplicationHasAnAlgebraSystemAndCountsWhatItDoes() {
        var x = new Expression.Symbol("x");
        var before = answered();

        var answer = algebra.ask(
                Cas.Operation.EXPAND,
                List.of(new Expression.Sum(List.of(x, x, new Expression.Negation(x)))),
                Map.of(),
                Duration.ofMinutes(2));

        assertThat(answer).isEqualTo(new Cas.Answer.Found(x));
        assertThat(answered()).isEqualTo(before + 1);
    }

    /** Otherwise they would wait a minute for nothing, and everybody who asks them. */
    @Test
    void theWorkersAreToldWhenTheSiteServes() {
        assertThat(Wiring.served()).succeedsWithin(Duration.ofSeconds(30));
    }

    private double answered() {
        var metrics = when().get(page).then().statusCode(200).extract().asString();
        return metrics.lines()
                .filter(line -> line.startsWith("nabla_algebra_requests_total{outcome=\"answered\"} "))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }
}
